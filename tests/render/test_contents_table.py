"""The contents list that `kjqb toc` shows."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from rich.cells import cell_len

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.slack import is_safe
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId
from kjqb.render.terminal.contents import REMEDY, contents_table, summary, warnings

from ..issues import article, bulletin, issue

LONG = "甲市“十四五”科技创新规划中期评估成效与建议以及下一步工作打算和保障措施"
LINE = "字" * 30


def laid_out(lines: Sequence[int] = (19, 30)) -> Layout:
    """An issue of three articles, the first two of so many lines and a title."""
    first, second = ("\n".join([LINE] * count).replace("\n", "") for count in lines)
    articles = (article("甲市", first), article(LONG, second), article("乙县", "一。"))
    return lay_out(issue(*articles), bulletin(), Target.WORD)


def shown(columns: int | None) -> list[str]:
    return contents_table(laid_out(), "★", columns).plain.splitlines()


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_it_keeps_within_the_window_with_pages_in_one_column(columns: int):
    head, *rows = shown(columns)
    assert all(cell_len(row) <= columns for row in (head, *rows))
    entries = [row for row in rows if re.search(r"\.\. \d+ ", row)]
    assert len(entries) == 3
    assert len({cell_len(row[: row.index("行")]) for row in entries}) == 1
    assert len({cell_len(re.split(r" +\d+行", row)[0]) for row in entries}) == 1


def test_in_a_pipe_every_entry_is_one_line():
    assert len(shown(None)) == 4
    assert f"★ {LONG} ..." in shown(None)[2]


def test_a_page_number_that_is_not_safe_is_marked_and_named():
    entries = laid_out().entries
    tight = [entry for entry in entries if not is_safe(entry.slack)]
    assert 0 < len(tight) < len(entries)
    assert sum(row.endswith("行 !") for row in shown(None)) == len(tight)
    assert list(warnings(entries)) == [
        f"第{entry.number}篇“{entry.title}”的页码只有{entry.slack}行余量" for entry in tight
    ]


def test_many_of_them_are_named_in_one_line():
    (tight,) = [entry for entry in laid_out().entries if not is_safe(entry.slack)][:1]
    many = [replace(tight, number=number) for number in range(1, 9)]
    assert list(warnings(many)) == ["第1、2、3、4、5、6、7、8篇的页码余量不足4行"]


def test_a_summary_names_the_entries_by_number():
    entries = laid_out().entries
    numbers = "、".join(str(entry.number) for entry in entries if not is_safe(entry.slack))
    assert summary(IssueId(2024, 3), entries) == f"2024年第3期第{numbers}篇的页码余量不足4行"
    assert summary(IssueId(2024, 3), entries[:1]) == ""


def test_the_remedy_says_what_an_editor_can_do():
    assert all(means in REMEDY for means in ("增删几行", "page-break-before = true", 'articles = "new-page"'))
