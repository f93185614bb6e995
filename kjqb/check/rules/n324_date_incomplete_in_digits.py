"""N324: dates in digits that lack a part, or are parted by slashes or dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.dates import StatedDate, stated_dates
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import UNIT
from kjqb.text.spans import Edit, Span

_PROSE = {Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM, Kind.ENTRY}
_DONE = (
    "上线|发布|印发|公布|开工|投产|投运|挂牌|启动|建成|揭牌|开幕|闭幕|召开|举行|举办|开展|实施|施行|完成|成立|签约|签订|"
    "截止|开始|结束|起|前完成|之前|以前|前|后|当天|至今"
)
_DAY = Pattern(
    rf"(?:(?P<led>[于在自从至到])|(?P<open>\A|[^\x00-\x7f—～序步段项条章节题图表号第版型]))(?:1[0-2]|0?[1-9])-(?:3[01]|[12]\d|0?[1-9])(?![\d.-])"
    rf"(?: ?(?P<done>{_DONE})| ?(?P<unit>{UNIT})?)",
    re.ASCII,
)
_MONTH = Pattern(
    rf"(?:\A|(?<=[于在自从至到，。；：、（“]))(?P<date>(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>0?[1-9]|"
    rf"1[0-2]))(?![\d./A-Za-z-]) ?(?P<done>{_DONE})",
    re.ASCII,
)
_VERSIONS = Pattern(r"(?:版本?|型号|系统|软件) ?\Z")


@rule(
    "N324",
    "date-incomplete-in-digits",
    title="日期的数字式写法不合规定",
    about=(
        "“年”“月”可用短横线代替，但只限年、月、日齐全的日期：“2024-08-15”可以，“8-15”不行；"
        "斜线和下圆点不是标准的写法。“8-15”这样的写法可能另有所指，不自动修改。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.4"),
    fix=Applicability.SAFE,
    cues="-/.",
    examples=(
        Example(bad="系统于2023/8/15上线。", good="系统于2023年8月15日上线。"),
        Example(bad="系统于2023.8.15上线。", good="系统于2023年8月15日上线。"),
        Example(bad="系统自2023.8起试运行。", good="系统自2023年8月起试运行。"),
    ),
)
def date_incomplete_in_digits(part: Part) -> Iterator[Hit]:
    """Full dates with slashes or dots, years with a month, and months with a day, in figures."""
    if part.kind not in _PROSE:
        return
    text = part.text
    for one in stated_dates(text):
        if one.sign in {"/", "."} and one.is_possible and not _is_version(text, one):
            figures = Span(one.span.start, one.span.start + _length(text, one))
            right = f"{one.year}年{one.month}月{one.day}日"
            shown = text[figures.start : figures.end]
            yield hit(part.passage, figures, f"“{shown}”应为“{right}”", Edit(figures, right))
    for match in _MONTH.finditer(text):
        span, right = Span(*match.span("date")), f"{match['year']}年{int(match['month'])}月"
        yield hit(part.passage, span, f"“{match['date']}”应为“{right}”", Edit(span, right))
    for match in _DAY.finditer(text):
        if match["done"] or (match["led"] and not match["unit"] and text[match.end() : match.end() + 1].isalpha()):
            start = match.end("led") if match["led"] else match.end("open")
            span = Span(start, match.start("done") if match["done"] else match.end())
            shown = text[span.start : span.end].strip()
            yield hit(part.passage, span, f"“{shown}”如为日期，应写作“某月某日”")


def _is_version(text: str, one: StatedDate) -> bool:
    before = max(0, one.span.start - 4)
    return bool(_VERSIONS.search(text, before, one.span.start)) or text.startswith("版", one.span.end)


def _length(text: str, one: StatedDate) -> int:
    """Of the figures, without a weekday behind them."""
    shown = text[one.span.start : one.span.end]
    return next((at for at, character in enumerate(shown) if character not in "0123456789/."), len(shown))
