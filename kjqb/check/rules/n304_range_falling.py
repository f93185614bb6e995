"""N304: ranges whose first end is the greater one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import Range, ranges
from kjqb.text.spans import Span

_CYCLES = {"月", "月份", "日", "号", "时", "点", "秒", "周", "星期", "季度", "分"}
"""What begins anew: 22时—6时, 11月—3月; 分 may be a score."""
_CODES = {"室", "房", "幢", "栋", "座", "单元", "线", "型", "期", "网", "版", "路", "代", "字", "步", "招", "股", "折"}
_YEAR = Pattern(r"(?:19|20)\d{2}")
_REVERSED = Pattern(r"(?:零下|负|前|倒数|由|从|降)[^，。；]{0,6}\Z")
_DAYS = Pattern(r"(?<!\d)\d{1,2} ?月 ?(?P<first>\d{1,2}) ?日?[—–~～‐‑-](?P<last>\d{1,2}) ?日", re.ASCII)
_LOOK_BACK = 8


@rule(
    "N304",
    "range-falling",
    title="起止范围前大后小",
    about=(
        "范围从小到大、从先到后写；前大后小，多半是两端写颠倒了，或是漏了字、错了数。"
        "跨年的月份、跨日的时刻、零下的温度、“由……至……”、比分和编号不算。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    yields_to=("N301",),
    cues="—–~～‐‑-至",
    examples=(
        Example(bad="补助比例为10%—5%。", good="补助比例为5%—10%。"),
        Example(bad="每个县扶持5～3家企业。", good="每个县扶持3～5家企业。"),
        Example(bad="规划期为2025—2021年。", good="规划期为2021—2025年。"),
        Example(bad="活动于2023年5月18—15日举行。", good="活动于2023年5月15—18日举行。"),
    ),
)
def range_falling(part: Part) -> Iterator[Hit]:
    """Ranges of one unit that go down, and days of one month that do."""
    text = part.text
    for found in ranges(text):
        if _falls(text, found):
            yield hit(part.passage, found.span, f"“{text[found.span.start : found.span.end]}”前大后小，请核对两端")
    for match in _DAYS.finditer(text):
        if int(match["first"]) > int(match["last"]):
            yield hit(part.passage, Span(match.start("first"), match.end()), f"“{match[0]}”前后颠倒，请核对起止日期")


def _falls(text: str, found: Range) -> bool:
    first, last = found.first, found.last
    mark = text[found.mark.start]
    before = text[max(0, found.span.start - _LOOK_BACK) : found.span.start]
    if mark == "到" or not found.unit or found.unit in _CYCLES | _CODES or _REVERSED.search(before):
        return False
    if len(last.number) < len(first.number) == 4 and _YEAR.fullmatch(first.number):
        return False
    if first.scale == last.scale:
        return first.plain > last.plain
    shared = not first.scale and not first.unit and first.plain < last.plain * 10
    return first.plain > last.plain if shared else first.value > last.value
