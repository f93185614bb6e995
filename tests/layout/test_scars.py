"""Paragraphs that a page turn has cut in two."""

from dataclasses import replace

import pytest

from kjqb.layout.scars import mend
from kjqb.model.article import Paragraph
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from tests.issues import article

LINE = "编排工作要求前后一致并且准确无误同时还要便于查找和利用今后"  # 29 characters
FULL = LINE[:28]  # with the indent of 2 one whole line of 30
ASIDE = LINE[:17]  # ends in mid-line


def joined(*texts: str) -> list[str]:
    mended, _ = mend(article("题目", *texts), BULLETIN)
    return [passage.text for passage in mended.passages][1:]


def test_a_full_line_without_a_final_mark_goes_on_in_the_next_paragraph():
    assert joined(FULL, "后文。") == [f"{FULL}后文。"]


def test_the_line_may_be_some_characters_short_or_over():
    assert len(joined(FULL[:23], "后文。")) == 1
    assert len(joined(FULL + LINE[:5], "后文。")) == 1
    assert len(joined(FULL[:22], "后文。")) == 2


def test_a_paragraph_that_ends_in_mid_line_is_whole_although_its_mark_is_missing():
    assert joined(ASIDE, "后文。") == [ASIDE, "后文。"]


def test_a_final_mark_ends_a_paragraph_however_full_its_line():
    assert len(joined(f"{FULL[:-1]}。", "后文。")) == 2
    assert len(joined(f"{FULL[:-2]}。”", "后文。")) == 2


@pytest.mark.parametrize(
    "opening", ["一是落实", "（1）打造", "(2) 激活", "——创建", "二、保障", "3.细目", "①项", "第二，加快"]
)
def test_an_item_is_no_continuation(opening: str):
    assert len(joined(FULL, f"{opening}措施。")) == 2


def test_a_heading_is_no_continuation():
    assert len(joined(FULL, "#二、下一节", "后文。")) == 3


def test_a_paragraph_over_three_pages_is_joined_whole():
    assert joined(FULL, LINE + "而", "后文。") == [f"{FULL}{LINE}而后文。"]


def test_two_latin_words_are_joined_with_a_blank_and_nothing_else_is():
    assert joined(f"{FULL[:24]}Word", "Perfect。") == [f"{FULL[:24]}Word Perfect。"]
    assert joined(f"{FULL[:24]}Word", "文件。") == [f"{FULL[:24]}Word文件。"]


def test_the_pieces_keep_their_places():
    source = Source("loose.txt", f"{FULL}\n\n后文。")
    pieces = [Passage.verbatim(source, Span(0, 28)), Passage.verbatim(source, Span(30, 33))]
    cut = replace(article("题目"), blocks=tuple(map(Paragraph, pieces)))
    mended, (scar,) = mend(cut, BULLETIN)
    assert (scar.before.text, scar.after.text) == (FULL, "后文。")
    _, whole = mended.passages
    assert whole.at(28, 30).text == "后文"
    assert str(whole.at(28, 30).where) == "loose.txt:3:1"
