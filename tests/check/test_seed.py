"""The real issue: everything known to be wrong in it is found, nothing that is right, and the fixes mend it."""

import json
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from kjqb.check.finding import Report
from kjqb.check.fix import settle
from kjqb.check.run import run

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


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("S501", [103]),
        ("P103", [35, 37, 39]),
        ("P101", [105, 105, 105, 110, 112]),
        ("P109", [19]),
        ("T605", [10, 11]),
        ("M705", [108]),
    ],
)
def test_its_defects_are_found(report: Report, code: str, lines: list[int]) -> None:
    assert lines_of(report, code) == lines


def test_its_cut_paragraphs_are_found_and_no_others(report: Report, expected: Any) -> None:
    assert lines_of(report, "S507") == expected["paragraphs_cut_by_a_page_break_at_line"]


def test_nothing_else_is_found_but_blanks(report: Report) -> None:
    assert {finding.code for finding in report.findings} == {
        "S501",
        "P103",
        "P101",
        "P109",
        "T605",
        "M705",
        "S507",
        "K201",
    }
    assert len(lines_of(report, "K201")) > 100


def test_what_is_right_is_not_flagged(report: Report, expected: Any) -> None:
    flagged = [finding.extent.text for finding in report.findings if finding.code != "K201"]
    for phrase in expected["must_not_be_flagged"]:
        assert not any(phrase in excerpt for excerpt in flagged)


def test_safe_fixes_leave_what_only_an_editor_can_decide(text: str, report: Report) -> None:
    outcome = settle(report, reread)
    assert {finding.code for finding in outcome.report.findings} == {"S501", "S507", "P109", "K201"}
    assert lines_of(outcome.report, "S507") == lines_of(report, "S507")
    assert len(outcome.texts[NAME].splitlines()) == len(text.splitlines())


def test_all_fixes_together_leave_nothing(text: str, report: Report) -> None:
    outcome = settle(report, reread, unsafe=True)
    assert outcome.report.findings == ()
    assert settle(outcome.report, reread, unsafe=True).texts == {}
    assert "充实“精神富有”内涵" in outcome.texts[NAME]
    assert "企业数140家，比例从68%提高到77.8%，全市" in outcome.texts[NAME]


def test_it_is_checked_in_a_tenth_of_a_second(text: str) -> None:
    subject = loose_issue(NAME, text)
    best = min(_timed(lambda: run([subject])) for _ in range(5))
    assert best < 0.1


def _timed(action: Any) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start
