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
            return self.blank(max(0, self.measure - self.width(text)) // 2) + text
        indent = self._indent(line)
        marker = visible(line.block.marker) if line.first else ""
        head = marker + self.blank(indent - self.width(marker)) + text if indent else marker + text
        tail = line.block.tail if line.last else ""
        if not tail:
            return head
        room = max(1, self.measure - indent - self.width(text) - self.width(tail))
        leaders = line.block.role is Role.CONTENTS_ENTRY and room > LEAST_LEADERS
        return head + (f" {'.' * (room - 2)} " if leaders else " " * room) + tail

    def _indent(self, line: PlacedLine) -> int:
        style = line.block.style
        if style.align is Align.CENTRE:
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
