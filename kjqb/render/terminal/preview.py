"""Pages as they will print, line for line, in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest

from rich.cells import cell_len
from rich.text import Text

from kjqb.layout.pages import Layout, Page, PlacedLine
from kjqb.layout.styles import Face, Role
from kjqb.render.grid import Grid, page_number

_BOLD = frozenset({Role.MASTHEAD, Role.CONTENTS_HEADING, Role.TITLE})
_FRAME = "dim"
_RULE = "red"
_GAP = "  "
"""Between the two pages of a spread."""

_GUTTER = 3
"""Cells of the numbers of lines to the left of a page with rulers."""

_TICK = 5
"""So many characters are between two marks of the ruler above a page."""

_NUMBER_INDENT = 2
"""The page number stands one character in from its edge (GB/T 9704—2012, 7.5)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown; all lines take the same number of cells, but without a frame those that are too wide for it."""

    lines: tuple[Text, ...]
    width: int
    """Cells of the widest line."""
    spread_width: int
    """Cells that two pages side by side take."""
    is_spread: bool


def preview(
    layout: Layout, pages: Iterable[Page], columns: int, *, spread: bool = False, rulers: bool = False
) -> Preview:
    """Draw pages of a layout for a terminal of so many columns, with a frame where it has room for one.

    Rulers count the lines of the type area on the left, and the characters of a line above it.

    A spread has the even page on the left; it needs frames, and room for two. No line is ever broken or cut: one that
    is wider than its page reaches into the margin, and makes the page wider where that does not do.
    """
    widths = _Widths.of(layout)
    gutter = _GUTTER if rulers else 0
    drawer = _Drawer.fitting(widths, columns, gutter)
    side = _Drawer.fitting(widths, (columns - len(_GAP)) // 2, gutter)
    spread_width = 2 * (widths.least_framed + gutter) + len(_GAP)
    if spread and side.margin:
        lines = tuple(line for pair in _pairs(pages) for line in side.spread(*pair))
        return Preview(lines, 2 * side.outer + len(_GAP), spread_width, is_spread=True)
    lines = tuple(line for page in pages for line in drawer.page(page))
    return Preview(lines, max(drawer.outer, widths.tight + gutter), spread_width, is_spread=False)


def _ends_masthead(line: PlacedLine) -> bool:
    return line.block.role is Role.OFFICE_LINE and line.last


def _pairs(pages: Iterable[Page]) -> Iterator[tuple[Page | None, Page | None]]:
    """Even page and the odd one after it."""
    for _, pair in groupby(pages, key=lambda page: page.number // 2):
        sides = {page.number % 2: page for page in pair}
        yield sides.get(0), sides.get(1)


@dataclass(frozen=True, slots=True)
class _Widths:
    """What the lines of a layout take, in cells."""

    grid: Grid
    natural: int
    """The widest line; at least the measure."""
    tight: int
    """The widest without spare blanks; at least the measure."""

    @classmethod
    def of(cls, layout: Layout) -> _Widths:
        grid = Grid(layout.setup, cell_len, lambda cells: " " * cells)
        lines = [line for page in layout.pages for line in page.lines]
        drawn = (cell_len(row) for page in layout.pages for row in grid.rows(page) if isinstance(row, str))
        least = max([grid.measure, *drawn])
        natural = max([least, *(cell_len(grid.draw(line)) for line in lines)])
        return cls(grid, natural, max([least, *(cell_len(grid.draw(line, 0)) for line in lines)]))

    def inner(self, margin: int) -> int:
        """Cells between margins of a width, which tight lines may reach into."""
        return max(self.grid.measure, self.tight - margin)

    @property
    def least_framed(self) -> int:
        """Cells of the narrowest page with a frame."""
        return self.inner(1) + 4


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Draws pages of `inner` cells between margins; without a margin there are no sides either."""

    grid: Grid
    inner: int
    margin: int
    gutter: int
    """Cells to the left of the frame; 0 where there are no rulers."""

    @classmethod
    def fitting(cls, widths: _Widths, columns: int, gutter: int) -> _Drawer:
        """The one for so many columns, with as few blanks left out as can be."""
        free = columns - gutter
        for margin in (2, 1):
            room = free - 2 * margin - 2
            if widths.inner(margin) <= room:
                return cls(widths.grid, min(room, max(widths.grid.measure, widths.natural - margin)), margin, gutter)
        return cls(widths.grid, max(widths.grid.measure, min(widths.natural, free)), 0, gutter)

    @property
    def outer(self) -> int:
        """Cells of a page with its frame and gutter."""
        return self.gutter + self._framed_width

    @property
    def _framed_width(self) -> int:
        return self.inner + (2 * self.margin + 2 if self.margin else 0)

    def page(self, page: Page) -> list[Text]:
        """The page's lines, frame and all."""
        caption = f" 第{page.number}页（封面） " if page.cover else f" 第{page.number}页 "
        rows = [self._framed(row) for row in self._rows(page)]
        head = [self._edge("┌", caption, "┐")]
        foot = [self._framed(Text()), self._framed(self._number(page)), self._edge("└", "", "┘")]
        if not self.gutter:
            return [*head, *rows, *foot]
        return [
            *map(self._beside, [*head, self._framed(self._scale())]),
            *(self._beside(row, number) for number, row in enumerate(rows, start=1)),
            *map(self._beside, foot),
        ]

    def _beside(self, row: Text, number: int | None = None) -> Text:
        """A row behind its number in the gutter."""
        return Text.assemble((f"{number or '':>{self.gutter - 1}} ", _FRAME), row)

    def _scale(self) -> Text:
        """The ruler above the type area: every fifth character by its number, at its right edge."""
        ticks = range(_TICK, self.grid.setup.characters + 1, _TICK)
        return Text("".join(f"{tick:>{2 * _TICK}}" for tick in ticks), _FRAME)

    def spread(self, left: Page | None, right: Page | None) -> Iterator[Text]:
        """Two pages side by side; where there is none, its place is free."""
        sides = [self.page(page) if page else [] for page in (left, right)]
        for pair in zip_longest(*sides):
            yield Text(_GAP).join(line or Text(" " * self.outer) for line in pair)

    def _rows(self, page: Page) -> Iterator[Text]:
        """The type area; the red rule below office and date takes the free row at the head of the cover."""
        rows = self.grid.rows(page)
        ends = [at for at, row in enumerate(rows) if isinstance(row, PlacedLine) and _ends_masthead(row)]
        at = ends[-1] if ends else None
        for index, row in enumerate(rows):
            if not (index == 0 and row is None and at is not None):
                yield self._row(row)
            if index == at:
                yield Text("━" * self.grid.measure, _RULE)

    def _row(self, line: PlacedLine | str | None) -> Text:
        if not isinstance(line, PlacedLine):
            return Text(line or "")
        style = line.block.style
        bold = line.block.role in _BOLD or style.keep_next or style.face is Face.HEI
        return Text(self.grid.draw(line, self.inner + self.margin), " ".join(["bold"] * bold + ["red"] * style.red))

    def _number(self, page: Page) -> Text:
        number = page_number(page)
        if page.number % 2 == 0:
            return Text(" " * _NUMBER_INDENT + number)
        return Text(" " * (self.grid.measure - cell_len(number) - _NUMBER_INDENT) + number)

    def _framed(self, row: Text) -> Text:
        side = Text("│" if self.margin else "", _FRAME)
        blank = " " * (self.inner + self.margin - cell_len(row.plain))
        return Text.assemble(side, " " * self.margin, row, blank, side)

    def _edge(self, left: str, caption: str, right: str) -> Text:
        if not self.margin:
            left, right = "─", "─"
        line = f"{left}─{caption}"
        return Text(line + "─" * (self._framed_width - cell_len(line) - 1) + right, _FRAME)
