from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from kjqb.check.finding import Finding, Report, RuleCrashedError
from kjqb.check.overlap import one_for_each_place
from kjqb.check.registry import rules
from kjqb.check.rule import HOUSE, Hit, Rule, hit, rule
from kjqb.check.run import run
from kjqb.check.subject import Part, Subject
from kjqb.errors import ExitCode
from kjqb.model.article import Article, Ignore
from kjqb.model.bulletin import Conventions, Severity
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span

from . import texts

FAULTY = "(1)全市建成平台 5 个,覆盖8个区。。\n（2)印发《方案，截止目前已实施。\n一是甲。二是乙。二是丙。"


def found(report: Report) -> list[tuple[str, str]]:
    return [(finding.code, finding.extent.text) for finding in report.findings]


def subject(text: str = FAULTY, file: str = "文章.md") -> Subject:
    return Subject.of_article(texts.article(text, file=file))


@rule("W991", "whole-text", title="试", about="试。", severity=Severity.INFO, source=HOUSE, examples=())
def whole_text(part: Part) -> Iterator[Hit]:
    if part.text:
        yield hit(part.passage, Span(0, len(part.text)), "全段")


def catalogue(*found: Rule) -> Mapping[str, Rule]:
    return {one.code: one for one in found}


def crashing(scope: type) -> Rule:
    def crash(_looked: object) -> Iterator[Hit]:
        raise KeyError("missing")

    return replace(whole_text, code="W999", scope=scope, find=crash)


def test_findings_come_in_the_order_of_their_places() -> None:
    report = run([subject()])
    assert found(report) == [
        ("P103", "(1)"),
        ("K201", " "),
        ("K201", " "),
        ("P101", ","),
        ("P106", "。。"),
        ("P103", "（2)"),
        ("P107", "《"),
        ("W901", "截止"),
        ("S501", "二是"),
    ]


def test_files_come_in_the_order_in_which_they_are_given() -> None:
    report = run([subject("甲,乙。", "b.md"), subject("甲,乙。", "a.md")])
    assert [finding.file for finding in report.findings] == ["b.md", "a.md"]


def test_the_order_of_rules_does_not_matter() -> None:
    backwards = dict(reversed(list(rules().items())))
    assert run([subject()], catalogue=backwards) == run([subject()])


def test_of_findings_at_one_stretch_the_gravest_stays() -> None:
    graver = replace(whole_text, code="W992", slug="graver", severity=Severity.ERROR)
    assert found(run([subject("甲。")], catalogue=catalogue(whole_text, graver))) == [("W992", "甲。")]


def test_of_equally_grave_findings_at_one_stretch_that_of_the_lower_code_stays() -> None:
    other = replace(whole_text, code="W990", slug="lower")
    assert found(run([subject("甲。")], catalogue=catalogue(whole_text, other))) == [("W990", "甲。")]


def test_a_finding_yields_to_an_overlapping_one_of_a_rule_it_names() -> None:
    text = "（1）甲。\n(2)乙。"
    assert found(texts.check_article(text)) == [("P103", "(2)")]
    assert found(texts.check_article(text, "S504")) == [("S504", "(2)")]


def test_which_finding_stays_does_not_depend_on_the_order_they_come_in() -> None:
    everything = [
        Finding.of(one, found)
        for one in rules().values()
        if one.scope is Article and one.options is None
        for article in subject().articles
        for found in one.find(article)
    ]
    everything += run([subject()]).findings
    kept = one_for_each_place(everything)
    assert sorted(map(repr, one_for_each_place(reversed(everything)))) == sorted(map(repr, kept))


def test_one_fault_in_a_source_that_issues_share_is_one_finding() -> None:
    one = subject("甲,乙。")
    report = run([one, one])
    assert len(report.findings) == 1
    assert report.checked.blocks == 1


def test_what_was_checked_is_counted() -> None:
    report = run([subject("甲乙 丙。\n丁。", "a.md"), subject("戊。", "b.md"), subject("", "c.md")])
    assert (report.checked.files, report.checked.blocks, report.checked.characters) == (2, 3, 8)


