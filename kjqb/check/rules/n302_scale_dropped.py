"""N302: ranges of amounts whose first 万 or 亿 was dropped."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.quantities import ranges
from kjqb.text.spans import Edit, Span

_SO_MUCH_MORE = 10
"""A first number that much greater than the second is one of its own: 9000～1万."""


@rule(
    "N302",
    "scale-dropped",
    title="数值范围漏写前一个“万”或“亿”",
    about=(
        "数值范围里的“万”“亿”省略后会引起误解，不能省。“13—17万元”既可读作13万元至17万元，也可读作13元至17万元。"
        "“9000～1万元”前一个数本来没有“万”，不算。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 15835—2011", "5.1.3"),
    fix=Applicability.UNSAFE,
    cues="万亿",
    examples=(
        Example(bad="每个项目补助13—17万元。", good="每个项目补助13万元—17万元。"),
        Example(bad="年产值可达9～16亿元。", good="年产值可达9亿元～16亿元。"),
        Example(bad="每年可培训3—5万人次。", good="每年可培训3万—5万人次。"),
    ),
)
def scale_dropped(part: Part) -> Iterator[Hit]:
    """Two rising numbers joined by a range mark, or by 至, of which only the second bears 万 or 亿."""
    for found in ranges(part.text):
        first, last = found.first, found.last
        mark = part.text[found.mark.start : found.mark.end]
        if first.scale or first.unit or not last.scale or mark == "到":
            continue
        if first.plain >= last.plain * _SO_MUCH_MORE or (mark == "至" and first.plain >= last.plain):
            continue
        dropped = last.scale + (last.unit if last.unit.endswith("元") else "")
        shown = part.text[found.span.start : found.span.end]
        right = f"{first.number}{dropped}{part.text[first.digits.end : found.span.end]}"
        end = Span(first.digits.end, first.digits.end)
        severity = Severity.WARNING if mark == "至" else None
        if first.plain < last.plain:
            yield _graded(hit(part.passage, found.span, f"“{shown}”应为“{right}”", Edit(end, dropped)), severity)


def _graded(found: Hit, severity: Severity | None) -> Hit:
    return Hit(found.extent, found.message, found.edits, severity)
