"""Tables, figures, footnotes, lists and what heads and ends an article: what they take of a page."""

from dataclasses import replace
from datetime import date

import pytest

from kjqb.layout.flow import NOTE_RULE
from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import LaidFigure, LaidTable, LaidText, Layout, PlacedFigure, PlacedRow, keeps_next
from kjqb.layout.styles import Role
from kjqb.layout.tables import TableTooLargeError
from kjqb.layout.target import Target
from kjqb.model.article import Article, ListItem, Origin, Quote
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.units import mm
from tests.issues import article, bulletin, figure, issue, marked, passage, table

PITCH = BULLETIN.pitch.twips
LINE = "编排工作要细致耐心前后一致，"


def lines(count: int) -> str:
    """A paragraph that fills so many lines exactly: two ems of the first are its indent."""
    return (LINE * count * 3)[: count * BULLETIN.characters - 3] + "。"


def laid(*articles: Article, setup: PageSetup = BULLETIN, colophon: tuple[str, ...] = ()) -> Layout:
    return lay_out(issue(*articles, colophon=colophon), bulletin(setup=setup), Target.WORD)


def tops(layout: Layout, page: int) -> list[int]:
    """Where the items of a page of the body begin, in halves of a pitch."""
    return [round(item.top.twips * 2 / PITCH) for item in layout.pages[page].items]


def test_a_row_is_as_high_as_its_fullest_cell_and_one_line_of_it_as_a_line_of_the_body():
    layout = laid(article("题目", lines(1), table("甲|乙", "一|二", "三|" + "四" * 60), "末段。"))
    made = next(block for block in layout.blocks if isinstance(block, LaidTable))
    assert [row.height.twips for row in made.rows][:2] == [PITCH, PITCH]
    assert made.rows[2].height.twips == PITCH // 2 * (len(made.rows[2].cells[1].lines) + 1) > PITCH
    *_, last = layout.pages[1].lines
    assert last.top.twips == 2 * PITCH + made.height


def test_columns_share_the_measure_by_what_their_texts_need():
    layout = laid(article("题目", table("序号|事项", "1|" + "长" * 50)))
    made = next(block for block in layout.blocks if isinstance(block, LaidTable))
    assert sum(column.twips for column in made.columns) == BULLETIN.measure.twips
    assert len(made.rows[0].cells[0].lines) == 1
    assert made.columns[0].twips < BULLETIN.measure.twips / 6


def test_a_table_that_crosses_a_page_bears_its_header_again():
    layout = laid(article("题目", lines(17), table("甲|乙", *(f"{n}|{n}" for n in range(6)))))
    rows = [[item.index for item in page.items if isinstance(item, PlacedRow)] for page in layout.pages[1:]]
    assert rows == [[0, 1, 2], [0, 3, 4, 5, 6]]  # 1 + 17 + 3 = 21, then the header and the rest


def test_a_header_is_never_left_alone_at_the_foot():
    layout = laid(article("题目", lines(19), table("甲|乙", "1|2")))
    assert [type(item).__name__ for item in layout.pages[2].items] == ["PlacedRow", "PlacedRow", "PlacedLine"]


def test_the_line_above_a_table_that_is_numbered_as_one_is_its_caption_and_goes_with_it():
    layout = laid(article("题目", lines(18), "表1  各类稿件的页数", table("甲|乙", "1|2")))
    caption = layout.pages[2].lines[0]
    assert caption.block.role is Role.TABLE_CAPTION
    assert not keeps_next(laid(article("题目", "表决结果如下。", table("甲|乙", "1|2"))).blocks[1])


def test_a_table_too_wide_or_a_row_too_high_is_said():
    with pytest.raises(TableTooLargeError, match="30栏"):
        laid(article("题目", table("|".join("甲" * 30))))
    with pytest.raises(TableTooLargeError, match="一页"):
        laid(article("题目", table("甲|乙", "1|" + "字" * 3000)))


def test_two_tables_are_kept_apart_and_none_ends_the_file():
    layout = laid(article("题目", table("甲", "1"), table("乙", "2")))
    kinds = [type(block).__name__ for block in layout.blocks]
    assert kinds == ["LaidText", "LaidTable", "LaidText", "LaidTable", "LaidText"]


def test_an_image_is_scaled_into_the_measure_in_a_line_of_whole_pitches():
    layout = laid(article("题目", figure(mm(400), mm(200)), "末段。"))
    made = next(block for block in layout.blocks if isinstance(block, LaidFigure))
    assert made.width == BULLETIN.measure
    assert abs(made.image_height.twips * 2 - made.width.twips) <= 1
    assert made.line.twips % PITCH == 0
    assert 0 < made.line.twips - made.image_height.twips <= 1.2 * PITCH


def test_an_image_is_never_parted_from_its_caption_nor_higher_than_the_page_with_it():
    layout = laid(article("题目", lines(17), figure(mm(100), mm(30), "图1 页面")))  # 1 + 17 + 3 + 1 > 21
    assert [type(item).__name__ for item in layout.pages[2].items] == ["PlacedFigure", "PlacedLine"]
    _, placed, caption = laid(article("题目", figure(mm(100), mm(900), "图1 页面"))).pages[1].items
    assert isinstance(placed, PlacedFigure)
    assert placed.bottom == caption.top.twips == (1 + 15) * PITCH  # title, and 80 % of 21 less one for the caption


