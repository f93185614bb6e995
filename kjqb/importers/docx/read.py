"""A Word file as an article, or as a whole back issue.

The source of all passages is the file's text, a line for each paragraph: line 12 is the twelfth paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kjqb.importers.back_issue import BackIssue, back_issue
from kjqb.importers.docx.reading import Reading, Revisions
from kjqb.importers.loose import issue_of_lines
from kjqb.importers.result import ImportedArticle
from kjqb.model.article import Article, block_passages
from kjqb.model.page_setup import PageSetup
from kjqb.ooxml.opened import opened


def read_docx(
    data: bytes, name: str, *, title: str | None = None, revisions: Revisions = Revisions.FINAL
) -> ImportedArticle:
    """The article that the file of that name is; `title` is the one that an option gives, and goes before all others.

    The title's passage is empty where the file has none. Raises UnreadableDocxError and UndecidedRevisionsError.
    """
    return Reading.of(opened(data, name), revisions).article(title)


def read_docx_issue(data: bytes, name: str, setup: PageSetup, *, revisions: Revisions = Revisions.FINAL) -> BackIssue:
    """The back issue that the file of that name is; `setup` is the page whose breaks are mended.

    Raises UnreadableDocxError, UndecidedRevisionsError, NotAnIssueError and BadIssueNumberError.
    """
    reading = Reading.of(opened(data, name), revisions)
    text = reading.text
    ranks = [rank for rank, paragraph in enumerate(text.paragraphs) if not paragraph.note]
    loose = issue_of_lines(text.source, [line for rank in ranks for line in text.lines(rank)])
    articles = tuple(_articles(reading, loose.issue.articles, ranks))
    reading.tell_rest(ranks)
    pages = tuple(_pages(reading, articles))
    found = back_issue(replace(loose, issue=replace(loose.issue, articles=articles), laid_out=pages), setup)
    losses = sorted(
        [*found.losses, *reading.gathered.losses], key=lambda loss: (loss.where.line or 0, loss.where.column or 0)
    )
    return replace(found, losses=tuple(losses), changes=(*reading.gathered.changes, *found.changes))


def _pages(reading: Reading, articles: Sequence[Article]) -> Iterator[int]:
    """The pages on which the articles began when Word last laid the file out; none where it never did."""
    starts = zip(reading.text.starts, reading.text.paragraphs, strict=True)
    turns = [start + turn for start, paragraph in starts for turn in paragraph.turns]
    if turns:
        yield from (bisect_right(turns, article.title.extent.span.start) + 1 for article in articles)


def _articles(reading: Reading, articles: Sequence[Article], ranks: Sequence[int]) -> Iterator[Article]:
    """The articles with what the file says of the paragraphs from the first to the last of their blocks."""
    for article in articles:
        titled = (reading.text.rank_of(article.title),) if article.title.text else ()
        rest = [reading.text.rank_of(passage) for block in article.blocks for passage in block_passages(block)]
        body = ranks[bisect_left(ranks, rest[0]) : bisect_left(ranks, rest[-1]) + 1] if rest else ()
        yield reading.body(article, titled, body, titled)
