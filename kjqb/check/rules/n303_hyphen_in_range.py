"""N303: hyphens where a range is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.tables.regions import region
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import Range, ranges
from kjqb.text.spans import Edit, Span

_HYPHENS = "‐‑-"
_TIMES = {"年", "月", "日", "号", "时", "点", "世纪", "年代", "年度", "学年", "季度", "月份", "周"}
_NUMBERED = {"号", "室", "房", "幢", "栋", "座", "单元", "线", "型", "期", "网", "版", "路", "代", "字"}
"""What codes, not ranges, stand before: 3-2号, 5-301室."""
_SUMS = Pattern("之间|以内|以上|以下|左右|不等|年间|岁")
_CLOCK = Pattern(r"(?<![\d:.-])\d{1,2}:\d{2} ?(?P<mark>[‐‑-]) ?\d{1,2}:\d{2}(?![\d:.-])", re.ASCII)
_DAYS = Pattern(r"\d ?[年月日] ?(?P<mark>[‐‑-]) ?(?:\d{4} ?年 ?)?\d{1,2} ?月", re.ASCII)
_PLACES = Pattern(r"(?P<left>[\u4e00-\u9fff]{2,7})(?P<mark>[‐‑-])(?P<right>[\u4e00-\u9fff]{2,7})")
_LONGEST_PLACE = 7


@rule(
    "N303",
    "hyphen-in-range",
    title="起止范围误用短横线",
    about=(
        "短横线用于编号、电话号码和数字式日期。时间、地点的起止用一字线，数值范围用浪纹线或一字线，本刊建议用浪纹线。"
        "“3—5家”“3～5家”都对；编号、型号、比分和图表号里的短横线不算。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.13.3.2"),
    fix=Applicability.SAFE,
    yields_to=("N301", "N302", "P142", "P116"),
    cues=_HYPHENS,
    examples=(
        Example(bad="2023年1-10月，全市新增企业46家。", good="2023年1—10月，全市新增企业46家。"),
        Example(bad="每个县扶持3-5家企业。", good="每个县扶持3～5家企业。"),
        Example(bad="开放时间为9:00-17:00。", good="开放时间为9:00—17:00。"),
        Example(bad="包头-呼和浩特高速铁路已经开通。", good="包头—呼和浩特高速铁路已经开通。"),
    ),
)
def hyphen_in_range(part: Part) -> Iterator[Hit]:
    """Hyphens between two ends of one kind: quantities that rise, times of day, dates, places."""
    text = part.text
    for found in ranges(text):
        if text[found.mark.start] in _HYPHENS and _is_meant(text, found):
            yield _wrong(part, found.mark, "—" if _is_time(text, found) else "～")
    for pattern in (_CLOCK, _DAYS):
        yield from (_wrong(part, Span(*match.span("mark")), "—") for match in pattern.finditer(text))
    for match in _PLACES.finditer(text):
        if _ends_in_place(match["left"]) and _begins_with_place(match["right"]):
            yield _wrong(part, Span(*match.span("mark")), "—")


def _wrong(part: Part, mark: Span, right: str) -> Hit:
    name = "一字线“—”" if right == "—" else "浪纹线“～”"
    return hit(part.passage, mark, f"起止范围的短横线应为{name}", Edit(mark, right))


def _is_meant(text: str, found: Range) -> bool:
    """Whether the two ends are quantities of one kind, the second one greater."""
    first, last = found.first, found.last
    if last.unit in _NUMBERED or (first.unit and not last.unit) or first.number.startswith("00"):
        return False
    counts = found.unit or last.scale or _SUMS.match(text, found.span.end)
    return bool(counts) and (first.value < last.value or first.plain < last.plain)


def _is_time(text: str, found: Range) -> bool:
    is_year = found.unit == "年" and len(found.last.number) == 4
    counted = found.unit == "年" and not is_year
    ordinal = text[: found.span.start].endswith("第") if found.span.start < 2 else text[found.span.start - 1] == "第"
    return ordinal or (found.unit in _TIMES and not counted)


def _ends_in_place(text: str) -> bool:
    return any(region(text[-length:]) for length in range(2, min(_LONGEST_PLACE, len(text)) + 1))


def _begins_with_place(text: str) -> bool:
    return any(region(text[:length]) for length in range(2, min(_LONGEST_PLACE, len(text)) + 1))
