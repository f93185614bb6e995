"""Tables: how wide their columns are, and how high their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from kjqb.errors import KjqbError
from kjqb.layout.compose import Composer
from kjqb.layout.pages import LaidRow, LaidTable, LaidText
from kjqb.layout.styles import Align, Role
from kjqb.model.article import CellAlign, Table
from kjqb.model.source import Passage
from kjqb.units import Length

_MARGIN = 0.4
"""Free at both sides of a cell, in em of the table's type."""

_USUAL = {Role.HEADER_CELL: CellAlign.CENTRE, Role.CELL: CellAlign.LEFT}
"""Where a cell's text stands when nobody said."""

_ALIGNS = {CellAlign.LEFT: Align.LEFT, CellAlign.CENTRE: Align.CENTRE, CellAlign.RIGHT: Align.RIGHT}

_LEAST = 2
"""Characters that every column has room for."""


class TableTooLargeError(KjqbError):
    """A table with more columns than the measure has room for, or with a row higher than a page."""

    slug = "table-too-large"


def lay_table(table: Table, composer: Composer) -> LaidTable:
    """A table as wide as the measure; its rows are a line higher than their fullest cell.

    Raises TableTooLargeError.
    """
    columns = column_widths(table, composer)
    setter = _Setter(composer, columns, table.aligns)
    header, *rest = table.rows
    rows = (setter.row(header, Role.HEADER_CELL), *(setter.row(cells, Role.CELL) for cells in rest))
    for rank, (row, cells) in enumerate(zip(rows, table.rows, strict=True)):
        if row.height.twips + (rows[0].height.twips if rank else 0) > composer.setup.depth.twips:
            hint = "把这一行拆成几行，或把长段文字移到表外"
            raise TableTooLargeError("表格的一行比一页还高", where=cells[0].extent.where, hint=hint)
    return LaidTable(rows, columns)


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets the rows of one table."""

    composer: Composer
    columns: Sequence[Length]
    aligns: Sequence[CellAlign | None]

    def row(self, passages: Sequence[Passage], role: Role) -> LaidRow:
        cells = tuple(
            self.cell(passage, role, align or _USUAL[role], width)
            for passage, align, width in zip(passages, self.aligns, self.columns, strict=True)
        )
        lines = max(len(cell.lines) for cell in cells)
        return LaidRow(cells, cells[0].style.pitch * (lines + 1))

    def cell(self, passage: Passage, role: Role, align: CellAlign, width: Length) -> LaidText:
        composer = self.composer
        measure = width - Length(_around(composer))
        laid = composer.inline(composer.printed(passage, role), role, measure=measure)
        style = replace(laid.style, align=_ALIGNS[align])
        return replace(laid, style=style)


def column_widths(table: Table, composer: Composer) -> tuple[Length, ...]:
    """Widths that together are the measure; none is narrower than its text needs while another has room to spare.

    Raises TableTooLargeError when there are too many columns.
    """
    measure = composer.setup.measure.twips
    wanted = [max(_width(passage, composer) for passage in column) for column in zip(*table.rows, strict=True)]
    least = _around(composer) + _LEAST * composer.styles[Role.CELL].type.size.twips
    if least * len(wanted) > measure:
        what = f"表格有{len(wanted)}栏，版心只容得下{measure // least}栏"
        raise TableTooLargeError(what, where=table.rows[0][0].extent.where, hint="把表格拆成几个，或改成文字叙述")
    widths = _shared([max(width, least) for width in wanted], measure)
    return tuple(map(Length, [*widths[:-1], measure - sum(widths[:-1])]))


def cell_margin(size: Length) -> Length:
    """What is free at each side of a cell whose text is of that size."""
    return size * _MARGIN


def _width(passage: Passage, composer: Composer) -> int:
    """What a cell takes whose text stands on one line, in twips."""
    type_ = composer.styles[Role.HEADER_CELL].type
    return ceil(sum(type_.advances(composer.printed(passage, Role.CELL)))) + _around(composer) + 1


def _around(composer: Composer) -> int:
    """The margins of a cell, in twips."""
    return 2 * cell_margin(composer.styles[Role.CELL].type.size).twips


def _shared(wanted: Sequence[int], measure: int) -> list[int]:
    """The measure shared out: what is too much goes to all by their widths, what lacks is taken from the widest."""
    total = sum(wanted)
    if total <= measure:
        return [width * measure // total for width in wanted]
    room, limit = measure, 0
    for rank, width in enumerate(sorted(wanted)):
        limit = room // (len(wanted) - rank)
        if width > limit:
            break
        room -= width
    return [min(width, limit) for width in wanted]
