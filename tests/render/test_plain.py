"""The plain-text edition."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.importers.loose import read_issue
from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.model.source import Source
from kjqb.render.plain import encode, plain
from kjqb.text.width import display_width

from ..issues import article, bulletin, issue

LONG = "甲市“十四五”科技创新规划中期评估——成效与建议"


def laid_out(*, heading: str = "", marker: str = "★") -> Layout:
    made = issue(article(LONG, "第一段。" * 30, "#一、概况"), article("乙县", "第二段。"))
    return lay_out(made, bulletin(heading=heading, marker=marker), Target.WORD)


def listed(text: str) -> list[str]:
    return [line for line in text.splitlines() if "...." in line]


def test_it_has_masthead_contents_articles_and_colophon_in_order():
    assert plain(laid_out(heading="目次")).splitlines() == [
        "编排样刊",
        "2024年第3期",
        "样刊编辑部编辑　2024年3月20日",
        "",
        "目次",
        "★ 甲市“十四五”科技创新规划中期评估——成效与建议........2",
        "★ 乙县....................................................2",
        "",
        LONG,
        "",
        "　　" + "第一段。" * 30,
        "",
        "　　一、概况",
        "",
        "乙县",
        "",
        "　　第二段。",
        "",
        "电话：0000",
    ]


def test_leaders_fill_to_one_edge_by_display_width():
    assert {display_width(line) for line in listed(plain(laid_out()))} == {60}


def test_without_a_marker_entries_begin_with_their_titles():
    assert listed(plain(laid_out(marker="")))[1].startswith("乙县.")


def test_wrapped_it_has_the_lines_of_the_layout_and_a_rule_under_each_page():
    layout = laid_out()
    lines = plain(layout, wrap="page").splitlines()
    for page in layout.pages:
        for line in page.lines:
            assert any(line.text.strip() in shown for shown in lines)
    rules = [line for line in lines if line.startswith("──")]
    assert [rule.strip("─ ") for rule in rules] == ["", "2"]
    assert all(display_width(rule) <= 60 for rule in rules)


def test_wrapped_the_colophon_stands_at_the_foot_of_its_page():
    lines = plain(laid_out(), wrap="page").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("──"))
    body = lines[first + 1 : -1]
    assert len(body) == 21
    assert body[-1] == "　电话：0000"


@pytest.mark.parametrize("wrap", ["none", "page"])
def test_no_line_ends_in_a_blank_and_the_last_has_its_line_end(wrap: Literal["none", "page"]):
    text = plain(laid_out(), wrap=wrap)
    assert text.endswith("\n")
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert text == plain(laid_out(), wrap=wrap)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_what_gb18030_writes_it_reads_again(text: str):
    assert encode(text, "gb18030").decode("gb18030") == text


def test_line_ends_are_those_asked_for():
    assert encode("甲\n乙\n", newline="crlf") == "甲\r\n乙\r\n".encode()
    assert encode("甲\n乙\n") == "甲\n乙\n".encode()


def joined(lines: Iterable[str]) -> str:
    return "".join("".join(line.split()) for line in lines)


def test_nothing_of_an_article_is_lost():
    text = joined(plain(laid_out()).splitlines())
    assert joined([LONG, "第一段。" * 30, "一、概况", "乙县", "第二段。", "电话：0000"]) in text


@pytest.mark.parametrize("wrap", ["none", "page"])
def test_it_is_read_again_as_the_issue_that_it_is(wrap: Literal["none", "page"]):
    read = read_issue(Source("样刊.txt", plain(laid_out(), wrap=wrap)))
    assert read.contents
    assert [entry.title.text for entry in read.contents.entries] == [LONG, "乙县"]
    assert [entry.page.text for entry in read.contents.entries] == ["2", "2"]
    assert [article.title.text for article in read.articles] == [LONG, "乙县"]
    assert read.date == date(2024, 3, 20)
    assert [line.text for line in read.colophon] == ["电话：0000"]
