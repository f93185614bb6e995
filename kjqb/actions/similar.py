"""Articles that an older issue has printed already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kjqb.actions.search import with_index
from kjqb.archive.search.index import Index, article_of, span
from kjqb.archive.search.pages import pages
from kjqb.archive.search.similar import Reprint, reprints
from kjqb.archive.search.update import Progress, Unread
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace

LEAST = 60
"""Per cent of a text that must stand in an earlier one, unless the caller says otherwise; rule C811 has the same."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An article, and where it was printed."""

    issue: IssueId
    number: int
    title: str
    file: str
    page: int

    @property
    def locator(self) -> str:
        """Where it is found: `2024(1):7`."""
        return f"{self.issue.year}({self.issue.number}):{self.page}"


@dataclass(frozen=True, slots=True)
class Pair:
    """An article, and an earlier one that is much the same."""

    article: Printed
    earlier: Printed
    share: int
    """Per cent of the article's text that stands in the earlier one."""
    same_title: bool


@dataclass(frozen=True, slots=True)
class Similar:
    """The articles that came again."""

    issues: tuple[IssueId, ...]
    """Whose articles were compared with all older ones."""
    pairs: tuple[Pair, ...]
    """In the order of the issues and their articles, the most alike earlier article first."""
    unread: tuple[Unread, ...]


def similar(
    workspace: Workspace,
    issues: Iterable[IssueId] | None,
    least: int,
    env: Mapping[str, str],
    progress: Progress,
) -> Similar:
    """Compare the articles of these issues (the newest) with those of all older issues.

    Raises IssueMissingError, and what search raises.
    """
    asked = tuple(sorted(issues)) if issues is not None else (workspace.newest(),)
    known = workspace.folders()
    for issue in asked:
        if issue not in known:
            workspace.folder(issue)  # says which issues there are

    def ask(index: Index, unread: tuple[Unread, ...]) -> Similar:
        with index.reading():
            found = [pair for issue in asked for row in _rows(index, issue) for pair in reprints(index, row, least)]
        shown = pages(index, workspace, {row for pair in found for row in (pair.row, pair.earlier)})
        return Similar(asked, tuple(_pair(index, workspace, one, shown) for one in found), unread)

    return with_index(workspace, env, progress, ask)


def _rows(index: Index, issue: IssueId) -> list[int]:
    rows = index.rows("SELECT id FROM article WHERE id BETWEEN ? AND ? ORDER BY id", span(issue))
    return [int(str(row)) for (row,) in rows]


def _pair(index: Index, workspace: Workspace, found: Reprint, shown: Mapping[int, int]) -> Pair:
    article, earlier = (_printed(index, workspace, row, shown[row]) for row in (found.row, found.earlier))
    return Pair(article, earlier, found.share, found.same_title)


def _printed(index: Index, workspace: Workspace, row: int, page: int) -> Printed:
    issue, number = article_of(row)
    file = workspace.name(workspace.issues / index.folder(issue) / index.name(row))
    return Printed(issue, number, index.text(row).title, file, page)