def test_an_issue_is_counted_with_masthead_contents_and_colophon() -> None:
    lines = ["科技参考", "2024年第1期", texts.OFFICE, "%%", "★ 甲县.....2", "%%", "= 甲县", "乙。", "%%", texts.OFFICE]
    checked = texts.check_issue("\n".join(lines)).checked
    assert (checked.files, checked.blocks) == (1, 7)
    assert checked.characters == sum(len(line.replace(" ", "")) for line in lines if line != "%%") - len("=")


def test_findings_are_counted_by_severity() -> None:
    report = texts.check_article("甲,乙 5 个。")
    assert report.summary == {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 0}
    assert report.errors_per_10000 == round(10_000 / 6, 2)
    assert run([]).errors_per_10000 == 0


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        ("甲。", Severity.INFO, ExitCode.OK),
        ("建成5 个。", Severity.ERROR, ExitCode.OK),
        ("建成5 个。", Severity.WARNING, ExitCode.FINDINGS),
        ("建成5 个。", Severity.INFO, ExitCode.FINDINGS),
        ("甲,乙。", Severity.ERROR, ExitCode.FINDINGS),
    ],
)
def test_the_exit_code_follows_from_the_gravest_finding(text: str, fail_on: Severity, code: ExitCode) -> None:
    assert texts.check_article(text).exit_code(fail_on) is code


@pytest.mark.parametrize("scope", [Part, Article, Subject])
def test_a_rule_that_crashes_is_our_own_fault_and_named_with_the_file(scope: type) -> None:
    report = run([subject("甲。\n乙。", "文章.md")], catalogue=catalogue(crashing(scope)))
    (crash,) = report.crashes
    assert (crash.rule.code, crash.file) == ("W999", "文章.md")
    told = RuleCrashedError(crash)
    assert told.exit_code is report.exit_code(Severity.ERROR) is ExitCode.INTERNAL
    assert "W999" in told.what
    assert str(told.where) == "文章.md"
    assert isinstance(told.__cause__, KeyError)


def test_beside_a_rule_that_crashes_the_others_run() -> None:
    report = run([subject("甲。")], catalogue=catalogue(crashing(Part), whole_text))
    assert found(report) == [("W991", "甲。")]


def test_an_ignore_of_a_rule_that_crashed_is_not_called_unused() -> None:
    ignore = Ignore("W999", "试", passage=Passage.verbatim(Source("a.md", "W999"), Span(0, 4)))
    looked = Subject.of_article(texts.article("甲。", ignores=[ignore]))
    table = catalogue(crashing(Part), rules()["Q001"])
    assert found(run([looked], catalogue=table)) == []
    assert found(
        run([looked], catalogue={**table, "W999": replace(whole_text, code="W999", cues=frozenset("〇"))})
    ) == [("Q001", "W999")]


def test_a_rule_may_not_edit_beyond_what_it_reports() -> None:
    def greedy(part: Part) -> Iterator[Hit]:
        yield Hit(part.passage.at(0, 1), "试", texts.edits((1, 2, "乙")))

    (crash,) = run([subject("甲甲。")], catalogue=catalogue(replace(whole_text, find=greedy))).crashes
    assert isinstance(crash.error, ValueError)


def test_an_empty_run_is_no_crash() -> None:
    report = run([], Conventions())
    assert report.findings == ()
    assert report.checked.files == 0


def test_cues_leave_out_no_text_in_which_a_rule_finds_something() -> None:
    bad = subject("\n".join(example.bad for one in rules().values() for example in one.examples))
    seeing = {code: replace(one, cues=frozenset()) for code, one in rules().items()}
    assert found(run([bad])) == found(run([bad], catalogue=seeing))


def test_a_rule_without_a_cue_in_the_text_does_not_run() -> None:
    silent = replace(whole_text, cues=frozenset("〇"))
    assert found(run([subject("甲乙")], catalogue=catalogue(silent))) == []
    assert found(run([subject("甲〇")], catalogue=catalogue(silent))) == [("W991", "甲〇")]
