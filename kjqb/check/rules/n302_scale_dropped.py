"""N302: ranges of amounts whose first 万 or 亿 was dropped."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.quantities import ranges
from kjqb.text.spans import Edit, Span


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
    """Two rising numbers joined by a range mark of which only the second bears 万 or 亿."""
    for found in ranges(part.text):
        first, last = found.first, found.last
        if first.scale or first.unit or not last.scale or part.text[found.mark.start] in "至到":
            continue
        if first.plain < last.plain:
            dropped = last.scale + (last.unit if last.unit.endswith("元") else "")
            shown = part.text[found.span.start : found.span.end]
            end = first.digits.end
            right = f"{first.number}{dropped}{part.text[end : found.span.end]}"
            yield hit(part.passage, found.span, f"“{shown}”应为“{right}”", Edit(Span(end, end), dropped))
