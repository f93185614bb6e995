"""How often each rule's fault was found, and the rate of errors."""

from __future__ import annotations

from kjqb.check.finding import Counted, Report

LIMIT = 2
"""So many errors in 10,000 characters a periodical may have to pass, by 报纸期刊质量管理规定 (国新出发〔2020〕10号)."""


def rows(report: Report) -> list[tuple[str, str, str, str]]:
    """For a table: number, code, what mends it, title; the most frequent first."""
    return [
        (str(counted.count), counted.rule.code, _mends(counted), counted.rule.title) for counted in report.statistics
    ]


def rate(report: Report) -> str:
    """The rate of errors for every 10,000 characters, and what has been counted for it."""
    errors, characters = report.errors, report.checked.characters
    return (
        f"差错率 {report.errors_per_10000}/万字"
        f"（错误级{errors}处，{characters}字；警告、提示、Word版式和空白不计。"
        f"期刊编校差错率的合格线为{LIMIT}/万字，按《报纸期刊质量管理规定》由人工审读计错，本数只供参考）"
    )


def _mends(counted: Counted) -> str:
    safe = f"--fix {counted.fixable}" if counted.fixable else ""
    unsafe = f"--unsafe-fixes {counted.unsafely_fixable}" if counted.unsafely_fixable else ""
    return "，".join(filter(None, (safe, unsafe)))
