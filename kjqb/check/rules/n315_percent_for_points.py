"""N315: per cent where percentage points are meant, and points that do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.changes import Change, agrees, changes
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_NO_POINTS = Pattern(r"个百分比(?!例)")
_POINTS = {"个百分点", "百分点"}


@rule(
    "N315",
    "percent-for-points",
    title="百分点与百分比混淆或不符",
    about=(
        "两个百分数之差是百分点：从68%提高到77.8%，是提高9.8个百分点，不是提高9.8%。"
        "按文中写明的前后两个数核算，只在同一句里、没有“约”“多”等字时判断。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    cues="%比",
    examples=(
        Example(bad="达标率从68%提高到77.8%，提高9.8%。", good="达标率从68%提高到77.8%，提高9.8个百分点。"),
        Example(bad="成材率由80%升至92%，上升10个百分点。", good="成材率由80%升至92%，上升12个百分点。"),
        Example(bad="合格率比2022年提高3个百分比。", good="合格率比2022年提高3个百分点。"),
        Example(bad="差错率由5%降到2%，下降了60个百分点。", good="差错率由5%降到2%，下降了3个百分点。"),
    ),
)
def percent_for_points(part: Part) -> Iterator[Hit]:
    """Changes between two percentages whose stated size is not the difference, or is not called points."""
    for match in _NO_POINTS.finditer(part.text):
        yield hit(part.passage, Span(*match.span()), "“个百分比”应为“个百分点”")
    for change in changes(part.text):
        if change.first.unit != "%" or change.stated.unit not in {"%", *_POINTS}:
            continue
        points = _points(change)
        stated = change.stated
        shown = part.text[stated.span.start : stated.span.end]
        if stated.unit == "%" and agrees(stated, change.difference):
            yield hit(part.passage, stated.span, f"“{shown}”应为“{stated.number}个百分点”")
        elif (stated.unit == "%" and change.growth and not agrees(stated, change.growth)) or (
            stated.unit in _POINTS and not agrees(stated, change.difference)
        ):
            yield hit(part.passage, stated.span, f"“{shown}”与前后两数不符，按两数核算为{points}个百分点")


def _points(change: Change) -> Decimal:
    return abs(change.last.plain - change.first.plain)
