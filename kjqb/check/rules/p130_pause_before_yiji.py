"""P130: 、 before 以及."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_PAUSE = Pattern("、(?=[ \u3000]?以及)")


@rule(
    "P130",
    "pause-before-yiji",
    title="“以及”前误用顿号",
    about="“以及”所连的前一项后面若有停顿，用逗号，不用顿号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.3"),
    fix=Applicability.SAFE,
    cues="、",
    examples=(
        Example(bad="专班负责选题、评审、以及验收。", good="专班负责选题、评审，以及验收。"),
        Example(bad="专题报道、通讯、以及短讯", good="专题报道、通讯，以及短讯", part=Kind.CELL),
    ),
)
def pause_before_yiji(part: Part) -> Iterator[Hit]:
    """顿号 directly before 以及."""
    for match in _PAUSE.finditer(part.text):
        span = Span(*match.span())
        yield hit(part.passage, span, "“以及”前的“、”应为“，”", Edit(span, "，"))
