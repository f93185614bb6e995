"""The formats that other programs read: SARIF, JUnit, rdjson, and one line a finding."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

from kjqb.check.finding import Crash, Report
from kjqb.check.registry import rules
from kjqb.check.report import FORMATS
from kjqb.check.report.statistics import rate, rows
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity

from . import texts

FAULTY = "印发(试行),建成5 个𠮷。\n一是甲,乙。一是丙。三是丁。"
CRASH = Crash(rules()["P101"], "甲 乙.md", KeyError("\x1b<缺>"))


def crashed() -> Report:
    report = texts.check_article("甲,乙。")
    return Report(report.findings, report.checked, (CRASH,))


def read(name: str, report: Report) -> Any:
    return json.loads(FORMATS[name](report, 80))


def the_run(report: Report) -> Any:
    (only,) = read("sarif", report)["runs"]
    return only


def test_every_finding_is_a_line_with_its_place() -> None:
    assert FORMATS["concise"](texts.check_article("占5—10%。\n建成5 个。"), 80).splitlines() == [
        "文章.md:1:2: N301 错误 “5—10%”应为“5%—10%”",
        "文章.md:2:4: K201 警告 汉字与数字之间不留空格",
    ]
    assert FORMATS["concise"](run([]), 80) == ""


def test_a_sarif_log_names_the_rules_its_results_refer_to() -> None:
    sarif = read("sarif", texts.check_article(FAULTY))
    (only,) = sarif["runs"]
    assert sarif["version"] == "2.1.0"
    assert sarif["$schema"].endswith("sarif-2.1.0.json")
    assert only["columnKind"] == "unicodeCodePoints"
    described = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == sorted({result["ruleId"] for result in only["results"]})
    for rule in described:
        assert rule["name"] == rules()[rule["id"]].slug
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result in only["results"]:
        assert described[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]


def test_a_sarif_result_has_its_region_in_characters_with_an_exclusive_end_and_its_fix() -> None:
    result = next(found for found in the_run(texts.check_article("𠮷甲(乙)。", "P"))["results"])
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "%E6%96%87%E7%AB%A0.md"},
        "region": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 6},
    }
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    assert [
        (replacement["deletedRegion"]["startColumn"], replacement["insertedContent"]["text"])
        for replacement in change["replacements"]
    ] == [(3, "（"), (5, "）")]


def test_sarif_levels_are_those_of_the_findings() -> None:
    levels = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.INFO}
    report = texts.check_article(FAULTY)
    assert [levels[result["level"]] for result in the_run(report)["results"]] == [
        finding.severity for finding in report.findings
    ]


def test_a_crash_makes_a_sarif_run_unsuccessful_and_is_named_in_it() -> None:
    assert the_run(texts.check_article("甲。"))["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]
    (invocation,) = the_run(crashed())["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert (told["level"], told["associatedRule"]["id"]) == ("error", "P101")
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E7%94%B2%20%E4%B9%99.md"


def test_a_junit_file_is_a_suite_with_a_failure_for_each_finding() -> None:
    report = run([Subject.of_article(texts.article(text, file=file)) for file, text in FILES.items()])
    suites = ET.fromstring(FORMATS["junit"](report, 80))
    assert suites.attrib == {"name": "kjqb", "tests": "3", "failures": "2", "errors": "0"}
    assert [(suite.get("name"), suite.get("failures"), len(suite)) for suite in suites] == [
        ("a.md", "2", 2),
        ('<&">.md', "0", 1),
    ]
    failure = suites[0][0][0]
    assert (failure.get("type"), failure.get("message")) == ("error", "半角“,”应为全角“，”")
    assert failure.text == "a.md:1:2 P101 半角“,”应为全角“，”"
    assert suites[1][0].find("failure") is None


FILES = {"a.md": "甲,乙5 个。", '<&">.md': "甲。"}


def test_junit_is_xml_whatever_the_text_holds() -> None:
    text = "甲\x1b\x00\ufffe]]>,(\u202e<b>&乙)。"
    report = run([Subject.of_article(texts.article(text, file="\x07.md"))])
    suites = ET.fromstring(FORMATS["junit"](report, 80))
    assert [suite.get("name") for suite in suites] == ["\\x07.md"]
    assert int(suites.get("failures", "")) == len(report.findings) > 1


def test_a_crash_is_an_error_in_junit() -> None:
    suites = ET.fromstring(FORMATS["junit"](crashed(), 80))
    assert suites.get("errors") == "1"
    assert [error.get("type") for error in suites.iter("error")] == ["crash"]


def test_rdjson_counts_columns_in_bytes_and_suggests_the_whole_stretch() -> None:
    (diagnostic,) = read("rdjson", texts.check_article("𠮷甲(乙)。", "P"))["diagnostics"]
    stretch = {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 13}}
    assert diagnostic == {
        "message": "圆括号应为全角“（）”",
        "location": {"path": "文章.md", "range": stretch},
        "severity": "ERROR",
        "code": {"value": "P103"},
        "suggestions": [{"range": stretch, "text": "（乙）"}],
    }


def test_rdjson_suggests_nothing_where_nothing_is_known() -> None:
    (diagnostic,) = read("rdjson", texts.check_article("《甲。"))["diagnostics"]
    assert diagnostic["suggestions"] == []


def test_a_crash_is_in_the_data_of_json_and_github() -> None:
    assert read("json", crashed())["crashes"] == [
        {"code": "P101", "file": "甲 乙.md", "message": "规则P101在检查时出错：KeyError: '\\x1b<缺>'"}
    ]
    assert "::error file=甲 乙.md,title=P101::规则P101在检查时出错" in FORMATS["github"](crashed(), 80)


def test_a_report_with_a_crash_never_says_that_nothing_was_found() -> None:
    clean = texts.check_article("甲。")
    shown = FORMATS["full"](Report(clean.findings, clean.checked, (CRASH,)), 80)
    assert "没有发现问题" not in shown
    assert "1条规则出错，检查不完整" in shown
    assert "1条规则出错，检查不完整" in FORMATS["full"](crashed(), 80)


def test_statistics_count_by_rule_the_most_frequent_first() -> None:
    report = texts.check_article("甲,乙,丙5 个。一是丁。一是戊。三是己。")
    assert rows(report) == [
        ("2", "P101", "--fix 2", rules()["P101"].title),
        ("1", "K201", "--fix 1", rules()["K201"].title),
        ("1", "S501", "--unsafe-fixes 1", rules()["S501"].title),
    ]
    assert rows(run([])) == []


def test_the_rate_says_what_was_counted_for_it() -> None:
    assert rate(texts.check_article("甲,乙 5 个。")).startswith("差错率 1666.67/万字（错误级1处，6字；")
    assert rate(run([])).startswith("差错率 0.0/万字（错误级0处，0字；")


def test_the_layout_of_a_word_file_is_no_error_of_the_text() -> None:
    report = texts.check_article("甲,乙。", "P101")
    of_word = replace(report.findings[0], rule=rules()["D002"])
    assert (report.errors, replace(report, findings=(of_word,)).errors) == (1, 0)
