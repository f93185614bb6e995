"""A report as JSON, schema kjqb.check/1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kjqb.check.finding import Counted, Finding, Report
from kjqb.model.source import Extent
from kjqb.text.spans import Edit
from kjqb.text.visible import is_hidden

SCHEMA = "kjqb.check/1"


def data(report: Report) -> dict[str, Any]:
    """The report as the schema has it; lines and columns from 1, ends exclusive."""
    return {
        "schema": SCHEMA,
        "checked": {
            "files": report.checked.files,
            "blocks": report.checked.blocks,
            "characters": report.checked.characters,
        },
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {severity.value: count for severity, count in report.summary.items()},
        "errors_per_10000": report.errors_per_10000,
        "statistics": [_counted(counted) for counted in report.statistics],
        "crashes": [
            {"code": crash.rule.code, "file": crash.file, "message": crash.message} for crash in report.crashes
        ],
    }


def render(report: Report, _width: int) -> str:
    """The report as one JSON document."""
    return dumped(data(report))


def dumped(value: Mapping[str, Any]) -> str:
    """One JSON document; characters that could steer a terminal stand in it as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    for character in filter(is_hidden, set(text) - {"\n"}):
        text = text.replace(character, _escape(character))
    return text + "\n"


def _counted(counted: Counted) -> dict[str, Any]:
    return {
        "code": counted.rule.code,
        "title": counted.rule.title,
        "count": counted.count,
        "fixable": counted.fixable,
        "unsafely_fixable": counted.unsafely_fixable,
    }


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "slug": finding.rule.slug,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.file,
        **_place(finding.extent),
        "excerpt": finding.extent.text,
        "fix": None
        if finding.fix is None
        else {
            "applicability": finding.fix.applicability.value,
            "edits": [_edit(finding.extent, edit) for edit in finding.fix.edits],
        },
    }


def _place(extent: Extent) -> dict[str, int | None]:
    start, end = extent.where, extent.end
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _edit(extent: Extent, edit: Edit) -> dict[str, Any]:
    return {**_place(Extent(extent.source, edit.span)), "text": edit.text}
