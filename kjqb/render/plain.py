"""The plain-text edition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from kjqb.layout.pages import (
    LaidBlock,
    LaidFigure,
    LaidNote,
    LaidRow,
    LaidTable,
    LaidText,
    Layout,
    Page,
    PlacedLine,
    numbered,
)
from kjqb.layout.styles import HEADINGS, LISTS, Role
from kjqb.render.grid import LEAST_LEADERS, Grid, page_number
from kjqb.text.visible import visible
from kjqb.text.width import display_width

Wrap = Literal["none", "page"]
"""A paragraph a line, or every line as the layout broke it."""

Encoding = Literal["utf-8", "gb18030"]
Newline = Literal["lf", "crlf"]

INDENT = "\u3000\u3000"
"""The first line of a paragraph is two characters in."""

_INDENTS = {**dict.fromkeys((Role.BODY, *HEADINGS), 1), Role.QUOTE: 2}
"""How many times the indent stands before a paragraph."""

_CONTENTS = {Role.CONTENTS_HEADING, Role.CONTENTS_SECTION, Role.CONTENTS_ENTRY}

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
    for block in layout.cover:
        if block.role in _CONTENTS:
            continue
        line = "　".join(part for part in (_text(block), block.tail) if part)
        if line:
            yield line
    yield ""
    yield from _contents(layout)
    for _, blocks in groupby(layout.blocks, key=lambda block: block.article):
        yield from _article(list(blocks))
    if any(block.text for block in layout.colophon):
        yield ""
        yield from (_text(block) for block in layout.colophon if block.text)


def _contents(layout: Layout) -> Iterator[str]:
    listed = [block for block in layout.cover if block.role in _CONTENTS]
    heads = [" ".join(part for part in (visible(block.marker), _text(block)) if part) for block in listed]
    widths = [display_width(head) + LEAST_LEADERS + len(block.tail) for head, block in zip(heads, listed, strict=True)]
    edge = max([2 * layout.setup.characters, *widths])
    for head, block in zip(heads, listed, strict=True):
        leaders = "." * (edge - display_width(head) - len(block.tail)) if block.tail else ""
        yield head + leaders + block.tail


def _article(blocks: list[LaidBlock]) -> Iterator[str]:
    """An article's paragraphs, each behind an empty line; its footnotes, numbered through, at its end."""
    notes: list[LaidNote] = []
    for block in blocks:
        if isinstance(block, LaidTable):
            yield from ("", *(_row(row, notes) for row in block.rows))
        elif isinstance(block, LaidFigure):
            yield from ("", f"［图：{visible(block.picture.file)}］")
        elif block.text.strip():
            yield from ("", _indented(block, _numbered(block, notes)))
    for number, note in enumerate(notes, start=1):
        yield ""
        yield from (INDENT + visible(numbered(part.text, (number,)).strip()) for part in note.paragraphs)


def _row(row: LaidRow, notes: list[LaidNote]) -> str:
    return " | ".join(_numbered(cell, notes) for cell in row.cells)


def _numbered(block: LaidText, notes: list[LaidNote]) -> str:
    """The text with the numbers of its footnotes, which are added to those before."""
    first = len(notes) + 1
    notes += block.notes
    return visible(numbered(block.text, tuple(range(first, len(notes) + 1))).strip())


def _indented(block: LaidText, text: str) -> str:
    if block.role in LISTS:
        return INDENT * (LISTS.index(block.role) + 1) + " ".join(part for part in (block.marker, text) if part)
    return INDENT * _INDENTS.get(block.role, 0) + text


def _text(block: LaidText) -> str:
    return visible(block.text.strip())


def _pages(layout: Layout) -> Iterator[str]:
    grid = Grid(layout.setup, display_width, lambda cells: "\u3000" * (cells // 2) + " " * (cells % 2))
    for page in layout.pages:
        rows = grid.rows(page)
        used = max((at + 1 for at, row in enumerate(rows) if row), default=0)
        yield from (grid.draw(row) if isinstance(row, PlacedLine) else row or "" for row in rows[:used])
        yield _page_end(page, layout.setup.characters)


def _page_end(page: Page, characters: int) -> str:
    """A rule as wide as the measure, with the page's number in its middle."""
    number = page_number(page)
    if not number:
        return _RULE * characters
    number = f" {page.number} "
    side = _RULE * ((characters - display_width(number) // 2) // 2)
    return side + number + side
