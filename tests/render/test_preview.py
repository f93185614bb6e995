"""Pages in a terminal: as laid out, aligned to the cell at any width, never broken."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.model.article import ListItem
from kjqb.model.page_setup import GBT9704, PageSetup
from kjqb.render.terminal.preview import Preview, preview

from ..grammar import Grammar
from ..issues import article, bulletin, issue, passage

BODY = "“数据”——要素……市场·改革" * 40
LATIN = "a lily is a lily, still little ill: its filial title " * 20


def laid_out(*texts: str, setup: PageSetup | None = None, title: str = "甲市建成科技资源共享平台") -> Layout:
    made = issue(article(title, *(texts or (BODY,))), article("乙县", "#一、概况", BODY))
    return lay_out(made, bulletin(setup=setup) if setup else bulletin(), Target.WORD)


def drawn(layout: Layout, columns: int, *, spread: bool = False, rulers: bool = False) -> Preview:
    return preview(layout, layout.pages, columns, spread=spread, rulers=rulers)


def rows(shown: Preview) -> list[str]:
    return [line.plain for line in shown.lines]


def test_the_mark_of_a_list_hangs_right_before_its_text():
    items = [ListItem(level, passage("甲")) for level in (1, 2)]
    layout = lay_out(issue(article("题目", *items)), bulletin(), Target.WORD)
    found = [row.index("•") for row in rows(drawn(layout, 60)) if "•" in row]
    assert len(found) == 2
    assert found[1] - found[0] == 2


@pytest.mark.parametrize("columns", [60, 61, 62, 63, 64, 65, 66, 80, 100, 130, 138, 200])
@pytest.mark.parametrize("spread", [False, True])
@pytest.mark.parametrize("rulers", [False, True])
def test_every_line_takes_the_same_cells_and_fits(columns: int, spread: bool, rulers: bool):
    shown = drawn(laid_out(), columns, spread=spread, rulers=rulers and columns >= 63)
    assert {cell_len(row) for row in rows(shown)} == {shown.width}
    assert shown.width <= columns


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(60, 200), st.booleans(), st.booleans())
def test_generated_issues_are_aligned_too(seed: int, columns: int, hostile: bool, spread: bool):
    grammar = Grammar(seed, spaced=True, hostile=hostile)
    layout = laid_out(*(grammar.paragraph() for _ in range(8)), title=grammar.title())
    shown = drawn(layout, columns, spread=spread)
    widths = {cell_len(row) for row in rows(shown)}
    assert widths == {shown.width} if shown.width <= columns else 60 <= min(widths) <= columns


def test_each_line_of_the_layout_is_one_line_of_the_terminal():
    layout = laid_out()
    shown = rows(drawn(layout, 66))
    for page in layout.pages:
        for line in page.lines:
            assert any(line.text.strip() in row for row in shown), line.text


def test_narrow_terminals_get_no_sides():
    framed, bare = rows(drawn(laid_out(), 64)), rows(drawn(laid_out(), 63))
    assert all(row[0] in "┌│└" and row[-1] in "┐│┘" for row in framed)
    assert not any("│" in row for row in bare)
    assert {cell_len(row) for row in bare} == {60}


def test_latin_wider_than_in_print_widens_all_pages_alike():
    shown = drawn(laid_out(LATIN, title="Latin"), 110)
    assert 66 < shown.width <= 110
    assert {cell_len(row) for row in rows(shown)} == {shown.width}


def test_latin_too_wide_for_the_terminal_stands_out_alone():
    shown = drawn(laid_out(LATIN, BODY, title="Latin"), 60)
    for row in rows(shown):
        assert cell_len(row) == 60 or "lily" in row


def test_a_line_a_little_too_wide_reaches_into_the_margin():
    shown = rows(drawn(laid_out("甲值为5.1，乙值为6.2，丙值为7.3，丁值为8.4；" * 20), 66))
    assert any(row.startswith("│") and row[-2] != " " for row in shown)
    assert {cell_len(row) for row in shown} == {66}


def test_blanks_beside_han_go_before_a_line_grows_too_long():
    layout = laid_out("近 400 个、52 家、24 家、17 项、6 个、100 个、" * 10)
    assert drawn(layout, 60).width == 60


def test_the_grid_of_official_documents_is_56_cells():
    assert drawn(laid_out(setup=GBT9704), 56).width == 56


def test_the_cover_has_masthead_rule_and_contents():
    cover = rows(drawn(laid_out(), 66))[:25]
    assert re.fullmatch("│ +编排样刊 +│", cover[1])
    assert re.fullmatch("│ +2024年第3期 +│", cover[3])
    assert re.fullmatch("│  样刊编辑部编辑 +2024年3月20日  │", cover[4])
    assert re.fullmatch("│  ━{60}  │", cover[5])
    assert re.fullmatch(r"│  ★  甲市建成科技资源共享平台 \.+ 2  │", cover[6])
    assert "—" not in "".join(cover[20:])


def test_masthead_and_rule_are_red_and_titles_bold():
    shown = drawn(laid_out(), 66).lines
    styles = {str(span.style) for line in (shown[1], shown[5]) for span in line.spans}
    assert {"bold red", "red"} <= styles
    title = next(line for line in shown[25:] if "甲市建成" in line.plain)
    heading = next(line for line in shown if "一、概况" in line.plain)
    assert "bold" in {str(span.style) for span in title.spans}
    assert "bold" in {str(span.style) for span in heading.spans}


def test_page_numbers_stand_left_on_even_pages_and_right_on_odd_ones():
    shown = rows(drawn(laid_out(), 66))
    numbers = [row for row in shown if re.search(r"— \d+ —", row)]
    assert re.fullmatch("│    — 2 — +│", numbers[0])
    assert re.fullmatch("│ +— 3 —    │", numbers[1])


def test_the_colophon_stands_at_the_foot():
    shown = rows(drawn(laid_out("一。"), 66))
    foot = next(at for at, row in enumerate(shown) if "电话：0000" in row)
    assert "—" in shown[foot + 2]
    assert shown[foot - 1].strip("│ ") == ""


def test_every_page_is_as_high_as_the_grid():
    layout = laid_out()
    assert len(drawn(layout, 66).lines) == len(layout.pages) * (layout.setup.lines + 4)


def test_a_spread_has_even_left_and_odd_right():
    shown = rows(drawn(laid_out(), 140, spread=True))
    assert shown[0].startswith(" " * 68)
    assert "第1页（封面）" in shown[0]
    second = shown[25]
    assert second.index("第2页") < second.index("第3页")


def test_a_spread_falls_back_where_it_has_no_room():
    layout = laid_out()
    assert drawn(layout, 130, spread=True).is_spread
    shown = drawn(layout, 129, spread=True)
    assert not shown.is_spread
    assert shown.spread_width == 130


def test_nothing_in_a_text_steers_the_terminal():
    shown = rows(drawn(laid_out("红\x1b[31m色\u202e[bold]"), 80))
    assert "红\\x1b[31m色\\u202e[bold]" in "".join(shown)
