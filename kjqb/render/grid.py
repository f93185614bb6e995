"""A laid-out page on a grid of character cells, for editions without fonts: two cells an em, one row a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from kjqb.layout.pages import Page, PlacedFigure, PlacedItem, PlacedLine, PlacedRow
from kjqb.layout.styles import Align, BlockStyle, Role
from kjqb.model.page_setup import PageSetup
from kjqb.render.wrap import Width, wrap
from kjqb.text.visible import visible
from kjqb.units import Length

LEAST_LEADERS = 3

BAR, RULE = "|", "-"
"""What tables and the rule above footnotes are drawn with."""

_NOTE_RULE = 10
"""Length of the rule above footnotes, in cells."""

_SPARE_BLANKS = (re.compile("(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])"), re.compile(r"(?<=\d) (?=[A-Za-z])"))
"""Blanks that can go: first those beside a full-width character, then those between a figure and its unit."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How texts are measured and blanks are made."""

    setup: PageSetup
    width: Width
    blank: Callable[[int], str]
    """Blanks for so many cells, to the left of a line."""

    @property
    def measure(self) -> int:
        """Cells of a full line of Han characters."""
        return 2 * self.setup.characters

    def rows(self, page: Page) -> tuple[PlacedLine | str | None, ...]:
        """The page's rows from the head of the type area to its foot; None where one is free.

        A line of the body is itself, to be drawn; tables, figures, captions and footnotes are drawn already: set in
        smaller type than the body in print, they are broken anew here, and may take more rows than on paper. A line of
        more than one pitch stands in the middle of its rows.
        """
        pitch = self.setup.pitch.twips
        rows: list[PlacedLine | str | None] = []
        for item in page.items:
            rows += [None] * (self._row_of(item) - len(rows))
            rows += self._drawn_item(item)
        if page.notes:
            rows += [None] * (page.notes[0].top.twips // pitch - 1 - len(rows))
            rows += [RULE * _NOTE_RULE, *self._notes(page.notes)]
        return tuple(rows + [None] * (self.setup.lines - len(rows)))

    def _row_of(self, item: PlacedItem) -> int:
        pitch = self.setup.pitch.twips
        height = item.block.style.pitch.twips // pitch if isinstance(item, PlacedLine) else 1
        return item.top.twips // pitch + max(height - 1, 0) // 2

    def _drawn_item(self, item: PlacedItem) -> list[PlacedLine | str | None]:
        if isinstance(item, PlacedRow):
            return [*self._table_row(item)]
        if isinstance(item, PlacedFigure):
            return [*self._figure(item)]
        if item.block.style.type.size < self.setup.font_size:
            return [self._centred(part) for part in wrap(visible(item.text), self.measure, self.width)]
        return [item]

    def _table_row(self, placed: PlacedRow) -> Iterator[str]:
        """The row's lines, its columns as wide as on paper; below the header a rule."""
        total = sum(column.twips for column in placed.block.columns)
        room = self.measure - len(placed.block.columns) - 1
        widths = [max(2, room * column.twips // total) for column in placed.block.columns]
        cells = (visible(cell.text.strip()) for cell in placed.row.cells)
        parts = [list(wrap(text, width, self.width)) for text, width in zip(cells, widths, strict=True)]
        for texts in zip_longest(*parts, fillvalue=""):
            filled = (self._filled(text, width) for text, width in zip(texts, widths, strict=True))
            yield f"{BAR}{BAR.join(filled)}{BAR}"
        if placed.index == 0:
            yield f"{BAR}{BAR.join(RULE * width for width in widths)}{BAR}"

    def _figure(self, placed: PlacedFigure) -> Iterator[str]:
        """A frame as high as the image, with its name and size."""
        block = placed.block
        inside = max(2 * round(block.width.twips / self.setup.cell.twips) - 2, 2)
        rows = max(block.line.twips // self.setup.pitch.twips, 1)
        said = f"{visible(block.picture.file)}（{block.width.mm:.0f}×{block.image_height.mm:.0f}毫米）"
        label = next(wrap(said, inside, self.width), "")
        for row in range(rows):
            text = label if row == rows // 2 else ""
            side = (inside - self.width(text)) // 2
            yield self._centred(f"{BAR}{' ' * side}{text}{' ' * (inside - side - self.width(text))}{BAR}")

    def _notes(self, lines: Sequence[PlacedLine]) -> Iterator[str]:
        for _, group in groupby(lines, key=lambda line: id(line.block)):
            text = "".join(line.text for line in group)
            yield from wrap(visible(text.strip()), self.measure, self.width)

    def _filled(self, text: str, width: int) -> str:
        return text + " " * (width - self.width(text))

    def _centred(self, text: str) -> str:
        return self.blank(max(0, self.measure - self.width(text)) // 2) + text

    def draw(self, line: PlacedLine, room: int | None = None) -> str:
        """The line as it stands in the type area, nothing behind it.

        Latin letters and blanks may be narrower in print than their cell, so that a line may reach beyond the measure.
        Where it would take more cells than `room`, blanks are left out that a reader does not miss.
        """
        text = self._drawn(line, visible(line.text.rstrip()))
        excess = self.width(text) - room if room is not None else 0
        return self._drawn(line, _squeezed(visible(line.text.rstrip()), excess)) if excess > 0 else text

    def _drawn(self, line: PlacedLine, text: str) -> str:
        if line.block.style.align is Align.CENTRE:
            return self._centred(text)
        if line.block.style.align is Align.RIGHT:
            return self.blank(max(0, self.measure - self.width(text))) + text
        indent = self._indent(line)
        marker = visible(line.block.marker) if line.first else ""
        head = self._hung(marker, indent, line.block.style) + text
        tail = line.block.tail if line.last else ""
        if not tail:
            return head
        room = max(1, self.measure - indent - self.width(text) - self.width(tail))
        leaders = line.block.role is Role.CONTENTS_ENTRY and room > LEAST_LEADERS
        return head + (f" {'.' * (room - 2)} " if leaders else " " * room) + tail

    def _hung(self, marker: str, indent: int, style: BlockStyle) -> str:
        """What stands before a line: its indent, a marker hanging in it."""
        if not marker:
            return self.blank(indent)
        hanging = max(self.width(marker) + 1, round(2 * style.hanging.twips / self.setup.cell.twips))
        before = max(0, indent - hanging)
        return self.blank(before) + marker + self.blank(indent - before - self.width(marker))

    def _indent(self, line: PlacedLine) -> int:
        style = line.block.style
        if style.align in {Align.CENTRE, Align.RIGHT}:
            return 0
        first = style.first_indent if line.first else Length(0)
        em = self.setup.cell.twips
        cells = round(2 * (style.left_indent.twips + first.twips) / em)
        return max(cells, self.width(line.block.marker) + 1) if line.block.marker else cells


def _squeezed(text: str, excess: int) -> str:
    """The text without as many spare blanks."""
    for blanks in _SPARE_BLANKS:
        text, gone = blanks.subn("", text, count=excess)
        excess -= gone
        if excess <= 0:
            break
    return text


def page_number(page: Page) -> str:
    """The number as the page's foot bears it (GB/T 9704—2012, 7.5); empty on the cover."""
    return "" if page.cover else f"— {page.number} —"
