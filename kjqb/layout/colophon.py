"""The colophon, whole, at the foot of the last page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kjqb.layout.flow import NOTE_RULE
from kjqb.layout.inline import Inline
from kjqb.layout.pages import LaidText, PlacedItem, PlacedLine
from kjqb.layout.paginate import Filled
from kjqb.model.page_setup import PageSetup
from kjqb.units import Length


@dataclass(frozen=True, slots=True)
class Closed:
    """The pages of the body with the colophon on the last one."""

    pages: tuple[Filled, ...]
    blocks: tuple[LaidText, ...]
    """The colophon's lines, and what fills a page before it."""


def close(pages: tuple[Filled, ...], lines: Sequence[LaidText], first: int, setup: PageSetup) -> Closed:
    """The pages, the first of which is numbered `first`, with the colophon at the foot of the last one.

    It stands on a page of its own where there is no room for all of it, or where it must stand on an even page and
    the last one is odd.
    """
    if not lines:
        return Closed(pages, ())
    last = first + len(pages) - 1
    fits = _used(pages[-1]) <= _top(pages[-1], lines, setup)
    if fits and not (setup.even_pages and last % 2):
        return _closed(pages, lines, setup)
    fresh = (replace(lines[0], new_page=True), *lines[1:])
    if setup.even_pages and last % 2 == 0:
        blank = replace(lines[0], lines=(Inline(""),), new_page=True)
        closed = _closed((*pages, _filled(blank, 0), Filled()), fresh, setup)
        return Closed(closed.pages, (blank, *closed.blocks))
    return _closed((*pages, Filled()), fresh, setup)


def _closed(pages: tuple[Filled, ...], lines: Sequence[LaidText], setup: PageSetup) -> Closed:
    """The colophon on the last of the pages."""
    *before, last = pages
    top = _top(last, lines, setup)
    blocks = (replace(lines[0], above=Length(max(0, top - _used(last)))), *lines[1:])
    items: list[PlacedItem] = list(last.items)
    for block in blocks:
        items += _filled(block, top).items
        top += block.height
    return Closed((*before, replace(last, items=tuple(items))), blocks)


def _filled(block: LaidText, top: int) -> Filled:
    """A page that holds one paragraph."""
    pitch = block.style.pitch.twips
    return Filled(
        tuple(PlacedLine(line, block, index, Length(top + index * pitch)) for index, line in enumerate(block.lines))
    )


def _top(page: Filled, lines: Sequence[LaidText], setup: PageSetup) -> int:
    """Where the colophon begins on a page, above its footnotes."""
    foot = page.notes[0].top.twips - NOTE_RULE if page.notes else setup.pitch.twips * setup.lines
    return foot - sum(block.height for block in lines)


def _used(page: Filled) -> int:
    return page.items[-1].bottom if page.items else 0
