"""Slack: how few lines bring a title to another page."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.layout.flow import extents, flow
from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import LaidText, is_title
from kjqb.layout.slack import SAFE, is_safe, slacks
from kjqb.layout.styles import Role
from kjqb.layout.target import Target
from kjqb.model.page_setup import BULLETIN
from kjqb.units import mm
from tests.issues import article, bulletin, figure, issue, table
from tests.layout.lines import PITCH, block

SETUP = replace(BULLETIN, pitch=PITCH, lines=10)
MORE = [article("", *["又一行。"] * lines).blocks for lines in range(12)]
"""So many lines of text, from none."""


def title(lines: int = 1, *, new_page: bool = False) -> LaidText:
    return replace(block(lines, keep_next=True, new_page=new_page), role=Role.TITLE)


def heading(lines: int = 1) -> LaidText:
    return block(lines, keep_next=True)


def slack(*blocks: LaidText) -> list[int]:
    """The slacks on pages of ten lines."""
    return slacks(blocks, SETUP)


def test_without_articles_there_is_nothing_to_say():
    assert slack() == []


def test_the_first_title_cannot_move():
    assert slack(title(), block(4)) == [10]


def test_a_title_moves_when_it_no_longer_fits_with_a_line_of_its_text():
    # 5 lines, then 1 + 1: 3 more leave 2 lines for them, 4 more only 1; to go back it takes 5 + 2 fewer
    assert slack(title(), block(4), title(), block(5)) == [10, 3]


def test_a_title_moves_back_when_there_is_room_on_the_page_before():
    # 11 lines: 1 stands before the title; 2 fewer leave 1 line on the first page, 3 fewer the 2 that it needs
    assert slack(title(), block(10), title(), block(5)) == [10, 2]


def test_a_title_that_has_fallen_to_the_next_page_goes_back_with_the_gap_it_left():
    # 9 lines; the title needs 2 and begins the second page; 1 fewer, and it fits
    assert slack(title(), block(8), title(), block(5)) == [10, 0]


def test_a_heading_that_falls_to_the_next_page_carries_the_next_title_on():
    # 6 lines, a heading of 3 with 1 line: page full. 6 more lines, the title at line 6 of the second page, with 2 free
    # behind it. One line more, and the heading falls, with it 10 lines: the title begins the third page
    assert slack(title(), block(5), heading(3), block(7), title(), block(5)) == [10, 0]


def test_an_article_without_text_yet_has_the_slack_of_the_title_that_it_holds_on_to():
    # 5 lines, then 1 + 1 + 1: 2 more leave 3 lines for them, 3 more only 2
    assert slack(title(), block(4), title(), title(), block(5)) == [10, 2, 2]


@pytest.mark.parametrize("following", [[], [title(new_page=True), block(1)]])
def test_an_article_without_text_yet_may_end_a_page(following: list[LaidText]):
    # 5 lines and 1: 4 more leave 1 line for it, 5 more none
    assert slack(title(), block(4), title(), *following)[:2] == [10, 4]


def test_a_title_that_begins_a_page_depends_on_the_number_of_pages_only():
    # 13 lines: 3 on the second page; it takes 3 fewer to end on the first, 8 more to reach the third
    assert slack(title(), block(12), title(new_page=True), block(3)) == [10, 2]
    # 15 lines: 5 fewer, 6 more
    assert slack(title(), block(14), title(new_page=True), block(3)) == [10, 4]


def test_a_page_more_or_less_moves_all_titles_behind_it():
    # the first article has a slack of 2, the second, of 15 lines, one of 4, the third, of 1 + 1, cannot lose its page
    articles = [title(), block(12), title(new_page=True), block(14), title(new_page=True), block(1)]
    assert slack(*articles, title(new_page=True), block(1)) == [10, 2, 2, 2]


def test_a_short_article_cannot_lose_its_page():
    # 2 lines on a page of their own: only 1 can go, and 8 may come, which is counted up to half a page
    assert slack(title(), block(1), title(new_page=True), block(1)) == [10, 5]


def test_a_title_that_begins_a_page_lets_run_on_ones_behind_it_start_anew():
    # whatever comes before, the second article begins a page; the third stands at its line 5
    articles = [title(), block(14), title(new_page=True), block(4), title(), block(5)]
    assert slack(*articles) == [10, 4, 3]


def test_what_is_kept_with_a_title_moves_with_it():
    # 5 lines, then a section's heading, the title and a line: 2 more leave just these 3
    assert slack(title(), block(4), heading(), title(), block(5)) == [10, 2]


def test_tables_figures_and_footnotes_before_a_title_count_as_what_they_take():
    first = article(
        "题目",
        "有注[^a]的一段，" + "不止一行" * 20 + "。",
        table("甲|乙", "1|2", "3|4"),
        figure(mm(60), mm(20), "图1"),
        "正文。",
        notes={"a": "注文。" * 30},
    )
    last = replace(article("末篇", "正文" * 40), page_break_before=True)
    issues = [
        issue(replace(first, blocks=(*first.blocks, *more)), article("次篇", "正文" * 150), last) for more in MORE
    ]
    layouts = [lay_out(one, bulletin(), Target.WORD) for one in issues]
    _, second, third = zip(*(layout.entries for layout in layouts), strict=True)
    assert [entry.page for entry in second[: second[0].slack + 2]] == [2] * (second[0].slack + 1) + [3]
    assert len({entry.page for entry in third[: third[0].slack + 1]}) == 1


articles = st.lists(
    st.tuples(st.integers(1, 2), st.lists(st.tuples(st.integers(0, 2), st.integers(1, 9)), min_size=1, max_size=4)),
    min_size=2,
    max_size=5,
)


def blocks(lengths: Sequence[tuple[int, list[tuple[int, int]]]], *, new_page: bool) -> list[LaidText]:
    """Articles of titles and, under headings of so many lines or none, first a line that is kept, then plain text."""
    made: list[LaidText] = []
    for rank, (lines, parts) in enumerate(lengths):
        made.append(title(lines, new_page=new_page and rank > 0))
        for high, text in parts:
            made += [heading(high)] if high else []
            made += [block(1), block(text)]
    return made


def title_pages(made: Sequence[LaidText]) -> list[int]:
    found = {segment.block: segment.page for segment in flow(extents(made), SETUP.depth.twips) if not segment.first}
    return [found[at] for at, one in enumerate(made) if is_title(one)]


@given(articles, st.booleans(), st.data())
def test_no_title_moves_when_no_more_lines_come_or_go_than_its_slack(lengths, new_page: bool, data: st.DataObject):
    made = blocks(lengths, new_page=new_page)
    before = title_pages(made)
    places = [at for at, one in enumerate(made) if not one.keep_next]
    changed, moved = list(made), [0] * len(made)
    for at in data.draw(st.lists(st.sampled_from(places), max_size=2, unique=True)):
        change = data.draw(st.integers(1 - len(made[at].lines), 4))
        changed[at], moved[at] = block(len(made[at].lines) + change), abs(change)
    after = title_pages(changed)
    titles = [at for at, one in enumerate(made) if is_title(one)]
    for rank, (at, least) in enumerate(zip(titles, slacks(made, SETUP), strict=True)):
        if sum(moved[:at]) <= least:
            assert before[rank] == after[rank]


@pytest.mark.parametrize(("lines", "safe"), [(0, False), (SAFE - 1, False), (SAFE, True), (21, True)])
def test_a_page_number_is_safe_from_the_measured_bound_on(lines: int, safe: bool):
    assert is_safe(lines) is safe
