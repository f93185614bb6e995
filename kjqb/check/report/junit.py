"""A report as JUnit XML, which build servers show as test results: a suite a file, a failure a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from kjqb.check.finding import Crash, Finding, Report
from kjqb.text.visible import visible


def render(report: Report, _width: int) -> str:
    """One document; a file without findings is a suite with one test, which passed."""
    files = dict.fromkeys(report.checked.names)
    files |= dict.fromkeys(finding.file for finding in report.findings)
    files |= dict.fromkeys(crash.file for crash in report.crashes)
    tests = sum(max(1, _of(report, file)) for file in files)
    head = f'<testsuites name="kjqb" tests="{tests}" failures="{len(report.findings)}" errors="{len(report.crashes)}">'
    suites = (line for file in files for line in _suite(file, report))
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _of(report: Report, file: str) -> int:
    return sum(finding.file == file for finding in report.findings) + sum(
        crash.file == file for crash in report.crashes
    )


def _suite(file: str, report: Report) -> Iterator[str]:
    findings = [finding for finding in report.findings if finding.file == file]
    crashes = [crash for crash in report.crashes if crash.file == file]
    name, tests = _quoted(file), max(1, len(findings) + len(crashes))
    yield f'  <testsuite name={name} tests="{tests}" failures="{len(findings)}" errors="{len(crashes)}">'
    for finding in findings:
        yield from _failure(finding)
    for crash in crashes:
        yield from _error(crash)
    if not findings and not crashes:
        yield f'    <testcase classname={name} name="kjqb"/>'
    yield "  </testsuite>"


def _failure(finding: Finding) -> Sequence[str]:
    where = finding.where
    name = _quoted(f"{finding.code} {finding.rule.title}")
    told = f"message={_quoted(finding.message)} type={_quoted(finding.severity.value)}"
    return (
        f'    <testcase classname={_quoted(finding.file)} name={name} line="{where.line}" column="{where.column}">',
        f"      <failure {told}>{_text(f'{where} {finding.code} {finding.message}')}</failure>",
        "    </testcase>",
    )


def _error(crash: Crash) -> Sequence[str]:
    name = _quoted(f"{crash.rule.code} {crash.rule.title}")
    return (
        f"    <testcase classname={_quoted(crash.file)} name={name}>",
        f'      <error message={_quoted(crash.message)} type="crash"/>',
        "    </testcase>",
    )


def _quoted(text: str) -> str:
    return f'"{_text(text)}"'


def _text(text: str) -> str:
    """XML has no control characters at all, so hidden ones are written as a reader sees them in the other reports."""
    return escape(visible(text))
