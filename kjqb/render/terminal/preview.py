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

_NUMBER_INDENT = 2
"""The page number stands one character in from its edge (GB/T 9704—2012, 7.5)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown; all lines take the same number of cells."""

    lines: tuple[Text, ...]
    width: int
    """Cells of each line."""
    spread_width: int
    """Cells that two pages side by side take."""
    is_spread: bool


def preview(layout: Layout, pages: Iterable[Page], columns: int, *, spread: bool = False) -> Preview:
    """Draw pages of a layout for a terminal of so many columns, with a frame where it has room for one.

    A spread has the even page on the left; it needs a frame, and room for two. No line is ever broken or cut: one that
    the terminal has no room for makes all lines as wide as itself.
    """
    pages = tuple(pages)
    drawer = _Drawer.fitting(layout, columns)
    widest = _Drawer(drawer.grid, drawer.inner, margin=1)
    spread_width = 2 * widest.outer + len(_GAP)
    if spread and spread_width <= columns:
        roomy = _Drawer(drawer.grid, drawer.inner, margin=2)
        drawer = roomy if 2 * roomy.outer + len(_GAP) <= columns else widest
        lines = tuple(line for pair in _pairs(pages) for line in drawer.spread(*pair))
        return Preview(lines, 2 * drawer.outer + len(_GAP), spread_width, is_spread=True)
    lines = tuple(line for page in pages for line in drawer.page(page))
    return Preview(lines, drawer.outer, spread_width, is_spread=False)


def _pairs(pages: Iterable[Page]) -> Iterator[tuple[Page | None, Page | None]]:
    """Even page and the odd one after it."""
    for _, pair in groupby(pages, key=lambda page: page.number // 2):
        sides = {page.number % 2: page for page in pair}
        yield sides.get(0), sides.get(1)


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Draws pages whose type area takes `inner` cells; without a margin there are no sides either."""

    grid: Grid
    inner: int
    margin: int

    @classmethod
    def fitting(cls, layout: Layout, columns: int) -> _Drawer:
        grid = Grid(layout.setup, cell_len, lambda cells: " " * cells, squeezes=True)
        lines = [line for page in layout.pages for line in page.lines]
        inner = max(grid.measure, *(grid.needed_width(line) for line in lines)) if lines else grid.measure
        roomy = (margin for margin in (2, 1) if inner + 2 * margin + 2 <= columns)
        return cls(grid, inner, next(roomy, 0))

    @property
    def outer(self) -> int:
        """Cells of a page with its frame."""
        return self.inner + (2 * self.margin + 2 if self.margin else 0)

    def page(self, page: Page) -> list[Text]:
        """The page's lines, frame and all."""
        caption = f" 第{page.number}页（封面） " if page.cover else f" 第{page.number}页 "
        return [
            self._edge("┌", caption, "┐"),
            *(self._framed(row) for row in self._rows(page)),
            self._framed(Text()),
            self._framed(self._number(page)),
            self._edge("└", "", "┘"),
        ]

    def spread(self, left: Page | None, right: Page | None) -> Iterator[Text]:
        """Two pages side by side; where there is none, its place is free."""
        sides = [self.page(page) if page else [] for page in (left, right)]
        for pair in zip_longest(*sides):
            yield Text(_GAP).join(line or Text(" " * self.outer) for line in pair)

    def _rows(self, page: Page) -> Iterator[Text]:
        """The type area; the red rule below the office line takes the free row at the head of the cover."""
        rows = self.grid.rows(page)
        at = next((at for at, row in enumerate(rows) if row and row.block.role is Role.OFFICE_LINE and row.last), None)
        for index, row in enumerate(rows):
            if not (index == 0 and row is None and at is not None):
                yield self._row(row)
            if index == at:
                yield Text("━" * self.inner, _RULE)

    def _row(self, line: PlacedLine | None) -> Text:
        if line is None:
            return Text()
        style = line.block.style
        bold = line.block.role in _BOLD or style.keep_next or style.face is Face.HEI
        return Text(self.grid.draw(line, self.inner), " ".join(["bold"] * bold + ["red"] * style.red))

    def _number(self, page: Page) -> Text:
        number = page_number(page)
        if page.number % 2 == 0:
            return Text(" " * _NUMBER_INDENT + number)
        return Text(" " * (self.inner - cell_len(number) - _NUMBER_INDENT) + number)

    def _framed(self, row: Text) -> Text:
        side = Text("│" if self.margin else "", _FRAME)
        gap = " " * self.margin
        return Text.assemble(side, gap, row, " " * (self.inner - cell_len(row.plain)), gap, side)

    def _edge(self, left: str, caption: str, right: str) -> Text:
        if not self.margin:
            left, right = "─", "─"
        line = f"{left}─{caption}"
        return Text(line + "─" * (self.outer - cell_len(line) - 1) + right, _FRAME)
