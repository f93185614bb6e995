"""Tables of a Word file: the grid, with every text in the first of the cells that it spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kjqb.importers.docx.gathered import Gathered
from kjqb.importers.docx.text import WordText
from kjqb.importers.lines import with_joints
from kjqb.model.article import Table
from kjqb.model.source import Passage
from kjqb.ooxml.document import Cell
from kjqb.text.spans import Span


def is_frame(text: WordText, ranks: Sequence[int]) -> bool:
    """Whether a table is one cell, which is no more than a frame."""
    return len({_place(cell) for _, cell in _cells(text, ranks)}) == 1


def table(text: WordText, ranks: Sequence[int], gathered: Gathered) -> Table | None:
    """The table that paragraphs are; None where no cell has any text."""
    cells: dict[tuple[int, int], list[Passage]] = {}
    for rank, cell in _cells(text, ranks):
        filled = [passage for passage in text.passages(rank) if passage.text]
        cells.setdefault(_place(cell), []).extend(filled)
    if not any(cells.values()):
        return None
    _tell(text, ranks, cells, gathered)
    start = text.starts[ranks[0]]
    empty = Passage.verbatim(text.source, Span(start, start))
    columns = sorted({column for _, column in cells})
    rows = sorted({row for row, _ in cells})
    filled_cells = {place: Passage.join(with_joints(parts)) for place, parts in cells.items() if parts}
    grid = tuple(tuple(filled_cells.get((row, column), empty) for column in columns) for row in rows)
    return Table(grid, (None,) * len(columns))


def _tell(
    text: WordText, ranks: Sequence[int], cells: Mapping[tuple[int, int], Sequence[Passage]], gathered: Gathered
) -> None:
    where = text.where(ranks[0])
    found = list(_cells(text, ranks))
    merged = {_place(cell) for _, cell in found if cell.merged}
    inner = {
        paragraph.cell.table for rank in ranks if (paragraph := text.paragraphs[rank]).cell and paragraph.cell.outer
    }
    several = sum(len(parts) > 1 for parts in cells.values())
    if merged:
        gathered.lose(f"表格里合并的单元格{len(merged)}处拆开，文字在第一格", where)
    if inner:
        gathered.lose(f"表格里套的表格{len(inner)}个未保留，文字并入外层的单元格", where)
    if several:
        gathered.lose(f"表格里有{several}个单元格分段，段落连成一段", where)


def _cells(text: WordText, ranks: Sequence[int]) -> list[tuple[int, Cell]]:
    """The paragraphs with the cells of the outermost table."""
    return [(rank, cell.outermost) for rank in ranks if (cell := text.paragraphs[rank].cell)]


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
