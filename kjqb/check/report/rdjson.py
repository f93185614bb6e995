"""A report in reviewdog's diagnostic format (rdjson), which comments on the changed lines of a review.

Columns count bytes of UTF-8 there, from 1; ends are exclusive. It has no place for a rule that crashed: standard error
and the exit code tell of that.
"""

from __future__ import annotations

from typing import Any

from kjqb.check.finding import Finding, Report
from kjqb.check.report.json import dumped
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, _width: int) -> str:
    """One result with a diagnostic a finding."""
    return dumped({"source": {"name": "kjqb"}, "diagnostics": [_diagnostic(finding) for finding in report.findings]})


def _diagnostic(finding: Finding) -> dict[str, Any]:
    stretch = _range(finding.extent)
    suggestions = [{"range": stretch, "text": finding.mended}] if finding.is_fixable(unsafe=True) else []
    return {
        "message": finding.message,
        "location": {"path": finding.file, "range": stretch},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
        "suggestions": suggestions,
    }


def _range(extent: Extent) -> dict[str, dict[str, int]]:
    return {"start": _position(extent, extent.span.start), "end": _position(extent, extent.span.end)}


def _position(extent: Extent, offset: int) -> dict[str, int]:
    where = extent.source.where(offset)
    assert where.line is not None
    assert where.column is not None
    before = extent.source.text[offset - where.column + 1 : offset]
    return {"line": where.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
