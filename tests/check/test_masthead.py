from dataclasses import replace

import pytest

from kjqb.check.fix import settle
from kjqb.check.issue_lines import is_well_formed, issue_of_file, stated_issue
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Conventions
from kjqb.model.issue import IssueId

from . import texts


def issue(
    line: str = "2024年第1期", office: str = texts.OFFICE, colophon: str = texts.OFFICE, file: str = texts.FILE
) -> Subject:
    head = f"科技参考\n{line}\n{office}"
    foot = colophon if "电话" in colophon else f"{colophon}\n电话：0471-1234567"
    return texts.issue(f"{head}\n%%\n★ {texts.TITLE}...2\n%%\n= {texts.TITLE}\n{texts.BODY}\n%%\n{foot}", file=file)


def found(subject: Subject) -> list[tuple[str, str]]:
    report = run([subject], Conventions(select=("M",)))
    return [(finding.code, finding.extent.text) for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "issue_id"),
    [
        ("2024年第1期", IssueId(2024, 1)),
        ("2024 年第 12 期", IssueId(2024, 12)),
        ("二〇二四年第十二期", IssueId(2024, 12)),
        ("2024年01期", IssueId(2024, 1)),
        ("２０２４年第１期", IssueId(2024, 1)),
        ("本刊2024年第2期印80份", IssueId(2024, 2)),
        ("总第36期", None),
        ("2024年1月", None),
        ("2024年第0期", None),
    ],
)
def test_a_statement_of_year_and_number_is_understood_in_any_form(text: str, issue_id: IssueId | None) -> None:
    stated = stated_issue(text)
    assert (stated and stated[0]) == issue_id


@pytest.mark.parametrize("text", ["2024年第01期", "2024年第一期", "２０２４年第１期", "2024年1期", "0024年第1期"])
def test_only_one_form_is_right(text: str) -> None:
    assert not is_well_formed(text)
    assert is_well_formed("2024年第1期")
    assert is_well_formed("2024 年第 100 期")


@pytest.mark.parametrize(
    ("name", "issue_id"),
    [
        ("2024-01.txt", IssueId(2024, 1)),
        ("dist/科技情报2024年第12期.docx", IssueId(2024, 12)),
        ("issues/2024-03/issue.toml", IssueId(2024, 3)),
        ("2024-05-06.txt", None),
        ("<stdin>", None),
        ("来稿.txt", None),
    ],
)
def test_a_file_s_name_or_its_folder_s_states_the_issue(name: str, issue_id: IssueId | None) -> None:
    assert issue_of_file(name) == issue_id


def test_blanks_in_the_issue_line_are_the_business_of_another_rule() -> None:
    assert found(issue("2024 年第 1 期")) == []


def test_an_issue_line_without_year_or_number_is_malformed() -> None:
    assert found(issue("创刊号")) == [("M702", "创刊号")]


@pytest.mark.parametrize("suffix", ["（总第36期）", " 总第36期", " 2024年1月5日"])
def test_more_may_follow_in_the_issue_line(suffix: str) -> None:
    assert found(issue(f"2024年第1期{suffix}")) == []


def test_masthead_and_file_name_that_differ_are_left_to_the_editor() -> None:
    subject = issue("2024年第2期")
    (finding,) = run([subject], Conventions(select=("M704",))).findings
    assert finding.message == "此处为2024年第2期，文件名为2024年第1期"
    assert finding.fix is None


def test_a_colophon_that_differs_from_masthead_and_file_name_is_mended() -> None:
    subject = issue(colophon="2024年第2期印80份")
    (finding,) = run([subject], Conventions(select=("M704",))).findings
    assert (finding.extent.text, finding.message) == ("2024年第2期", "此处为2024年第2期，别处为2024年第1期")
    assert finding.fix
    assert finding.fix.edits[0].text == "2024年第1期"


def test_a_masthead_that_differs_from_colophon_and_file_name_is_mended() -> None:
    (finding,) = run([issue("2024年第2期", colophon="2024年第1期")], Conventions(select=("M704",))).findings
    assert finding.extent.text == "2024年第2期"
    assert finding.fix


def test_without_a_telling_file_name_the_masthead_is_believed() -> None:
    subject = issue(colophon="2024年第2期", file="来稿.txt")
    (finding,) = run([subject], Conventions(select=("M704",))).findings
    assert (finding.extent.text, finding.message) == ("2024年第2期", "此处为2024年第2期，刊头为2024年第1期")
    assert finding.fix is None


def test_in_a_workspace_the_folder_is_believed() -> None:
    subject = issue(colophon="2024年第2期")
    assert subject.issue
    whole = replace(subject.issue, masthead=replace(subject.issue.masthead, issue_line=None))
    (finding,) = run([Subject.of_issue(whole)], Conventions(select=("M704",))).findings
    assert finding.extent.text == "2024年第2期"
    assert finding.fix


@pytest.mark.parametrize(
    ("office", "colophon", "wrong"),
    [
        (texts.OFFICE, texts.OFFICE, None),
        (texts.OFFICE, "主办单位：某市科技信息中心", None),
        ("某市科技信息中心", "某市科技信息中心", None),
        ("某市科技信息中心", "某市科技信息中心编印", None),
        (texts.OFFICE, "编辑：某人\n电话：0471-1234567\n地址：某市某路5号", None),
        (texts.OFFICE, "主办：某市科学技术局\n编辑：某市科技信息中心", None),
        (texts.OFFICE, "某市科技信息中心编辑", "某市科技信息中心编辑"),
        (texts.OFFICE, "某市科技 信息中心 编辑", "某市科技 信息中心 编辑"),
        (texts.OFFICE, "主办：某市科学技术局", "主办：某市科学技术局"),
        (texts.OFFICE, "某市情报所编印", "某市情报所编印"),
    ],
)
def test_the_office_is_one_in_masthead_and_colophon(office: str, colophon: str, wrong: str | None) -> None:
    report = run([issue(office=office, colophon=colophon)], Conventions(select=("M705",)))
    assert [finding.extent.text for finding in report.findings] == ([wrong] if wrong else [])


def test_the_colophon_takes_the_masthead_s_blank() -> None:
    text = issue(colophon="某市科技信息中心编辑").articles[0].source.text
    fixed = settle(texts.check_issue(text), lambda new: texts.check_issue(new[texts.FILE]))
    assert fixed.texts[texts.FILE].endswith("%%\n某市科技信息中心 编辑\n电话：0471-1234567")
    assert fixed.report.findings == ()
