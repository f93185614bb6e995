"""Quantities in a running text: numbers in Arabic digits with 万 and 亿, their units and classifiers, and ranges.

A number that is part of a code, a version, a time of day or a ratio (A-5, v2.3, 9:30, 1/3) is no quantity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from re import ASCII, Match

from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

DIGITS = "0123456789"

RANGE_MARKS = "—–~～‐‑-"
"""All marks that stand between two ends; for use inside a regular expression's brackets (the hyphen is last)."""

MONEY = "(?:人民币|[美欧日港澳韩加]元|元|英镑|港币|卢布|欧)"
"""Units of money, as a regular expression."""

_MEASURES = (
    "平方公里|平方千米|平方厘米|平方毫米|平方米|立方厘米|立方米|千瓦时|摄氏度|工作日|百分点|公里|千米|厘米|毫米|微米|"
    "纳米|公顷|公斤|千克|毫克|微克|毫升|千瓦|兆瓦|千伏安|千伏|兆赫|赫兹|千帕|兆帕|千卡|比特|字节|光年|海里|分贝|标准煤|"
    "小时|分钟|季度|世纪|年代|年度|学年|周年|周岁|星期|个月|月份|标准箱|人次|人天|场次|车次|班次|架次|批次|标段"
)
_CLASSIFIERS = (
    "吨克斤米亩升度伏瓦安帕年月日天周时点秒岁分个家项名人位户座所处台套辆艘架件条只头匹尾羽株棵颗粒根支枚张块片面本册部篇份"
    "封期场次届批轮班组队种类款型门节课章层级等倍成笔宗起例道段幅间栋幢孔口眼箱盒袋瓶桶罐包束丛群对双副把扇堂站"
    "村县市省国校院镇乡区街园厂字词页行集首步招环线网号股步代折股"
)
_LATIN = (
    "kg|mg|μg|ug|kW|MW|GW|kWh|kV|kPa|MPa|Pa|km2|hm2|km|cm|mm|μm|nm|hm|mL|ml|MHz|GHz|Hz|dB|GB|MB|TB|℃|°C|g|"
    "t|m|L|W|V|A|h|d|s"
)

UNIT = rf"(?:%|‰|{MONEY}|个百分点|{_MEASURES}|(?:{_LATIN})(?![A-Za-z])|[{_CLASSIFIERS}])"
"""A unit or classifier, as a regular expression."""

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
SCALE = "万亿|亿|万"
_SCALES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}

_OPEN = r"(?<!\d[:：])(?<![\d.,/A-Za-z+_—–~～‐‑-])(?<![A-Za-z] )"
"""What does not stand before a quantity."""

_QUANTITY = Pattern(
    rf"{_OPEN}(?P<number>{NUMBER})(?![:：/]\d)"
    rf" ?(?P<scale>{SCALE})?(?P<more>[多余来])? ?(?P<unit>{UNIT})?",
    ASCII,
)
_RANGE = Pattern(
    rf"{_OPEN}(?P<n1>{NUMBER}) ?(?P<s1>{SCALE})? ?(?P<u1>{UNIT})? ?(?P<mark>[{RANGE_MARKS}]|至|到) ?"
    rf"(?P<n2>{NUMBER})(?![\d,:：/.]) ?(?P<s2>{SCALE})?(?P<more>[多余来])? ?(?P<u2>{UNIT})?(?! ?[{RANGE_MARKS}]\d)",
    ASCII,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what belongs to it."""

    span: Span
    """Of all of it; in a range the second end's unit is not the first one's."""
    digits: Span
    number: str
    """As it stands, commas included."""
    scale: str
    """万, 亿, 万亿 or nothing."""
    unit: str
    hedged: bool = False
    """Whether 多, 余 or 来 follows the number."""

    @property
    def plain(self) -> Decimal:
        """The digits' value, whatever 万 or 亿 follows."""
        return Decimal(self.number.replace(",", ""))

    @property
    def value(self) -> Decimal:
        """What it comes to; the unit is left aside."""
        return self.plain * _SCALES[self.scale]

    @property
    def slack(self) -> Decimal:
        """Half a unit of the last digit that is stated; none for a whole number, which counts things."""
        places = len(self.number.partition(".")[2])
        return Decimal(0) if not places and not self.scale else _SCALES[self.scale] / 2 / 10**places


@dataclass(frozen=True, slots=True)
class Range:
    """Two quantities and the mark (or 至, 到) between them."""

    first: Quantity
    last: Quantity
    mark: Span

    @property
    def span(self) -> Span:
        """From the first number to the last unit."""
        return Span(self.first.span.start, self.last.span.end)

    @property
    def unit(self) -> str:
        """What both ends count; the last one's where the first has none, and empty where they differ."""
        return self.last.unit if self.first.unit in {"", self.last.unit} else ""


def quantities(text: str) -> Iterator[Quantity]:
    """All quantities, in order; an end of a range behind its mark is none."""
    for match in _QUANTITY.finditer(text):
        yield Quantity(
            Span(*match.span()),
            Span(*match.span("number")),
            match["number"],
            match["scale"] or "",
            match["unit"] or "",
            hedged=match["more"] is not None,
        )


def ranges(text: str) -> Iterator[Range]:
    """All ranges, in order; chains such as 15-15-15 are none."""
    for match in _RANGE.finditer(text):
        yield Range(_end(match, "1"), _end(match, "2"), Span(*match.span("mark")))


def _end(match: Match[str], which: str) -> Quantity:
    start, end = match.start(f"n{which}"), match.end(f"n{which}")
    last = max(end, match.end(f"s{which}"), match.end(f"u{which}"))
    hedged = which == "2" and match["more"] is not None
    return Quantity(
        Span(start, last),
        Span(start, end),
        match[f"n{which}"],
        match[f"s{which}"] or "",
        match[f"u{which}"] or "",
        hedged=hedged,
    )