def test_a_footnote_stands_at_the_foot_of_its_page_and_takes_lines_from_it():
    noted = article("题目", lines(5) + "据此[^1]。", lines(30), notes={"1": "注" * 50})
    page = laid(noted).pages[1]
    assert len(page.notes) == 2  # 50 characters of 10.5 pt in 30 em of 15 pt
    assert page.notes[0].text.startswith("①")
    assert page.notes[-1].bottom == BULLETIN.depth.twips
    assert len(page.items) == (BULLETIN.depth.twips - PITCH - NOTE_RULE) // PITCH


def test_a_line_goes_to_the_next_page_with_its_footnote():
    # 1 + 20 lines, the last with the note: it has no room there
    noted = article("题目", lines(19), "据此[^1]。", notes={"1": "注"})
    first, second = laid(noted).pages[1:]
    assert (len(first.items), len(first.notes)) == (20, 0)
    assert (len(second.items), len(second.notes)) == (1, 1)


def test_a_footnote_that_does_not_fit_whole_goes_on_at_the_foot_of_the_next_page():
    # below 1 + 18 + 1 lines there is room for the rule and one line of half a pitch
    noted = article("题目", lines(18), "据此[^1]。", lines(30), notes={"1": "注" * 100})
    first, second = laid(noted).pages[1:3]
    assert [len(page.notes) for page in (first, second)] == [1, 2]
    assert [len(page.items) for page in (first, second)] == [20, 19]
    assert "".join(note.text for note in (*first.notes, *second.notes)) == "① " + "注" * 100


def test_footnotes_are_numbered_anew_on_each_page():
    noted = article("题目", "甲[^a]乙[^b]。", lines(30), "丙[^c]。", notes={"a": "一", "b": "二", "c": "三"})
    pages = laid(noted).pages[1:]
    assert [[note.text for note in page.notes] for page in pages] == [["① 一", "② 二"], ["① 三"]]
    assert [line.text for page in pages for line in page.lines if line.numbers] == ["甲①乙②。", "丙①。"]


def test_a_list_hangs_its_marks_and_a_further_paragraph_of_an_item_has_none():
    items = (ListItem(1, passage("甲")), ListItem(1, passage("乙"), opens=False), ListItem(2, passage("丙")))
    blocks = laid(article("题目", *items)).blocks[1:]
    made = [(block.role, block.marker) for block in blocks if isinstance(block, LaidText)]
    assert made == [(Role.LIST_1, "•"), (Role.LIST_1, ""), (Role.LIST_2, "•")]


def test_a_quotation_is_set_in_from_both_sides():
    block = laid(article("题目", Quote(passage("引" * 60)))).blocks[1]
    assert isinstance(block, LaidText)
    assert [len(line.text) for line in block.lines] == [24, 26, 10]


def test_sections_head_their_articles_in_body_and_contents_list():
    one, two, three = (replace(article(f"第{n}篇", "文。"), section=name) for n, name in enumerate("甲甲乙", 1))
    layout = laid(one, two, three)
    assert [line.text for line in layout.pages[1].lines if line.block.role is Role.SECTION] == ["【甲】", "【乙】"]
    listed = [block.text for block in layout.cover if block.role in {Role.CONTENTS_SECTION, Role.CONTENTS_ENTRY}]
    assert listed == ["【甲】", "第1篇", "第2篇", "【乙】", "第3篇"]


def test_authors_and_source_are_printed_unless_the_house_does_not_want_them():
    one = replace(article("题目", "文。"), authors=("张三", "李四"), origin=Origin("某报", date=date(2024, 1, 5)))
    assert [line.text for line in laid(one).pages[1].lines] == [
        "题目",
        "张三\u3000李四",
        "文。",
        "（来源：某报，2024年1月5日）",
    ]
    bare = laid(one, setup=replace(BULLETIN, by_line=False, source_line=False))
    assert [line.text for line in bare.pages[1].lines] == ["题目", "文。"]


def test_an_article_may_ask_for_a_page_of_its_own():
    layout = laid(article("甲", "文。"), replace(article("乙", "文。"), page_break_before=True), article("丙", "文。"))
    assert [entry.page for entry in layout.entries] == [2, 3, 3]


@pytest.mark.parametrize(("count", "pages"), [(1, 2), (18, 2), (19, 4), (25, 4), (41, 4), (60, 4), (61, 6)])
def test_the_colophon_may_be_kept_on_even_pages(count: int, pages: int):
    # a title, so many lines, and two lines of colophon: 21 lines a page, the body from page 2 on
    layout = laid(article("题目", lines(count)), setup=replace(BULLETIN, even_pages=True), colophon=("甲", "乙"))
    assert len(layout.pages) == pages
    assert [line.text for line in layout.pages[-1].lines][-2:] == ["甲", "乙"]
    assert [page.number for page in layout.pages] == list(range(1, pages + 1))


def test_the_colophon_stands_above_the_footnotes():
    last = laid(article("题目", "据此[^1]。", notes={"1": "注"}), colophon=("甲",)).pages[-1]
    *_, line = last.lines
    assert line.text == "甲"
    assert line.bottom <= last.notes[0].top.twips - NOTE_RULE


def test_strong_and_emphasis_stay_with_their_characters():
    block = laid(article("题目", marked_text := "其中**第三条**最*要紧*。")).blocks[1]
    assert isinstance(block, LaidText)
    assert marked_text.replace("*", "") == block.text
    assert [(mark.start, mark.end) for mark in block.inline.marks] == [(2, 5), (6, 8)]
    assert marked("甲**乙**").marks[0].start == 1
