"""A report with one line a finding, which editors of text and `grep` can jump by."""

from __future__ import annotations

from kjqb.check.finding import Finding, Report
from kjqb.check.report.labels import LABELS
from kjqb.text.visible import visible


def render(report: Report, _width: int) -> str:
    """A line for each finding, none else."""
    return "".join(f"{visible(_line(finding))}\n" for finding in report.findings)


def _line(finding: Finding) -> str:
    return f"{finding.where}: {finding.code} {LABELS[finding.severity]} {finding.message}"
