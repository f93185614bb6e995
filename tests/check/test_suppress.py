import pytest

from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.article import Ignore
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span

from . import texts

TOML = Source("kjqb.toml", '[[check.ignore]]\ncode = "P101"\n')
PLACE = Passage.verbatim(TOML, Span(0, 16))


def ignore(code: str, text: str = "") -> Ignore:
    return Ignore(code, "约定如此", text, PLACE)


def codes(subject: Subject, *ignores: Ignore, select: str = "ALL", partial: bool = False) -> list[str]:
    report = run([subject], Conventions(select=(select,), ignores=ignores), partial=partial)
    return [finding.code for finding in report.findings]


def one(text: str, *ignores: Ignore) -> Subject:
    return Subject.of_article(texts.article(text, ignores=ignores))


def test_a_code_alone_lets_all_its_findings_pass() -> None:
    assert codes(one("甲,乙 5 个。", ignore("K201"))) == ["P101"]


def test_an_article_s_suppression_is_its_own() -> None:
    other = Subject.of_article(texts.article("甲,乙。", file="另.md"))
    report = run([one("甲,乙。", ignore("P101")), other])
    assert [finding.file for finding in report.findings] == ["另.md"]


def test_those_of_an_issue_hold_for_all_its_files_and_no_others() -> None:
    article = texts.article("甲,乙。")
    issue = Subject((article,), ignores=(ignore("P101"),))
    other = Subject.of_article(texts.article("甲,乙。", file="另.md"))
    assert [finding.file for finding in run([issue, other]).findings] == ["另.md"]


def test_those_of_the_bulletin_hold_everywhere() -> None:
    assert codes(one("甲,乙。"), ignore("P101")) == []


@pytest.mark.parametrize("text", ["甲,乙", "甲,", ",乙", ","])
def test_a_text_lets_only_those_findings_pass_that_it_touches(text: str) -> None:
    assert codes(one("甲,乙。丙,丁。", ignore("P101", text))) == (["P101"] if text != "," else [])


def test_blanks_and_line_ends_in_the_text_do_not_count() -> None:
    assert codes(one("平台5 个。", ignore("K201", "平台5个"))) == []
    assert codes(one("平台5 个。", ignore("K201", "平台 5 个"))) == []


def test_one_that_nothing_answers_to_is_reported_at_its_place() -> None:
    report = run([one("甲。")], Conventions(ignores=(ignore("P101", "甲,乙"),)))
    (finding,) = report.findings
    assert finding.code == "Q001"
    assert str(finding.where) == "kjqb.toml:1:1"
    assert finding.message == "这里放行的P101“甲,乙”并没有出现，可删去这条记录"


def test_one_whose_rule_did_not_run_is_let_be() -> None:
    assert codes(one("甲。", ignore("P101")), select="Q") == []
    assert codes(one("甲。", ignore("P101")), select="P") == []


def test_one_of_a_rule_that_does_not_exist_is_reported() -> None:
    report = run([one("甲。", ignore("P1O1"))])
    assert [finding.message for finding in report.findings] == ["没有编号为P1O1的规则，这条放行记录不起作用"]


def test_one_of_the_bulletin_is_not_judged_by_a_part_of_its_issues() -> None:
    assert codes(one("甲。"), ignore("P101")) == ["Q001"]
    assert codes(one("甲。"), ignore("P101"), partial=True) == []
    assert codes(one("甲。", ignore("P101")), partial=True) == ["Q001"]


def test_one_without_a_place_is_passed_over() -> None:
    assert codes(one("甲。", Ignore("P101", "约定如此"), Ignore("X1", "约定如此"))) == []


def test_a_suppressed_finding_does_not_bring_back_the_one_that_yielded_to_it() -> None:
    assert codes(one("（1）甲。\n(2)乙。", ignore("P103"))) == []
