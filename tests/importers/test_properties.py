"""What holds for any text: nothing raises but our own errors, no character goes missing, places are right."""

from collections import Counter
from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kjqb.importers.article import TextFormat, read_article
from kjqb.importers.back_issue import BadIssueNumberError, read_back_issue
from kjqb.importers.loose import NotAnIssueError, is_issue, take_apart
from kjqb.layout.cover import office_line
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup

from .texts import (
    BODY,
    COLOPHON,
    FIRST,
    HEAD,
    ISSUE,
    LIST,
    SECOND,
    apart,
    held,
    points_at_itself,
    source,
    texts,
    written,
)

PIECES = (
    HEAD, LIST, BODY, COLOPHON, FIRST, SECOND, "目次", "★ 甲乙...2", "★ 甲乙", "甲乙", "-", "— 2 —", "一、做法",
    "（1）经费", "编辑:李 涛", "电话：", "2024年第1期", "第2期", "科技参考", "某局 编辑", "2024年1月5日",
    "2024年2月30日", "正文，没有句号", "正文。", "Latin text", "12", "　　", "\n", "\n\n", "\r\n", "\f",
    "\u2028", "\x1c", "\u200b", " ",
)  # fmt: skip
LOOSE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=24).map("".join)
ISSUES = LOOSE.map(lambda text: HEAD + text)


@given(ISSUES)
@example(ISSUE)
@example(HEAD + "目次\n★ 甲乙\n丙丁...2\n\n丙丁")
@example(HEAD + LIST + "【栏目】\n" + BODY + "— 3 —\n" + COLOPHON)
def test_every_character_of_an_issue_is_in_one_of_its_parts_or_stray(text: str):
    assert held(apart(text)) == written(text)


@given(ISSUES)
def test_every_character_of_an_issue_stands_where_its_passage_says(text: str):
    assert all(map(points_at_itself, apart(text).issue.passages))


@given(ISSUES)
@example(ISSUE)
def test_a_back_issue_loses_nothing_that_is_not_printed_again_or_listed(text: str):
    try:
        found = read_back_issue(source(text), BULLETIN)
    except BadIssueNumberError:
        return
    issue = found.issue
    rest = [loss.text for loss in found.losses]
    date = take_apart(source(text)).date_line
    kept = written(*texts(issue.passages), *rest, date.text if date else "", office_line(issue))
    assert not written(text) - kept


@given(LOOSE)
def test_every_character_of_an_article_is_in_it_or_listed(text: str):
    found = read_article(source(text), TextFormat.PLAIN)
    kept = [passage.text for passage in found.article.passages]
    assert written(*kept, *(loss.text for loss in found.losses)) == written(text)


@given(LOOSE)
def test_whether_a_text_is_an_issue_and_whether_it_is_read_as_one_agree(text: str):
    if is_issue(source(text)):
        assert take_apart(source(text)).issue.id.number >= 0


@given(st.text(), st.sampled_from([BULLETIN, GBT9704]))
def test_a_back_issue_of_any_text_raises_nothing_but_our_own_errors(text: str, setup: PageSetup):
    for whole in (text, HEAD + text, HEAD + LIST + text):
        with suppress(NotAnIssueError, BadIssueNumberError):
            read_back_issue(source(whole), setup)


def test_joined_pieces_and_losses_are_counted_once():
    assert held(apart(ISSUE)) == Counter("".join(ISSUE.split()))


HOSTILE = {
    "one line": HEAD + LIST + FIRST + "\n\n" + "文字，" * 300_000,
    "blanks": HEAD + LIST + " " * 1_000_000,
    "digits": HEAD + "★ 甲" + "." * 300_000 + "1" * 300_000,
    "brackets": HEAD + LIST + "（" * 100_000 + "\n" + "《" * 100_000,
    "numbers": HEAD + LIST + "（一" * 100_000,
    "dashes": HEAD + LIST + "—" * 300_000 + "2" + "—" * 300_000,
    "entries": HEAD + "".join(f"★ 题目第{count}号...{count % 900}\n" for count in range(20_000)),
    "one entry": HEAD + "★ 甲乙...2\n" * 20_000 + "\n" + "甲乙\n\n" * 20_000,
    "prefixes": HEAD + "★ " + "甲" * 60 + "...2\n\n" + "甲\n" * 20_000,
    "likes": HEAD + "".join(f"★ 甲乙丙丁戊己{at}...2\n" for at in range(99)) + "甲乙丙丁戊己庚\n\n" * 2_000,
    "lines": HEAD + LIST + "没有句号的一行文字\n" * 20_000,
    "line ends": "\r" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_in_a_time_that_its_length_bounds(name: str):
    start = perf_counter()
    is_issue(source(HOSTILE[name]))
    if name != "line ends":
        apart(HOSTILE[name])
    assert perf_counter() - start < 10
