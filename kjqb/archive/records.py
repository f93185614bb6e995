"""Every article that was printed: its issue, its page, and what it is found by.

for record in records(workspace):
    print(record.locator, record.title)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kjqb.archive.pages import Pages
from kjqb.model.article import Article
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue, IssueId
from kjqb.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Record:
    """An article in print."""

    issue: IssueId
    number: int
    """Its rank in the issue, from 1."""
    title: str
    page: int
    """The one printed, as issue.toml states it; else the one on which the layout (for Word) puts its title."""
    file: str
    """As messages call it."""
    section: str
    authors: tuple[str, ...]
    regions: tuple[str, ...]
    """Codes or names, as its front matter states them."""
    keywords: tuple[str, ...]
    source: str
    """The name of where it came from; empty where nobody said."""
    date: date | None
    """Of the issue."""
    readings: Mapping[str, str]
    """Those of its `[sort]`."""
    texts: tuple[str, ...]
    """What the reader sees of its body, in order: paragraphs, headings, cells, captions, footnotes; none is empty."""

    @property
    def locator(self) -> str:
        """Where it is found: `2024(1):7`."""
        return f"{self.issue.year}({self.issue.number}):{self.page}"

    @property
    def text(self) -> str:
        """The body, a line for each of its texts."""
        return "\n".join(self.texts)


def records(
    workspace: Workspace,
    issues: Iterable[IssueId] | None = None,
    step: Callable[[IssueId], None] = lambda issue: None,  # noqa: ARG005
) -> tuple[Record, ...]:
    """The articles of these issues (all), the oldest issue first, each in printing order.

    `step` is called with every issue before it is read. Pages once computed are kept in the workspace's state folder.
    Raises what the reading of an issue raises, and TableTooLargeError.
    """
    bulletin = workspace.bulletin()
    pages = Pages.kept_in(workspace)
    found: list[Record] = []
    for number in sorted(workspace.issue_ids() if issues is None else issues):
        step(number)
        found += issue_records(workspace.issue(number), bulletin, pages)
    pages.keep()
    return tuple(found)


def issue_records(issue: Issue, bulletin: Bulletin, pages: Pages) -> Iterator[Record]:
    """The articles of an issue that has been read, in printing order."""
    for number, (article, page) in enumerate(zip(issue.articles, pages.of(issue, bulletin), strict=True), start=1):
        yield _record(issue, number, article, page)


def _record(issue: Issue, number: int, article: Article, page: int) -> Record:
    _, *body = article.passages
    return Record(
        issue=issue.id,
        number=number,
        title=article.title.text,
        page=page,
        file=article.file,
        section=article.section,
        authors=article.authors,
        regions=article.regions,
        keywords=article.keywords,
        source=article.origin.name,
        date=issue.date,
        readings=article.readings,
        texts=tuple(passage.text for passage in body if passage.text),
    )
