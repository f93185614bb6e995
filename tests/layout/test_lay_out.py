"""A whole issue: the contents list comes out of the pages."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import LaidText, Layout
from kjqb.layout.styles import Role
from kjqb.layout.target import Target
from kjqb.model.issue import Issue
from kjqb.model.page_setup import PRESETS, PageSetup
from tests.issues import article, bulletin, issue, passage

LINE = "编排工作要细致耐心前后一致"


def body(lines: int, setup: PageSetup) -> str:
    """A paragraph that fills so many lines exactly: two ems of the first are its indent."""
    return (LINE * lines * 3)[: lines * setup.characters - 3] + "。"


def laid(one: Issue, setup: PageSetup = PRESETS["bulletin"], target: Target = Target.WORD) -> Layout:
    return lay_out(one, bulletin(setup=setup), target)


setups = st.sampled_from([replace(setup, run_on=run_on) for setup in PRESETS.values() for run_on in (True, False)])
issues = st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=4), min_size=1, max_size=6)


def made(lengths: list[list[int]], setup: PageSetup) -> Issue:
    return issue(*(article(f"第{n}篇文章的题目", *(body(m, setup) for m in ms)) for n, ms in enumerate(lengths, 1)))


@given(issues, setups, st.sampled_from(Target))
def test_an_entry_s_page_is_the_page_of_its_title(lengths: list[list[int]], setup: PageSetup, target: Target):
    layout = laid(made(lengths, setup), setup, target)
    pages = [page.number for page in layout.pages for line in page.lines if line.block.role is Role.TITLE]
    assert [entry.page for entry in layout.entries] == pages
    assert [page.number for page in layout.pages] == list(range(1, len(layout.pages) + 1))


@given(issues, setups)
def test_a_page_is_never_overfull(lengths: list[list[int]], setup: PageSetup):
    for page in laid(made(lengths, setup), setup).pages:
        for line in page.lines:
            assert line.top.twips + line.block.style.pitch.twips <= setup.depth.twips


@given(st.lists(st.integers(3, 20), min_size=2, max_size=5), st.integers(-3, 3))
def test_a_change_of_no_more_lines_than_the_slack_leaves_the_page(lengths: list[int], change: int):
    setup = PRESETS["bulletin"]
    before = laid(made([[length] for length in lengths], setup))
    after = laid(made([[lengths[0] + change if lengths[0] + change > 2 else 3], *([n] for n in lengths[1:])], setup))
    moved = abs(max(lengths[0] + change, 3) - lengths[0])
    for old, new in zip(before.entries[1:], after.entries[1:], strict=True):
        if moved <= old.slack:
            assert old.page == new.page


def test_run_on_articles_follow_each_other_and_others_begin_a_page():
    setup = PRESETS["bulletin"]
    two = made([[3], [3]], setup)
    assert [entry.page for entry in laid(two).entries] == [2, 2]
    assert [entry.page for entry in laid(two, replace(setup, run_on=False)).entries] == [2, 3]


def test_the_first_article_cannot_move():
    assert laid(made([[3], [3]], PRESETS["bulletin"])).entries[0].slack == PRESETS["bulletin"].lines


def test_a_contents_list_that_runs_over_pushes_the_body_back():
    # 3 + 1 + 1 lines of masthead leave 16 for entries; 20 entries take a second page
    many = made([[1]] * 20, PRESETS["bulletin"])
    layout = laid(many)
    assert [page.cover for page in layout.pages[:3]] == [True, True, False]
    assert layout.entries[0].page == 3


@pytest.mark.parametrize(("office", "covers"), [(22, 1), (24, 2)])
def test_a_date_that_finds_no_room_behind_the_office_has_a_line_of_its_own(office: int, covers: int):
    # 30 em: the date takes 7 em (8 digits of half an em and 3 Han), half an em is free before it.
    # 3 + 1 + 1 lines leave 16 for entries, one line more leaves 15
    one = made([[1]] * 16, PRESETS["bulletin"])
    masthead = replace(one.masthead, office=passage("甲" * (office - 2) + "编辑"))
    one = replace(one, date=date(2024, 12, 20), masthead=masthead)
    assert laid(one).entries[0].page == covers + 1


def test_the_body_may_begin_with_another_number():
    layout = laid(made([[3]], PRESETS["bulletin"]), replace(PRESETS["bulletin"], first_page=101))
    assert layout.entries[0].page == 101
    assert [page.number for page in layout.pages] == [100, 101]


@pytest.mark.parametrize("title", ["标点符号的位置和用法：行首行末 都要检查并且改正过来", "一行之内的题目"])
def test_a_long_title_breaks_where_its_sense_does(title: str):
    block = laid(issue(article(title, LINE))).blocks[0]
    assert isinstance(block, LaidText)
    assert block.text == title
    assert [line.text.strip() for line in block.lines] == (title.split() if " " in title else [title])


def test_the_colophon_stands_at_the_foot_of_the_last_page():
    setup = PRESETS["bulletin"]
    last = laid(issue(article("题目", LINE), colophon=("编辑：甲", "电话：乙"))).pages[-1]
    *_, first, second = last.lines
    assert [first.text, second.text] == ["编辑：甲", "电话：乙"]
    assert second.top.twips == setup.pitch.twips * (setup.lines - 1)
