"""A cumulative index: its parts, and in each the headings with where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from kjqb.model.issue import IssueId


class By(Enum):
    """What a part of an index is put in order by, in the order in which the parts are printed."""

    CONTENTS = "contents"
    SUBJECT = "subject"
    TITLE = "title"
    SOURCE = "source"
    REGION = "region"

    @property
    def title(self) -> str:
        """What heads the part."""
        return _TITLES[self]


OTHER_GROUP = "#"
"""The letter group of digits and Latin, which come first."""

_TITLES = {
    By.CONTENTS: "总目次",
    By.SUBJECT: "主题索引",
    By.TITLE: "篇名索引",
    By.SOURCE: "作者与来源索引",
    By.REGION: "地区索引",
}


@dataclass(frozen=True, slots=True, order=True)
class Locator:
    """Where an article stands in print; sorts as numbers."""

    issue: IssueId
    page: int

    def __str__(self) -> str:
        return f"{self.issue.year}({self.issue.number}):{self.page}"


@dataclass(frozen=True, slots=True)
class Division:
    """Some of the locators of a heading that has many."""

    label: str
    """What they have in common: `2024年`, `2024年第1—6期`."""
    locators: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading, and where it leads: to pages, or to other headings of its part."""

    heading: str
    locators: tuple[Locator, ...] = ()
    """Each once, the oldest first."""
    divisions: tuple[Division, ...] = ()
    """The same, divided; empty where they are few."""
    group: str = ""
    """The letter, the count of strokes or the issue that it stands under."""
    code: str = ""
    """Of a region."""
    level: int = 0
    """Of a region: 1 to 3."""
    see: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    """In the contents."""
    section: str = ""
    """In the contents."""


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One list of an index."""

    by: By
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class CumulativeIndex:
    """An index over many issues."""

    title: str
    """Of the bulletin."""
    office: str
    issues: tuple[IssueId, ...]
    """The oldest first; only those that have articles."""
    articles: int
    preface: tuple[str, ...]
    """The paragraphs of 编制说明."""
    parts: tuple[IndexPart, ...]
    notices: tuple[str, ...] = ()
    """What the editor should look at."""

    @property
    def span(self) -> str:
        """The issues that it covers: `2024年第1期—2026年第11期`."""
        if not self.issues:
            return ""
        first, last = self.issues[0], self.issues[-1]
        return first.label if first == last else f"{first.label}—{last.label}"


def group_title(group: str) -> str:
    """What heads a group in print."""
    return "数字、字母" if group == OTHER_GROUP else group


def printed(locators: Iterable[Locator]) -> str:
    """Locators as an index prints them, the issue once for all its pages: `2024(1):7,9；2024(3):2`."""
    issues = groupby(locators, lambda locator: locator.issue)
    return "；".join(
        f"{issue.year}({issue.number}):{','.join(str(locator.page) for locator in each)}" for issue, each in issues
    )
