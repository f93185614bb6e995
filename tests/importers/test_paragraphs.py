"""Lines of a plain text and the paragraphs they make."""

import pytest

from kjqb.importers.lines import is_folio, joined, lines, paragraphs, wrap_measure
from kjqb.importers.numbered import heading_level, may_be_title

from .texts import points_at_itself, source

LONG = "全市聚焦新材料、生物医药、智能制造等重点产业，完善从基础研究到"  # 31 em
WRAPPED = f"{LONG}\n成果转化的全链条服务体系，引导高校与科研院所同企业共建实验室，推\n动成果落地。"


def read(text: str) -> list[str]:
    found = lines(source(text))
    return [joined(group).text for group in paragraphs(found, wrap_measure(found))]


def test_wrapped_lines_are_joined_without_a_blank_between_han():
    assert read(WRAPPED) == [WRAPPED.replace("\n", "")]


def test_a_blank_line_parts_paragraphs():
    assert len(read(WRAPPED + "\n\n" + WRAPPED)) == 2


def test_lines_that_end_in_cr_lf_are_joined_too_and_keep_their_places():
    found = lines(source(WRAPPED.replace("\n", "\r\n")))
    passage = joined(found)
    assert passage.text == WRAPPED.replace("\n", "")
    assert points_at_itself(passage)
    assert passage.at(31, 32).where.line == 2


def test_one_blank_joins_lines_that_meet_in_latin():
    text = "The regional platform offers shared equipment,\nopen data and training to all institutes of the\nregion."
    assert read(text) == [text.replace("\n", " ")]


def test_no_blank_joins_han_and_latin():
    assert read(f"{LONG}\nsupOS操作系统已经上线。") == [f"{LONG}supOS操作系统已经上线。"]


def test_the_blank_that_joins_stands_for_the_line_end():
    text = "The regional platform offers shared equipment\r\n  and open data to all."
    passage = joined(lines(source(text)))
    at = passage.text.index(" and")
    assert passage.at(at, at + 1).text == "\r\n  "


def test_a_sentence_that_breaks_off_goes_on_in_the_next_line_of_its_block():
    first = "付印之前，请没有参加编辑的人对照原件再核一遍，凡有改动的数据，都要在校样上找到批"
    assert read(f"{first}\n注,找不到批注的恢复原数。") == [f"{first}注,找不到批注的恢复原数。"]


def test_a_text_with_one_paragraph_a_line_and_no_blank_lines_keeps_its_paragraphs():
    text = [f"第{count}段。" + "内容" * count * 20 + "。" for count in range(1, 6)]
    assert read("\n".join(text)) == text


def test_an_indent_begins_a_paragraph():
    assert read(f"　　{LONG}\n成果转化的全链条服务体系。\n　　{LONG}\n全链条。") == [
        f"{LONG}成果转化的全链条服务体系。",
        f"{LONG}全链条。",
    ]


def test_a_sub_heading_stands_alone_without_blank_lines():
    assert read("一、加强组织领导\n市科技局牵头，各部门配合。\n二、强化保障\n经费列入预算。") == [
        "一、加强组织领导",
        "市科技局牵头，各部门配合。",
        "二、强化保障",
        "经费列入预算。",
    ]


def test_items_are_paragraphs_of_their_own():
    assert len(read("主要做法如下。\n一是筑平台，聚资源。\n二是引人才，强队伍。\n——服务企业，优化环境。")) == 4


def test_a_signature_is_not_glued_to_its_date():
    assert read("某市科学技术局\n2024年1月5日") == ["某市科学技术局", "2024年1月5日"]


@pytest.mark.parametrize("end", ["\f", "\u2029", "\n\f\n"])
def test_a_page_turn_ends_a_block(end: str):
    assert [line.block for line in lines(source(f"甲{end}乙"))] == [0, 1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028"])
def test_every_kind_of_line_end_ends_a_line(end: str):
    assert [line.text for line in lines(source(f"甲{end}乙"))] == ["甲", "乙"]


@pytest.mark.parametrize("text", ["— 2 —", "-2-", "－ 12 －", "第3页", "第 3 页 共 12 页", "────── 3 ──────"])
def test_a_page_number_is_known(text: str):
    assert is_folio(text)


@pytest.mark.parametrize("text", ["2", "-2", "2 —", "1—10", "——", "第3页的图"])
def test_a_bare_number_or_a_range_is_no_page_number(text: str):
    assert not is_folio(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、改进用电管理办法，节能工作取得新成效", 1),
        ("十二、强化保障", 1),
        ("（一）加强领导", 2),
        ("(一)加强领导", 2),
        ("1.平台建设", 3),
        ("1. 平台建设", 3),
        ("2．平台建设", 3),
        ("3、平台建设", 3),
        ("（1）经费", 4),
        ("(1) 经费", 4),
        ("一、改进用电管理办法。", None),
        ("（1）改进“服务台”。延长开放的时间", None),
        ("一、" + "长" * 40, None),
        ("1.5倍", None),
        ("一、", None),
        ("经费", None),
        ("1. 抓好春耕，", None),
        ("2024年工作要点", None),
    ],
)
def test_a_sub_heading_is_told_by_number_length_and_end(text: str, level: int | None):
    assert heading_level(text) == level


@pytest.mark.parametrize(
    "text", ["内蒙古：建立共享服务机制 带动县域发展", "某市出台“科创十条”", "2024年工作要点", "字" * 60]
)
def test_a_title_has_a_short_lines_form(text: str):
    assert may_be_title(text)


@pytest.mark.parametrize("text", ["今天天气好。", "字" * 61, "一、背景", "近日，", "★★★", "如下：", "", "——筑平台"])
def test_a_sentence_a_number_or_an_ornament_is_no_title(text: str):
    assert not may_be_title(text)
