"""The contents list of a loose text, in the forms that offices use."""

import pytest

from kjqb.importers.contents_list import contents_list, entry_of
from kjqb.importers.lines import lines
from kjqb.model.issue import Entry

from .texts import BODY, COLOPHON, FIRST, HEAD, LIST, SECOND, apart, points_at_itself, source, texts


def entry(line: str) -> Entry | None:
    found = lines(source(line))
    return entry_of(found[0].passage) if found else None


def listed(text: str) -> list[tuple[str, str]]:
    found = contents_list(lines(source(text)), 0)
    return [(each.title.text, each.page.text) for each in found.entries] if found else []


@pytest.mark.parametrize(
    ("line", "title", "leaders", "page"),
    [
        ("- ★ 甲乙：丙丁 戊己...2", "甲乙：丙丁 戊己", "...", "2"),
        (" - ★ 甲乙.....10", "甲乙", ".....", "10"),
        ("★ 甲乙 ………… 3", "甲乙", " ………… ", "3"),
        ("★甲乙······4", "甲乙", "······", "4"),
        ("甲乙…5", "甲乙", "…", "5"),
        ("甲乙    6", "甲乙", "    ", "6"),
        ("甲乙\t7", "甲乙", "\t", "7"),
        ("甲乙　8", "甲乙", "　", "8"),
        ("★ 甲乙 9", "甲乙", " ", "9"),
        ("● 甲乙 . . . . １２", "甲乙", " . . . . ", "１２"),
        ("甲“乙”____3", "甲“乙”", "____", "3"),
        ("★ 推广5G……3", "推广5G", "……", "3"),
        ("1.甲乙……3", "1.甲乙", "……", "3"),
    ],
)
def test_an_entry_is_title_leaders_and_number(line: str, title: str, leaders: str, page: str):
    found = entry(line)
    assert found
    assert found.leaders
    assert (found.title.text, found.leaders.text, found.page.text) == (title, leaders, page)
    assert all(map(points_at_itself, (found.title, found.leaders, found.page, found.line)))


@pytest.mark.parametrize(
    "line",
    [
        "甲乙 5",
        "甲乙5",
        "甲乙.5",
        "★ 甲乙",
        "......5",
        "★ ...5",
        "2024....5",
        "甲乙....12345",
        "甲乙....",
        "5",
        "甲乙……5页",
        "",
    ],
)
def test_a_line_of_another_form_is_no_entry(line: str):
    assert entry(line) is None


def test_a_list_ends_where_the_first_title_stands():
    assert listed("★ 甲乙...2\n★ 丙丁...3\n\n甲乙\n\n合计.....5") == [("甲乙", "2"), ("丙丁", "3")]


def test_an_entry_may_be_broken_over_two_lines():
    text = "★ 建立资源共享服务机制\n  带动县域产业发展...2\n★ 丙丁...3\n"
    assert listed(text) == [("建立资源共享服务机制带动县域产业发展", "2"), ("丙丁", "3")]


def test_names_of_sections_may_stand_between_entries_and_are_stray():
    found = contents_list(lines(source("【政策】\n甲乙...2\n【地方】\n丙丁...3\n\n甲乙\n")), 0)
    assert found
    assert len(found.entries) == 2
    assert texts(found.stray) == ["【地方】"]


def test_no_list_begins_behind_a_sentence():
    assert listed("全文如下。\n甲乙...2\n") == []


@pytest.mark.parametrize("heading", ["目次", "目 录", "目　次", "本期目录", "要目", "Contents"])
def test_the_heading_of_the_list_is_neither_title_nor_entry(heading: str):
    loose = apart(f"{HEAD}{heading}\n\n{LIST}{BODY}{COLOPHON}")
    assert loose.contents_heading
    assert loose.contents_heading.text == heading
    assert not loose.stray
    assert loose.issue.contents
    assert [each.title.text for each in loose.issue.contents.entries] == [FIRST, SECOND]


def test_the_list_is_printed_not_stored():
    contents = apart(HEAD + LIST + BODY).issue.contents
    assert contents
    assert not contents.stored
