"""A report for the reader at a terminal: each finding with its line, carets under the place, and how it is mended."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.finding import Finding, Report
from kjqb.check.report.labels import LABELS
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.text.visible import visible
from kjqb.text.width import display_width

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_NARROWEST = 20
_LONGEST_HINT = 24
_CUT = "…"


def render(report: Report, width: int) -> str:
    """All findings with their lines, and the summary; no line of the source is shown wider than the window.

    What could steer a terminal is shown as an escape.
    """
    return "".join(text for text, _ in styled(report, width))


def styled(report: Report, width: int) -> Iterator[tuple[str, str]]:
    """The same in pieces, each with its style: a colour, `bold`, both or none."""
    for finding in report.findings:
        style = _STYLES[finding.severity]
        yield visible(finding.file), "bold"
        yield f":{finding.where.line}:{finding.where.column} ", ""
        yield f"{finding.code} {LABELS[finding.severity]}", style
        yield f" {visible(finding.message)}\n", ""
        shown, carets = _pointed(finding.extent, max(width, _NARROWEST))
        yield f"{shown}\n", ""
        yield f"{carets}\n", style
        yield _hint(finding), "green"
    yield f"{summary(report)}\n", "bold"


def summary(report: Report) -> str:
    """How much was checked, what was found, and how much of it `kjqb check` can mend."""
    checked = report.checked
    looked = f"共检查{checked.files}个文件、{checked.blocks}段、{checked.characters}字"
    crashed = len({crash.rule.code for crash in report.crashes})
    incomplete = [f"{crashed}条规则出错，检查不完整"] * bool(crashed)
    if not report.findings:
        return "；".join([looked, *incomplete]) + "。" if crashed else f"{looked}，没有发现问题。"
    counted = "、".join(f"{LABELS[severity]}{count}处" for severity, count in report.summary.items() if count)
    safe = report.fixable()
    unsafe = report.fixable(unsafe=True) - safe
    mends = [f"“--fix”可改正{safe}处"] * bool(safe) + [f"“--unsafe-fixes”可再改{unsafe}处"] * bool(unsafe)
    found = f"{looked}：{counted}（每万字错误{report.errors_per_10000}处）"
    return "；".join([found, *mends, *incomplete]) + "。"


def _pointed(extent: Extent, width: int) -> tuple[str, str]:
    """The first line of the extent, cut to the width round it, and carets under what is meant."""
    where = extent.where
    assert where.line is not None
    assert where.column is not None
    line = extent.source.line(where.line)
    start = min(where.column - 1, len(line))
    end = min(start + max(1, extent.span.end - extent.span.start), len(line))
    # No more than a window's width is looked at: a line may hold a hundred thousand findings.
    before, after = visible(line[max(0, start - width) : start]), visible(line[end : end + width])
    meant = visible(line[start : min(end, start + width)])
    meant = _fitting(meant, width - 2 * display_width(_CUT))
    room = width - display_width(meant)
    before, after = _window(before, after, room)
    carets = "^" * max(1, display_width(meant))
    return before + meant + after, " " * display_width(before) + carets


def _window(before: str, after: str, room: int) -> tuple[str, str]:
    """The end of one text and the beginning of the other that fit into the room; half for each where both are long."""
    half = room // 2
    before_width, after_width = display_width(before), display_width(after)
    left = max(half, room - after_width)
    right = max(room - half, room - before_width)
    return _fitting(before[::-1], left)[::-1], _fitting(after, right)


def _fitting(text: str, room: int) -> str:
    """As much of the text's beginning as fits; where it is cut, it ends in an ellipsis."""
    if display_width(text) <= room:
        return text
    room -= display_width(_CUT)
    for end, character in enumerate(text):
        room -= display_width(character)
        if room < 0:
            return text[:end] + _CUT
    return text


def _hint(finding: Finding) -> str:
    """What `--fix` or `--unsafe-fixes` would make of it; empty where neither can do anything."""
    if not finding.is_fixable(unsafe=True):
        return ""
    option = "--fix" if finding.is_fixable(unsafe=False) else "--unsafe-fixes"
    return f"可用“{option}”{_change(finding.extent.text, finding.mended)}\n"


def _change(old: str, new: str) -> str:
    if "\n" in old and "\n" not in new:
        return "接为一段"
    return f"改为“{_fitting(visible(new), _LONGEST_HINT)}”" if new.strip() else "删去"
