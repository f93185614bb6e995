"""Tables of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.pages import LaidRow, LaidTable
from kjqb.layout.tables import cell_margin
from kjqb.ooxml import tables
from kjqb.ooxml.elements import element
from kjqb.render.docx.paragraphs import Notes, content, paragraph
from kjqb.render.docx.styles import alignment
from kjqb.units import Length

BORDERS = Length(10)
"""What lines of half a point add to the height of a table's rows, on each page that it reaches (measured)."""


def table(block: LaidTable, notes: Notes) -> BaseOxmlElement:
    """A table; its header's row, which each page has, is less high by what the borders add."""
    margin = cell_margin(block.rows[0].cells[0].style.type.size)
    return tables.table(_rows(block, notes), block.columns, margin)


def _rows(block: LaidTable, notes: Notes) -> Iterator[tables.Row]:
    for rank, row in enumerate(block.rows):
        height = row.height if rank else row.height - BORDERS
        yield tables.Row(list(_cells(row, notes, held=rank == 0 and len(block.rows) > 1)), height, header=rank == 0)


def _cells(row: LaidRow, notes: Notes, *, held: bool) -> Iterator[BaseOxmlElement]:
    """The paragraphs of a row's cells; those of a held row hold on to the next."""
    for cell in row.cells:
        made = paragraph(cell, *content(cell, notes))
        properties = made.pPr
        if held:
            properties.insert(1, element("keepNext"))
        properties.append(alignment(cell.style))
        yield made
