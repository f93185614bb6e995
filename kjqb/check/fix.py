"""Applying the fixes of findings, with proof that nothing else was changed."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kjqb.check.finding import Finding, Report
from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.model.source import Source
from kjqb.text.spans import Edit, Span, apply_edits

ROUNDS = 20
"""After so many rounds the fixes are taken to undo each other."""

Reread = Callable[[Mapping[str, str]], Report]
"""From the changed files' texts, by name, to the report that a run over them gives."""


class FixError(KjqbError):
    """Fixes that cannot be shown to be right; our fault, and nothing was changed."""

    slug = "fix-not-proven"
    exit_code = ExitCode.INTERNAL

    def __init__(self, what: str, where: Where | None = None) -> None:
        super().__init__(what, where=where, hint="这是程序的缺陷，文件未作任何改动；请把该文件报告给我们")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What applying fixes came to."""

    texts: Mapping[str, str]
    """The new text of every file that changed, by name."""
    findings: tuple[Finding, ...]
    """Those that were mended, in order."""
    report: Report
    """What remains to be found in the new texts; of a single round, what it began with."""


def settle(report: Report, reread: Reread, *, unsafe: bool = False) -> Fixed:
    """Apply fixes, read again, and so on until none is left; the same call on its outcome changes nothing.

    Where a rule crashes, be it on a text that fixes have changed, nothing is mended, and the report says so. Raises
    FixError when a text changed elsewhere than the findings said, or the fixes undo each other.
    """
    first = report
    texts: dict[str, str] = {}
    mended: list[Finding] = []
    for _ in range(ROUNDS):
        if report.crashes:
            return Fixed({}, (), replace(first, crashes=report.crashes))
        step = apply_fixes(report, unsafe=unsafe)
        if not step.texts:
            return Fixed(texts, tuple(mended), report)
        texts |= step.texts
        mended += step.findings
        report = reread(texts)
    restless = [finding for finding in report.findings if finding.is_fixable(unsafe=unsafe)]
    if not restless:
        return Fixed(texts, tuple(mended), report)
    codes = "、".join(sorted({finding.code for finding in restless}))
    raise FixError(f"自动修复反复改动同一处，无法完成（{codes}）", Where(restless[0].file))


def apply_fixes(report: Report, *, unsafe: bool = False) -> Fixed:
    """Apply once the fixes that do not get in each other's way; of two that do, the first in the report.

    Raises FixError when a text changed elsewhere than the findings said.
    """
    taken = _Taken()
    mended = tuple(finding for finding in report.findings if finding.is_fixable(unsafe=unsafe) and taken.admit(finding))
    by_source: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in mended:
        by_source[finding.file].append(finding)
    texts = {name: _rewritten(findings[0].extent.source, findings) for name, findings in by_source.items()}
    return Fixed(texts, mended, report)


class _Taken:
    """The stretches that admitted fixes edit, none overlapping another."""

    def __init__(self) -> None:
        self._spans: defaultdict[str, list[Span]] = defaultdict(list)

    def admit(self, finding: Finding) -> bool:
        """Take in all edits of a finding's fix, or none."""
        spans = self._spans[finding.file]
        edits = _edits(finding)
        if any(self._is_taken(spans, edit.span) for edit in edits):
            return False
        for edit in edits:
            insort(spans, edit.span)
        return True

    @staticmethod
    def _is_taken(spans: list[Span], span: Span) -> bool:
        index = bisect_left(spans, span)
        return any(near.overlaps(span) for near in spans[max(0, index - 1) : index + 1])


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _rewritten(source: Source, findings: Iterable[Finding]) -> str:
    findings = list(findings)
    new = apply_edits(source.text, (edit for finding in findings for edit in _edits(finding)))
    if not _changed_only(source.text, new, findings):
        raise FixError("自动修复改动了所报位置以外的内容，已全部放弃", Where(source.name))
    return new


def _changed_only(old: str, new: str, findings: Iterable[Finding]) -> bool:
    """Whether the texts agree, character for character, everywhere but in the findings' own stretches.

    It knows nothing of how edits are applied: only where the findings stand and by how much each lengthens the text.
    """
    growth = [
        (finding.extent.span, sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in _edits(finding)))
        for finding in findings
    ]
    at = shift = 0
    for span, grown in _together(sorted(growth)):
        if old[at : span.start] != new[at + shift : span.start + shift]:
            return False
        at, shift = span.end, shift + grown
    return old[at:] == new[at + shift :]


def _together(stretches: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Overlapping and touching stretches as one, with the sum of their growth."""
    joined: list[tuple[Span, int]] = []
    for span, grown in stretches:
        if joined and span.start <= joined[-1][0].end:
            last, sum_ = joined.pop()
            joined.append((Span(last.start, max(last.end, span.end)), sum_ + grown))
        else:
            joined.append((span, grown))
    return joined
