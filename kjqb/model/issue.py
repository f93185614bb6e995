"""An issue: its number, masthead, contents list as stored or printed, articles and colophon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kjqb.model.article import Article, Ignore
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Passage

FIRST_NUMBER, LAST_NUMBER = 1, 366


@dataclass(frozen=True, slots=True, order=True)
class IssueId:
    """Year and number of an issue; sorts as numbers."""

    year: int
    number: int

    @classmethod
    def parse(cls, name: str) -> IssueId | None:
        """Read `2024-01` or `2024-001`, the name of an issue's folder; None if it is none."""
        match = re.fullmatch(r"(\d{4})-(\d{2,3})", name, re.ASCII)
        if not match or not FIRST_NUMBER <= int(match[2]) <= LAST_NUMBER:
            return None
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def label(self) -> str:
        """As the masthead prints it."""
        return f"{self.year}年第{self.number}期"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What heads the cover."""

    title: Passage
    office: Passage | None = None
    issue_line: Passage | None = None
    """The issue line as a loose text has it; None where it is made from the issue's number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents list that stands in a file."""

    title: Passage
    page: Passage
    """The page number, digits."""
    line: Passage
    """The whole line with marker, title, leaders and number; the title alone where the list is stored as data."""
    leaders: Passage | None = None
    """What stands between title and number; None where the list is stored as data."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents list that stands in a file: toc.toml or a loose text."""

    entries: tuple[Entry, ...]
    stored: bool
    """Whether it is toc.toml, whose page numbers must be those that the layout gives."""
    target: str = ""
    """Whose line breaking the stored numbers follow."""
    heading: Passage | None = None
    """What stands above the list in a loose text: 目次, 目录."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue, whole."""

    id: IssueId
    masthead: Masthead
    articles: tuple[Article, ...]
    colophon: tuple[Passage, ...] = ()
    """The colophon's lines as printed."""
    date: date | None = None
    whole_number: int | None = None
    contents: Contents | None = None
    printed_pages: tuple[int | None, ...] = ()
    """For every article the page on which an imported back issue printed it."""
    ignores: tuple[Ignore, ...] = ()
    """Those of issue.toml; the articles have their own."""
    page_setup: PageSetup | None = None
    """How it is laid out, what issue.toml overrides included; None where no file says so (a loose text)."""

    @property
    def passages(self) -> Iterator[Passage]:
        """All texts of the issue, in printing order."""
        yield from filter(None, (self.masthead.title, self.masthead.issue_line, self.masthead.office))
        if self.contents and not self.contents.stored:
            yield from (entry.line for entry in self.contents.entries)
        for article in self.articles:
            yield from article.passages
        yield from self.colophon
