"""The plain-text edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kjqb.layout.pages import LaidBlock, Layout, Page
from kjqb.layout.styles import Role
from kjqb.render.grid import LEAST_LEADERS, Grid, page_number
from kjqb.text.visible import visible
from kjqb.text.width import display_width

Wrap = Literal["none", "page"]
"""A paragraph a line, or every line as the layout broke it."""

Encoding = Literal["utf-8", "gb18030"]
Newline = Literal["lf", "crlf"]

INDENT = "\u3000\u3000"
"""The first line of a paragraph is two characters in."""

_RULE = "─"


def plain(layout: Layout, *, wrap: Wrap = "none") -> str:
    """The edition as text; lines end in a line feed, the last one too.

    The leaders of the contents list fill its lines to one edge where ambiguous marks take two cells. Wrapped, every
    page ends in a rule, which bears its number; the cover's bears none.
    """
    lines = _pages(layout) if wrap == "page" else _flow(layout)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def encode(text: str, encoding: Encoding = "utf-8", newline: Newline = "lf") -> bytes:
    """The text as a file's bytes; GB18030 has every character of Unicode, so that nothing is lost."""
    return text.replace("\n", "\r\n" if newline == "crlf" else "\n").encode(encoding)


def _flow(layout: Layout) -> Iterator[str]:
    entries = [block for block in layout.cover if block.role is Role.CONTENTS_ENTRY]
    for block in layout.cover:
        if block.role in {Role.CONTENTS_HEADING, Role.CONTENTS_ENTRY}:
            continue
        line = "　".join(part for part in (_text(block), block.tail) if part)
        if line:
            yield line
    yield ""
    yield from (_text(block) for block in layout.cover if block.role is Role.CONTENTS_HEADING)
    yield from _contents(layout, entries)
    for block in layout.blocks:
        yield from ("", _text(block) if block.role is Role.TITLE else INDENT + _text(block))
    if layout.colophon:
        yield ""
        yield from (_text(block) for block in layout.colophon)


def _contents(layout: Layout, entries: list[LaidBlock]) -> Iterator[str]:
    heads = [" ".join(part for part in (visible(entry.marker), _text(entry)) if part) for entry in entries]
    widths = [display_width(head) + LEAST_LEADERS + len(entry.tail) for head, entry in zip(heads, entries, strict=True)]
    edge = max([2 * layout.setup.characters, *widths])
    for head, entry in zip(heads, entries, strict=True):
        yield head + "." * (edge - display_width(head) - len(entry.tail)) + entry.tail


def _text(block: LaidBlock) -> str:
    return visible("".join(block.lines).strip())


def _pages(layout: Layout) -> Iterator[str]:
    grid = Grid(layout.setup, display_width, lambda cells: "\u3000" * (cells // 2) + " " * (cells % 2))
    for page in layout.pages:
        rows = grid.rows(page)
        used = max((at + 1 for at, row in enumerate(rows) if row), default=0)
        yield from ("" if row is None else grid.draw(row) for row in rows[:used])
        yield _page_end(page, layout.setup.characters)


def _page_end(page: Page, characters: int) -> str:
    """A rule as wide as the measure, with the page's number in its middle."""
    number = page_number(page)
    if not number:
        return _RULE * characters
    number = f" {page.number} "
    side = _RULE * ((characters - display_width(number) // 2) // 2)
    return side + number + side
