"""Full-text search over all issues."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kjqb.archive.search.find import Filters, Ranked, matches, tier_of
from kjqb.archive.search.index import CorruptIndexError, Index, article_of
from kjqb.archive.search.pages import pages
from kjqb.archive.search.place import place
from kjqb.archive.search.query import Query
from kjqb.archive.search.reading import Text
from kjqb.archive.search.snippets import Marked, marked, snippet
from kjqb.archive.search.update import Progress, Unread, discard, opened, update
from kjqb.errors import UsageError
from kjqb.model.issue import IssueId
from kjqb.tables.regions import region
from kjqb.workspace.workspace import Workspace

Result = TypeVar("Result")

LIMIT = 10
"""Hits that are shown unless more or fewer are asked for."""


class UnknownRegionError(UsageError):
    """A region to search in that is no region, or one of several of a name."""

    slug = "unknown-region"

    def __init__(self, name: str) -> None:
        super().__init__(f"不知道“{name}”是哪个地区", hint="写全称或六位代码，如“海曙区”“330203”；重名的县区用代码")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What to search for, and where."""

    text: str
    """Terms, all of which an article must hold; quotation marks hold a phrase together."""
    year: int | None = None
    region: str | None = None
    """Code or name."""
    section: str | None = None
    title_only: bool = False
    simplify: bool = False
    """Whether traditional and variant characters count as the standard ones."""
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds all terms."""

    issue: IssueId
    number: int
    """Its rank in the issue, from 1."""
    file: str
    page: int
    title: Marked
    snippet: Marked
    score: float

    @property
    def locator(self) -> str:
        """Where it is found: `2024(1):7`."""
        return f"{self.issue.year}({self.issue.number}):{self.page}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    total: int
    """However few hits are shown."""
    hits: tuple[Hit, ...]
    unread: tuple[Unread, ...]
    """Issues that were not searched, because they cannot be read."""


def search(workspace: Workspace, request: SearchRequest, env: Mapping[str, str], progress: Progress) -> Found:
    """Search all issues, once the index says what they say now.

    Raises EmptyQueryError, QueryTooLongError, UnknownRegionError, and what reading kjqb.toml and writing the index do.
    """
    query = Query.parse(request.text, simplify=request.simplify)

    def ask(index: Index, unread: tuple[Unread, ...]) -> Found:
        with index.reading():
            found = matches(index, query, _filters(index, request), request.limit)
            texts = {one.row: index.text(one.row) for one in found.best}
        if any(tier_of(text, query) is None for text in texts.values()):
            raise CorruptIndexError
        shown = pages(index, workspace, texts)
        hits = tuple(_hit(index, workspace, one, texts[one.row], query, shown[one.row]) for one in found.best)
        return Found(found.total, hits, unread)

    return with_index(workspace, env, progress, ask)


def with_index(
    workspace: Workspace,
    env: Mapping[str, str],
    progress: Progress,
    ask: Callable[[Index, tuple[Unread, ...]], Result],
) -> Result:
    """Do something with the index, brought up to date; one that contradicts itself is made anew and asked again."""
    path = place(workspace, env)
    try:
        with opened(path) as index:
            return ask(index, update(index, workspace, progress))
    except CorruptIndexError:
        discard(path)
    with opened(path) as index:
        return ask(index, update(index, workspace, progress))


def _filters(index: Index, request: SearchRequest) -> Filters:
    return Filters(request.year, _code(index, request.region), request.section, title_only=request.title_only)


def _code(index: Index, stated: str | None) -> str | None:
    """The code of a region; the name itself where articles state it though no table has it."""
    known = region(stated) if stated is not None else None
    if stated is None or known:
        return known.code if known else None
    if not index.rows("SELECT 1 FROM region WHERE code = ? LIMIT 1", (stated,)):
        raise UnknownRegionError(stated)
    return stated


def _hit(index: Index, workspace: Workspace, ranked: Ranked, text: Text, query: Query, page: int) -> Hit:
    issue, number = article_of(ranked.row)
    path = workspace.issues / index.folder(issue) / index.name(ranked.row)
    return Hit(issue, number, workspace.name(path), page, marked(text.title, query), snippet(text, query), ranked.score)
