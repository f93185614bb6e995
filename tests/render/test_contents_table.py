"""The contents list that `kjqb toc` shows."""

import re
from collections.abc import Sequence

import pytest
from rich.cells import cell_len

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.render.terminal.contents import advice, contents_table

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


def test_a_page_number_that_hangs_on_few_lines_is_marked_with_advice():
    layout = laid_out()
    tight = [entry for entry in layout.entries if entry.slack <= 3]
    assert tight
    assert sum(row.endswith("行 !") for row in shown(None)) == len(tight)
    assert [f"第{entry.number}篇“{entry.title}”" in text for entry, text in zip(tight, advice(layout), strict=True)]
    assert all("增删" in text and "另起一页" in text for text in advice(layout))
