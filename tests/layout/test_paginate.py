"""Pages: what is kept together, and what falls to the next page."""

from hypothesis import given
from hypothesis import strategies as st

from kjqb.layout.pages import LaidText, PlacedLine
from kjqb.layout.paginate import paginate
from tests.layout.lines import PITCH, block


def counts(*blocks: LaidText, lines: int = 4) -> list[int]:
    """Lines on each page of so many lines."""
    return [len(page.items) for page in paginate(blocks, PITCH * lines).pages]


def test_lines_fill_a_page_and_run_on():
    assert counts(block(3), block(6)) == [4, 4, 1]


def test_nothing_is_one_empty_page():
    assert counts() == [0]


def test_a_title_that_would_be_parted_from_its_text_moves_to_the_next_page():
    # 3 lines, then a title of 1 whose text's first line no longer fits
    assert counts(block(3), block(1, keep_next=True), block(2)) == [3, 3]


def test_a_title_takes_two_lines_of_its_text_with_it():
    # 2 + 1 leave one line; the opening paragraph wants two, and no single line over the page either: 1 + 3, 2
    assert counts(block(2), block(1, keep_next=True), block(5, holds_two=True)) == [2, 4, 2]


def test_headings_hold_on_to_each_other_and_to_their_text():
    assert counts(block(2), block(1, keep_next=True), block(1, keep_next=True), block(1)) == [2, 3]


def test_a_paragraph_that_holds_two_leaves_no_single_line_behind():
    # five lines from the second line on: 3 fit, then 2; four lines: 3 + 1 becomes 2 + 2
    assert counts(block(1), block(5, holds_two=True)) == [4, 2]
    assert counts(block(1), block(4, holds_two=True)) == [3, 2]


def test_three_lines_that_hold_two_cannot_be_parted():
    assert counts(block(2), block(3, holds_two=True)) == [2, 3]


def test_an_article_may_begin_a_page():
    assert counts(block(1), block(1, new_page=True)) == [1, 1]
    assert counts(block(1, new_page=True)) == [1]


def test_a_chain_higher_than_a_page_is_not_moved_for_ever():
    assert counts(block(1), block(3, keep_next=True), block(3, keep_next=True), block(1)) == [1, 4, 3]


@given(st.lists(st.builds(block, st.integers(1, 9), keep_next=st.booleans(), holds_two=st.booleans()), max_size=12))
def test_every_line_stands_on_one_page_in_order(blocks: list[LaidText]):
    placed = paginate(blocks, PITCH * 5)
    lines = [
        (id(line.block), line.index) for page in placed.pages for line in page.items if isinstance(line, PlacedLine)
    ]
    assert lines == [(id(one), index) for one in blocks for index in range(len(one.lines))]
    for page in placed.pages:
        assert [line.top.twips for line in page.items] == [PITCH.twips * rank for rank in range(len(page.items))]
        assert len(page.items) <= 5


@given(st.lists(st.builds(block, st.integers(1, 3), keep_next=st.booleans()), min_size=1, max_size=12))
def test_a_kept_block_ends_on_the_page_on_which_the_next_begins(blocks: list[LaidText]):
    placed = paginate(blocks, PITCH * 40)
    assert len(placed.starts) == len(blocks)
    for one, start, following in zip(blocks, placed.starts, placed.starts[1:], strict=False):
        end = start.top + one.height
        assert following.page == start.page if one.style.keep_next and end < PITCH.twips * 40 else True
