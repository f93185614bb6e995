"""N310: integers of five digits and more, without 万 and ungrouped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import DIGITS, RANGE_MARKS, UNIT
from kjqb.text.spans import Edit, Span

_LONG = Pattern(
    rf"(?<!\d[:：])(?<![\d.,/A-Za-z+_第号{RANGE_MARKS}])(?<![A-Za-z] )"
    rf"(?P<number>[1-9]\d{{4,11}})(?![\d.,:：/{RANGE_MARKS}])"
    rf" ?(?P<tail>亿|万(?=[元吨亩人次千立平公米件台套]|美元)|(?P<more>[多余])? ?(?!号|万|路|线|网|型){UNIT})",
    re.ASCII,
)
_POPULATION = Pattern("人口[^，。；]{0,4}\\Z")
_PROSE = {Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM, Kind.ENTRY}
_WAN, _YI = 10**4, 10**8
_PLACES = 100
"""万 and 亿 are put in where two decimals hold all of the number."""


@rule(
    "N310",
    "number-unwieldy",
    title="五位以上的数未分节也未用“万”“亿”",
    about=(
        "五位以上的整数可以分节，也可以改用“万”“亿”作单位，便于认读：30000余名可写作3万余名。"
        "标准没有强制，所以只作提示；编号、电话号码、人口数和数值范围不算。"
    ),
    severity=Severity.INFO,
    source=Standard("GB/T 15835—2011", "5.1.1"),
    fix=Applicability.UNSAFE,
    cues=DIGITS,
    examples=(
        Example(bad="平台服务30000余名师生。", good="平台服务3万余名师生。"),
        Example(bad="全县新造林12500亩。", good="全县新造林1.25万亩。"),
        Example(bad="项目总投资12000万元。", good="项目总投资1.2亿元。"),
        Example(bad="图书馆藏书123456册。", good="图书馆藏书123,456册。"),
    ),
)
def number_unwieldy(part: Part) -> Iterator[Hit]:
    """Long integers that count or measure something."""
    text = part.text
    if part.kind not in _PROSE:
        return
    for match in _LONG.finditer(text):
        span = Span(*match.span("number"))
        if not _POPULATION.search(text, max(0, span.start - 8), span.start):
            if match["tail"] == "万":
                span = Span(span.start, match.end())
            shown = _shown(int(match["number"]), match["tail"])
            message = f"“{text[span.start : span.end]}”宜写作“{shown}”，便于认读"
            if shown == text[span.start : span.end]:
                continue
            yield hit(part.passage, span, message, Edit(span, shown))


def _shown(number: int, tail: str) -> str:
    """With 万 or 亿 where that is short, grouped by commas where it is not."""
    if tail == "万":
        return _scaled(number, _WAN, "亿") or f"{number}万"
    if tail == "亿":
        return _scaled(number, _WAN, "万") or f"{number:,}"
    return (_scaled(number, _YI, "亿") if number >= _YI else _scaled(number, _WAN, "万")) or f"{number:,}"


def _scaled(number: int, scale: int, name: str) -> str:
    if number * _PLACES % scale:
        return ""
    whole, rest = divmod(number * _PLACES // scale, _PLACES)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + name
