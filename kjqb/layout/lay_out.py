"""An issue's way to its pages and its contents list."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.layout.body import body
from kjqb.layout.colophon import close
from kjqb.layout.compose import Composer
from kjqb.layout.cover import cover
from kjqb.layout.linebreak import PROGRAMS, Measure
from kjqb.layout.pages import ContentsEntry, LaidBlock, LaidText, Layout, Page, is_title
from kjqb.layout.paginate import Filled, Placed, paginate
from kjqb.layout.slack import slacks
from kjqb.layout.styles import Role, style_sheet
from kjqb.layout.target import Target
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue


def lay_out(issue: Issue, bulletin: Bulletin, target: Target, program: Measure | None = None) -> Layout:
    """Break an issue into lines and pages for a target; `program` measures in its place (for comparisons).

    Raises TableTooLargeError.
    """
    setup = bulletin.page_setup
    styles = style_sheet(setup, issue.masthead.title.text, bulletin.contents.marker)
    composer = Composer(setup, styles, bulletin.conventions.spacing, program or PROGRAMS[target])
    blocks = tuple(body(issue, composer))
    placed = paginate(blocks, setup.depth)
    unnumbered = [""] * len(issue.articles)
    covers = len(paginate(tuple(cover(issue, bulletin.contents, unnumbered, composer)), setup.depth).pages)
    first = setup.first_page or covers + 1
    entries = tuple(_entries(issue, blocks, placed, first, composer))
    front = tuple(cover(issue, bulletin.contents, [str(entry.page) for entry in entries], composer))
    closed = close(placed.pages, _colophon(issue, composer), first, setup)
    return Layout(
        target=target,
        setup=setup,
        styles=styles,
        cover=front,
        blocks=blocks,
        colophon=closed.blocks,
        pages=(*_pages(paginate(front, setup.depth).pages, first - covers, cover=True), *_pages(closed.pages, first)),
        entries=entries,
    )


def _entries(
    issue: Issue, blocks: tuple[LaidBlock, ...], placed: Placed, first: int, composer: Composer
) -> Iterator[ContentsEntry]:
    pages = [start.page for block, start in zip(blocks, placed.starts, strict=True) if is_title(block)]
    found = slacks(blocks, composer.setup)
    for rank, (article, page, slack) in enumerate(zip(issue.articles, pages, found, strict=True), start=1):
        yield ContentsEntry(rank, article.title.text, first + page, slack, article.file)


def _colophon(issue: Issue, composer: Composer) -> tuple[LaidText, ...]:
    return tuple(composer.text(line.text, Role.COLOPHON) for line in issue.colophon)


def _pages(filled: tuple[Filled, ...], first: int, *, cover: bool = False) -> Iterator[Page]:
    for number, page in enumerate(filled, start=first):
        yield Page(number, page.items, page.notes, cover=cover)
