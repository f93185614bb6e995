"""A report as SARIF 2.1.0 (OASIS), which code-scanning services take.

Lines count from 1 and columns in characters from 1, ends exclusive, as ours do: `columnKind` says so. A rule that
crashed is a notification of the run, which is then not called successful.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from kjqb import __version__
from kjqb.check.finding import Crash, Finding, Report
from kjqb.check.report.json import dumped
from kjqb.check.rule import Applicability, Rule
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FIXES = {Applicability.SAFE: "可自动改正", Applicability.UNSAFE: "可改正，请核对"}


def render(report: Report, _width: int) -> str:
    """One log with one run."""
    return dumped({"$schema": SCHEMA, "version": VERSION, "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    rules = _rules(report)
    rank = {rule.code: at for at, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "kjqb",
                "version": __version__,
                "language": "zh-CN",
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.crashes,
                "toolExecutionNotifications": [_notification(crash, rank) for crash in report.crashes],
            }
        ],
        "results": [_result(finding, rank) for finding in report.findings],
    }


def _rules(report: Report) -> list[Rule]:
    """Those that the run speaks of, by code."""
    spoken_of = {finding.code: finding.rule for finding in report.findings}
    spoken_of |= {crash.rule.code: crash.rule for crash in report.crashes}
    return [spoken_of[code] for code in sorted(spoken_of)]


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.about},
        "help": {"text": f"{rule.about}依据：{rule.source}。用“kjqb rule {rule.code}”查看示例。"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _notification(crash: Crash, rank: dict[str, int]) -> dict[str, Any]:
    place = [{"physicalLocation": {"artifactLocation": _artifact(crash.file)}}] if crash.file else []
    return {
        "level": "error",
        "message": {"text": crash.message},
        "associatedRule": {"id": crash.rule.code, "index": rank[crash.rule.code]},
        "locations": place,
    }


def _result(finding: Finding, rank: dict[str, int]) -> dict[str, Any]:
    place = {"artifactLocation": _artifact(finding.file), "region": _region(finding.extent)}
    return {
        "ruleId": finding.code,
        "ruleIndex": rank[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        **_fixes(finding),
    }


def _fixes(finding: Finding) -> dict[str, Any]:
    if finding.fix is None:
        return {}
    replacements = [
        {
            "deletedRegion": _region(Extent(finding.extent.source, edit.span)),
            "insertedContent": {"text": edit.text},
        }
        for edit in finding.fix.edits
    ]
    change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
    return {"fixes": [{"description": {"text": _FIXES[finding.fix.applicability]}, "artifactChanges": [change]}]}


def _region(extent: Extent) -> dict[str, int | None]:
    start, end = extent.where, extent.end
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file)}
