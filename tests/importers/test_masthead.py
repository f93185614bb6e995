"""Mastheads of loose texts: which issue, whose, and what it is called."""

from datetime import date

import pytest

from kjqb.importers.loose import is_issue
from kjqb.importers.masthead import is_office, office_name
from kjqb.model.issue import Issue, IssueId

from .texts import BODY, FIRST, LIST, apart, issue, points_at_itself, source

OFFICE = "某市科技信息中心 编辑"


def headed(head: str) -> Issue:
    return issue(f"{head}\n\n{LIST}{BODY}")


def with_line(line: str) -> str:
    return f"科技参考\n\n{line}\n\n{OFFICE}\n\n{LIST}{BODY}"


@pytest.mark.parametrize(
    ("line", "year", "number"),
    [
        ("2024年第1期", 2024, 1),
        ("2024 年第 1 期", 2024, 1),
        ("2024年第01期", 2024, 1),
        ("2024年01期", 2024, 1),
        ("2024年第一期", 2024, 1),
        ("2024年第十二期", 2024, 12),
        ("二〇二四年第一期", 2024, 1),
        ("２０２４年第１期", 2024, 1),
        ("2024第3期", 2024, 3),
        ("（2024年第366期）", 2024, 366),
        ("2024年第1期（总第36期）", 2024, 1),
        ("2024年第1期 总第36期", 2024, 1),
        ("2024年第1期　2024年1月15日", 2024, 1),
        ("科技参考 2024年第1期", 2024, 1),
        ("科技参考（2024年第1期）", 2024, 1),
    ],
)
def test_the_issue_line_is_known_in_right_and_wrong_forms(line: str, year: int, number: int):
    text = with_line(line)
    assert is_issue(source(text))
    assert issue(text).id == IssueId(year, number)


@pytest.mark.parametrize("line", ["第01期", "第一期", "（第 3 期）"])
def test_a_number_alone_will_do_where_a_contents_list_follows(line: str):
    assert is_issue(source(with_line(line), "a.txt"))
    assert issue(with_line(line), "a.txt").id.year == 0
    assert not is_issue(source(f"科技参考\n\n{line}\n\n正文在这里。", "a.txt"))


def test_the_year_that_an_issue_line_lacks_is_that_of_the_date_or_of_the_files_name():
    assert issue(with_line("第3期"), "2023-03.txt").id == IssueId(2023, 3)
    dated = f"科技参考\n\n第3期\n\n{OFFICE}　2022年3月5日\n\n{LIST}{BODY}"
    assert issue(dated, "2023-03.txt").id == IssueId(2022, 3)


@pytest.mark.parametrize(
    "text",
    [
        "某市建成平台\n\n2024年第1期工程完工。\n",
        "《科技参考》2024年第1期刊登了这一经验，引起反响\n",
        "2024年第一期工程建设\n\n进展顺利。\n",
        "正文。\n" * 20 + "2024年第1期\n",
        "2024年1月\n",
        "",
        "2024年第1期" + "长" * 100,
    ],
)
def test_a_text_that_only_mentions_an_issue_is_none(text: str):
    assert not is_issue(source(text, "a.txt"))


def test_title_issue_line_and_office_are_taken_as_they_stand():
    found = headed(f"科技参考\n\n2024 年第 1 期\n\n{OFFICE}").masthead
    assert found.issue_line
    assert found.office
    assert (found.title.text, found.issue_line.text, found.office.text) == ("科技参考", "2024 年第 1 期", OFFICE)
    assert all(map(points_at_itself, (found.title, found.issue_line, found.office)))


def test_a_title_in_the_issue_line_is_parted_from_it():
    found = headed(f"科技参考（2024年第1期）\n\n{OFFICE}").masthead
    assert found.issue_line
    assert (found.title.text, found.issue_line.text) == ("科技参考", "（2024年第1期）")


def test_the_whole_number_is_read_and_is_not_the_number():
    found = headed(f"科技参考\n\n2024年第1期（总第36期）\n\n{OFFICE}")
    assert (found.id.number, found.whole_number) == (1, 36)


@pytest.mark.parametrize("gap", ["　", "      ", "\n\n"])
def test_the_date_beside_or_under_the_office_is_the_issues_date(gap: str):
    loose = apart(f"科技参考\n\n2024年第1期\n\n{OFFICE}{gap}2024年1月15日\n\n{LIST}{BODY}")
    assert loose.issue.date == date(2024, 1, 15)
    assert loose.issue.masthead.office
    assert loose.issue.masthead.office.text == OFFICE
    assert loose.date_line
    assert loose.date_line.text == "2024年1月15日"


def test_a_day_that_does_not_exist_is_no_date_and_not_lost():
    loose = apart(f"科技参考\n\n2024年第1期\n\n{OFFICE}\n\n2024年2月30日\n\n{LIST}{BODY}")
    assert loose.issue.date is None
    assert [line.text for line in loose.stray] == ["2024年2月30日"]


@pytest.mark.parametrize(
    "head",
    [
        f"内部资料 免费交流\n\n科技参考\n\n2024年第1期\n\n{OFFICE}",
        f"科技参考\n\n内部资料 注意保存\n\n2024年第1期\n\n{OFFICE}",
        "某市科技信息中心\n\n科技参考\n\n2024年第1期\n\n2024年1月15日",
        f"2024年第1期\n\n科技参考\n\n{OFFICE}",
        f"━━━━━\n\n科技参考\n\n2024年第1期\n\n{OFFICE}",
    ],
)
def test_the_title_is_found_among_notices_and_offices(head: str):
    found = headed(head).masthead
    assert found.title.text == "科技参考"
    assert found.office
    assert found.office.text.startswith("某市科技信息中心")


def test_a_masthead_without_title_or_office_has_an_empty_title():
    found = headed("2024年第1期").masthead
    assert (found.title.text, found.office) == ("", None)


def test_lines_that_are_nothing_of_the_masthead_are_stray():
    loose = apart(f"科技参考\n\n2024年第1期\n\n{OFFICE}\n\n-\n\n（内部资料）\n\n{LIST}{BODY}")
    assert [line.text for line in loose.stray] == ["-", "（内部资料）"]


def test_without_a_contents_list_the_masthead_ends_at_the_first_other_line():
    found = issue(f"科技参考\n\n2024年第1期\n\n{OFFICE}\n\n{FIRST}\n\n平台面向全市开放。\n")
    assert found.masthead.office
    assert found.masthead.office.text == OFFICE
    assert [article.title.text for article in found.articles] == [FIRST]


@pytest.mark.parametrize(
    "text", ["某市科技局", "某市科技信息中心 编辑", "编辑单位：某市科技局", "kjqb项目组 编辑", "某局主办"]
)
def test_an_office_is_known(text: str):
    assert is_office(text)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("某市科技信息中心 编辑", "某市科技信息中心"),
        ("某市科技信息中心编辑", "某市科技信息中心"),
        ("编辑单位：某市科技局", "某市科技局"),
        ("某市科技局 主办", "某市科技局 主办"),
        ("编辑", "编辑"),
    ],
)
def test_the_office_is_named_without_the_word_that_editions_print_again(line: str, name: str):
    found = apart(f"科技参考\n\n2024年第1期\n\n{OFFICE}\n").issue.masthead.title
    passage = type(found).verbatim(source(line), type(found.extent.span)(0, len(line)))
    assert office_name(passage).text == name
