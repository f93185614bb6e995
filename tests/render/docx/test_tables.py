"""Tables in the file of a Word edition: as high as the layout says, in every program."""

import pytest

from kjqb.layout.pages import LaidTable, LaidText
from kjqb.model.article import CellAlign, Table
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup
from kjqb.ooxml.tables import BORDER
from kjqb.render.docx.tables import BORDERS
from tests.issues import bulletin, marked, table
from tests.render.docx.parts import Edition, Node, edition, has, texts, value, values

SAMPLE = table("序号|事项", "1|受理", "2|" + "审查与公示" * 20)


def laid(made: Edition) -> LaidTable:
    (block,) = (block for block in made.layout.blocks if isinstance(block, LaidTable))
    return block


def rows(made: Edition) -> list[Node]:
    return made.find("w:tr")


@pytest.mark.parametrize("setup", [BULLETIN, GBT9704], ids=lambda setup: setup.preset)
def test_rows_and_lines_together_are_as_high_as_the_layout_says(setup: PageSetup):
    made = edition("前文。", SAMPLE, "后文。", of=bulletin(setup=setup))
    heights = [int(height) for height in values(rows(made), "w:trPr/w:trHeight")]
    assert sum(heights) + BORDERS.twips == laid(made).height
    assert set(values(rows(made), "w:trPr/w:trHeight", "hRule")) == {"exact"}


def test_on_each_further_page_too_since_the_header_makes_room_for_the_lines():
    made = edition(table("甲|乙", *(f"{number}|项" for number in range(40))), "后文。")
    header, *rest = (int(height) for height in values(rows(made), "w:trPr/w:trHeight"))
    assert header + BORDERS.twips == laid(made).rows[0].height.twips
    assert rest == [row.height.twips for row in laid(made).rows[1:]]


def test_the_lines_are_as_wide_as_what_they_are_said_to_add():
    (borders,) = edition(SAMPLE, "后文。").find("w:tblBorders")
    assert {int(value(line, "sz")) for line in borders} == {BORDER}
    assert BORDERS.twips == BORDER * 20 / 8  # eighths of a point, in twips


def test_columns_are_fixed_and_together_the_measure():
    made = edition(SAMPLE, "后文。")
    (grid,), (width,), (layout,) = (made.find(tag) for tag in ("w:tblGrid", "w:tblW", "w:tblLayout"))
    columns = [int(value(column, "w")) for column in grid]
    assert columns == [column.twips for column in laid(made).columns]
    assert sum(columns) == int(value(width, "w")) == BULLETIN.measure.twips
    assert value(layout, "type") == "fixed"
    for row in rows(made):
        assert [int(width) for width in values(row.findall("w:tc", row.nsmap), "w:tcPr/w:tcW", "w")] == columns


def test_its_outer_lines_stand_at_the_edges_of_the_type_area():
    (indent,) = edition(SAMPLE, "后文。").find("w:tblInd")
    assert value(indent, "w") == "0"


def test_cells_add_nothing_above_and_below_their_text():
    (margins,) = edition(SAMPLE, "后文。").find("w:tblCellMar")
    found = {margin.tag.split("}")[1]: int(value(margin, "w")) for margin in margins}
    assert found["top"] == found["bottom"] == 0
    assert found["left"] == found["right"] > 0


def test_the_header_is_repeated_and_holds_on_to_the_first_row_only():
    made = edition(SAMPLE, "后文。")
    assert [has(row, "w:trPr/w:tblHeader") for row in rows(made)] == [True, False, False]
    held = [[has(cell, "w:p/w:pPr/w:keepNext") for cell in row.findall("w:tc", row.nsmap)] for row in rows(made)]
    assert held == [[True, True], [False, False], [False, False]]


def test_a_header_without_rows_does_not_hold_on_to_the_text_below():
    made = edition(table("只有|表头"), "后文。")
    assert made.find("w:keepNext") == []


def test_each_cell_holds_its_text_in_one_paragraph_of_its_role():
    made = edition(SAMPLE, "后文。")
    cells = made.find("w:tc")
    assert ["".join(texts(cell)) for cell in cells] == [cell.text for row in SAMPLE.rows for cell in row]
    assert values(cells, "w:p/w:pPr/w:pStyle") == ["HeaderCell"] * 2 + ["Cell"] * 4
    assert {len(cell.findall("w:p", cell.nsmap)) for cell in cells} == {1}


def test_columns_stand_where_the_table_says():
    cells = (("甲", "乙", "丙"), ("1", "2", "3"))
    said = Table(tuple(tuple(map(marked, row)) for row in cells), (None, CellAlign.RIGHT, CellAlign.CENTRE))
    made = edition(said, "后文。")
    assert values(made.find("w:tc"), "w:p/w:pPr/w:jc") == ["center", "right", "center", "left", "right", "center"]


def test_between_two_tables_and_behind_the_last_stands_a_paragraph():
    made = edition(SAMPLE, SAMPLE, "后文。")
    (body,) = made.find("w:body")
    tags = [child.tag.split("}")[1] for child in body]
    first = tags.index("tbl")
    assert tags[first : first + 4] == ["tbl", "p", "tbl", "p"]
    assert any(isinstance(block, LaidText) and not block.text for block in made.layout.blocks)
