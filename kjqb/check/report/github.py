"""A report as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from kjqb.check.finding import Crash, Finding, Report
from kjqb.model.bulletin import Severity
from kjqb.text.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, _width: int) -> str:
    """One command a finding, and one a rule that crashed."""
    return "".join([*map(_command, report.findings), *map(_crash, report.crashes)])


def _command(finding: Finding) -> str:
    properties = {"file": finding.file, **_place(finding), "title": finding.code}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(finding.message)}\n"


def _crash(crash: Crash) -> str:
    return f"::error file={_property(crash.file)},title={crash.rule.code}::{_data(crash.message)}\n"


def _place(finding: Finding) -> dict[str, int]:
    """Lines, and columns (the last one inclusive) where start and end are in one line; GitHub takes them only then."""
    start, end = finding.extent.where, finding.extent.end
    assert start.line is not None
    assert start.column is not None
    assert end.line is not None
    assert end.column is not None
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    last = max(start.column, end.column - 1)
    return {"line": start.line, "col": start.column, "endLine": end.line, "endColumn": last}


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
