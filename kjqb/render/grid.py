"""A laid-out page on a grid of character cells, for editions without fonts: two cells an em, one row a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kjqb.layout.pages import Page, PlacedLine
from kjqb.layout.styles import Align, Role
from kjqb.model.page_setup import PageSetup
from kjqb.text.visible import visible
from kjqb.units import Length

Width = Callable[[str], int]
"""Cells that a text takes where it will be read."""

LEAST_LEADERS = 3

_BESIDE_HAN = re.compile("(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
"""A blank with a full-width character at one side."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How texts are measured and blanks are made."""

    setup: PageSetup
    width: Width
    blank: Callable[[int], str]
    """Blanks for so many cells, to the left of a line."""
    squeezes: bool = False
    """Whether blanks beside Han, half a cell wide in print, may go where a line would be too long."""

    @property
    def measure(self) -> int:
        """Cells of a full line of Han characters."""
        return 2 * self.setup.characters

    def rows(self, page: Page) -> tuple[PlacedLine | None, ...]:
        """The page's lines, from the head of the type area to its foot; None where a row is free.

        A line of more than one pitch stands in the middle of its rows.
        """
        pitch = self.setup.pitch.twips
        rows: list[PlacedLine | None] = [None] * self.setup.lines
        for line in page.lines:
            height = line.block.style.pitch.twips // pitch
            row = line.top.twips // pitch + (height - 1) // 2
            rows += [None] * (row + 1 - len(rows))
            rows[row] = line
        return tuple(rows)

    def needed_width(self, line: PlacedLine) -> int:
        """Cells that a line cannot do without; more than the measure only for Latin, which is narrower in print."""
        tail = line.block.tail if line.last else ""
        room = self.measure - self._indent(line) - self.width(tail) - (1 if tail else 0)
        return self.measure - room + self.width(self._text(line, room))

    def draw(self, line: PlacedLine, measure: int) -> str:
        """The line as it stands in a type area of so many cells, nothing behind it."""
        indent = self._indent(line)
        tail = line.block.tail if line.last else ""
        text = self._text(line, measure - indent - self.width(tail) - (1 if tail else 0))
        if line.block.style.align is Align.CENTRE:
            return self.blank(max(0, measure - self.width(text)) // 2) + text
        marker = visible(line.block.marker) if line.first else ""
        head = marker + self.blank(indent - self.width(marker)) + text if indent else marker + text
        if not tail:
            return head
        room = max(1, measure - indent - self.width(text) - self.width(tail))
        leaders = line.block.role is Role.CONTENTS_ENTRY and room > LEAST_LEADERS
        return head + (f" {'.' * (room - 2)} " if leaders else " " * room) + tail

    def _text(self, line: PlacedLine, room: int) -> str:
        """The line's characters, where that is allowed without as many blanks as do not fit."""
        text = visible(line.text.rstrip())
        excess = self.width(text) - room
        return _BESIDE_HAN.sub("", text, count=excess) if self.squeezes and excess > 0 else text

    def _indent(self, line: PlacedLine) -> int:
        style = line.block.style
        if style.align is Align.CENTRE:
            return 0
        first = style.first_indent if line.first else Length(0)
        em = self.setup.cell.twips
        cells = round(2 * (style.left_indent.twips + first.twips) / em)
        return max(cells, self.width(line.block.marker) + 1) if line.block.marker else cells


def page_number(page: Page) -> str:
    """The number as the page's foot bears it (GB/T 9704—2012, 7.5); empty on the cover."""
    return "" if page.cover else f"— {page.number} —"
