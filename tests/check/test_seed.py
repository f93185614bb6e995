"""The real issue: everything known to be wrong in it is found, nothing that is right, and the fixes mend it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kjqb.check.finding import Report
from kjqb.check.fix import settle
from kjqb.check.run import run
from kjqb.model.bulletin import Severity

from .loose import loose_issue

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed"
NAME = "2024-01.txt"


@pytest.fixture(scope="module")
def text() -> str:
    if not (SEED / NAME).exists():
        pytest.skip(f"{SEED / NAME} is not there: the real issue was NOT checked")
    return (SEED / NAME).read_text("utf-8")


@pytest.fixture(scope="module")
def expected(text: str) -> Any:
    return json.loads((SEED / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def report(text: str) -> Report:
    return run([loose_issue(NAME, text)])


def reread(texts: Mapping[str, str]) -> Report:
    return run([loose_issue(NAME, texts[NAME])])


def lines_of(report: Report, code: str) -> list[int]:
    return [finding.where.line or 0 for finding in report.findings if finding.code == code]


EXPECTED = {
    "S501": [103],
    "P103": [35, 37, 39],
    "P101": [105, 105, 105, 110, 112],
    "P109": [19],
    "P125": [101],
    "N318": [75, 75, 79],
    "T605": [10, 11],
    "M705": [108],
    "M707": [112],
}
"""What expected.json calls defects, and the telephone without its area code."""

HINTS = {
    "C806": [19], "C807": [97, 103], "N310": [75], "S505": [35], "S509": [35, 75], "U401": [75], "W910": [63],
}  # fmt: skip
"""Of the level info: what an editor may want to know."""


@pytest.mark.parametrize(("code", "lines"), [*EXPECTED.items(), *HINTS.items()])
def test_its_defects_are_found(report: Report, code: str, lines: list[int]) -> None:
    assert lines_of(report, code) == lines


def test_its_cut_paragraphs_are_found_and_no_others(report: Report, expected: Any) -> None:
    assert lines_of(report, "S507") == expected["paragraphs_cut_by_a_page_break_at_line"]


def test_nothing_else_is_found_but_blanks(report: Report) -> None:
    assert {finding.code for finding in report.findings} == {*EXPECTED, *HINTS, "S507", "K201"}
    assert {finding.code for finding in report.findings if finding.severity is Severity.INFO} == {"P125", *HINTS}
    assert len(lines_of(report, "K201")) > 100


def test_what_is_right_is_not_flagged(report: Report, expected: Any) -> None:
    grave = (finding for finding in report.findings if finding.severity is not Severity.INFO)
    flagged = [finding.extent.text for finding in grave if finding.code != "K201"]
    for phrase in expected["must_not_be_flagged"]:
        assert not any(phrase in excerpt for excerpt in flagged)


def test_safe_fixes_leave_what_only_an_editor_can_decide(text: str, report: Report) -> None:
    outcome = settle(report, reread)
    left = {finding.code for finding in outcome.report.findings}
    assert left == {"S501", "S507", "P109", "K201", "N318", "P125", "M707", *HINTS}
    assert lines_of(outcome.report, "S507") == lines_of(report, "S507")
    assert len(outcome.texts[NAME].splitlines()) == len(text.splitlines())


def test_all_fixes_together_leave_only_what_needs_other_words(text: str, report: Report) -> None:
    outcome = settle(report, reread, unsafe=True)
    assert {finding.code for finding in outcome.report.findings} == {"N318", "P125", "M707", *HINTS} - {"N310"}
    assert settle(outcome.report, reread, unsafe=True).texts == {}
    assert "充实“精神富有”内涵" in outcome.texts[NAME]
    assert "企业数140家，比例从68%提高到77.8%，全市" in outcome.texts[NAME]
