"""Tables of a page: which are data, and their cells row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kjqb.errors import KjqbError
from kjqb.importers.html.select import flat_text, is_unseen

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_COLUMNS, MAX_ROWS = 100, 5_000
"""What one cell may span."""

MAX_CELLS = 100_000
"""Of one table, those made by spans included."""


class LargeTableError(KjqbError):
    """A table of more cells than anybody prints."""

    slug = "large-table"


def is_layout(table: Element) -> bool:
    """Whether a table only places things on the page: no row of it has two cells with text."""
    return all(sum(bool(flat_text(cell)) for cell in _cells(row)) <= 1 for row in _rows(table))


def grid(table: Element) -> list[list[Element | None]]:
    """The cells by row and column; None for a place that another cell spans, or that the row lacks.

    Raises LargeTableError.
    """
    rows: list[list[Element | None]] = []
    spanned: dict[int, int] = {}
    for row in _rows(table):
        cells: list[Element | None] = []
        for cell in _cells(row):
            while spanned.get(len(cells), 0) > 0:
                spanned[len(cells)] -= 1
                cells.append(None)
            width = _span(cell, "colspan", MAX_COLUMNS)
            for column in range(len(cells), len(cells) + width):
                spanned[column] = _span(cell, "rowspan", MAX_ROWS) - 1
            cells += [cell, *[None] * (width - 1)]
        while spanned.get(len(cells), 0) > 0:
            spanned[len(cells)] -= 1
            cells.append(None)
        rows.append(cells)
    return _even([row for row in rows if any(cell is not None for cell in row)])


def _even(rows: list[list[Element | None]]) -> list[list[Element | None]]:
    width = max(map(len, rows), default=0)
    if width * len(rows) > MAX_CELLS:
        hint = "确认是一篇文章的网页；也可删去表格后另存再导入"
        raise LargeTableError(f"网页里的表格超过{MAX_CELLS:,}格", hint=hint)
    return [[*row, *[None] * (width - len(row))] for row in rows]


def _rows(table: Element) -> Iterator[Element]:
    """The rows of the table itself."""
    for each in table:
        if each.tag == "tr":
            yield each
        elif each.tag in {"tbody", "thead", "tfoot"} and not is_unseen(each):
            yield from each.iterchildren("tr")


def _cells(row: Element) -> Iterator[Element]:
    return (each for each in row.iterchildren("td", "th") if not is_unseen(each))


def _span(cell: Element, name: str, most: int) -> int:
    said = cell.get(name, "1")
    return min(max(int(said), 1), most) if said.isascii() and said.isdecimal() and len(said) < 9 else 1
