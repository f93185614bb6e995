"""One finding for each place: which of several stays."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from kjqb.check.finding import Finding
from kjqb.text.spans import Span


def one_for_each_place(findings: Iterable[Finding]) -> list[Finding]:
    """Without those that yield to an overlapping one, and of those at the very same stretch only the gravest.

    Of equally grave ones that of the lower code stays; whatever order they are given in, the same ones stay. Rules of
    Word files do not compete for a place.
    """
    gravest: dict[tuple[str, Span, str], Finding] = {}
    for finding in sorted(_unyielding(list(findings)), key=lambda finding: (finding.severity.rank, finding.code)):
        own = finding.code if finding.rule.is_of_word else ""
        gravest.setdefault((finding.file, finding.extent.span, own), finding)
    return list(gravest.values())


def _unyielding(findings: list[Finding]) -> Iterable[Finding]:
    stretches: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for finding in findings:
        stretches[finding.code, finding.file].append(finding.extent.span)
    index = {key: _Stretches(spans) for key, spans in stretches.items()}
    for finding in findings:
        winners = (index.get((code, finding.file)) for code in finding.rule.yields_to)
        if not any(winner and winner.overlap(finding.extent.span) for winner in winners):
            yield finding


class _Stretches:
    """Spans that may overlap each other, and whether one of them overlaps another span."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a character with it, or begins where it, an empty one, stands."""
        before = bisect_right(self._spans, Span(max(span.end - 1, span.start), 1 << 62))
        return before > 0 and self._reach[before - 1] > span.start
