"""Tables of fixed columns and exact rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.ooxml.elements import element
from kjqb.units import Length

BORDER = 4
"""Width of all lines, in eighths of a point."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells' paragraphs, and its exact height."""

    cells: Sequence[BaseOxmlElement]
    height: Length
    header: bool
    """Whether every page that the table reaches repeats it."""


def table(rows: Iterable[Row], columns: Sequence[Length], margin: Length) -> BaseOxmlElement:
    """A table whose outer lines stand at the edges of the measure; text in the middle of its rows."""
    made = element("tbl", _properties(columns, margin), element("tblGrid", *(_grid(column) for column in columns)))
    made.extend(_row(row, columns) for row in rows)
    return made


def _properties(columns: Sequence[Length], margin: Length) -> BaseOxmlElement:
    """In the order of the schema (ISO/IEC 29500-1, 17.4.59)."""
    borders = (element(side, val="single", sz=BORDER, space=0, color="auto") for side in _SIDES)
    margins = {"top": 0, "left": margin.twips, "bottom": 0, "right": margin.twips}
    return element(
        "tblPr",
        element("tblW", w=sum(column.twips for column in columns), type="dxa"),
        element("tblInd", w=0, type="dxa"),
        element("tblBorders", *borders),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in margins.items())),
    )


def _grid(column: Length) -> BaseOxmlElement:
    return element("gridCol", w=column.twips)


def _row(row: Row, columns: Sequence[Length]) -> BaseOxmlElement:
    header = (element("tblHeader"),) if row.header else ()
    height = element("trHeight", val=row.height.twips, hRule="exact")
    made = element("tr", element("trPr", element("cantSplit"), height, *header))
    for column, paragraph in zip(columns, row.cells, strict=True):
        properties = element("tcPr", element("tcW", w=column.twips, type="dxa"), element("vAlign", val="center"))
        made.append(element("tc", properties, paragraph))
    return made
