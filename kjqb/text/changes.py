"""Statements of a change whose three figures can be checked against each other: 从68%提高到77.8%，提高9.8个百分点."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kjqb.text.pattern import Pattern
from kjqb.text.quantities import Quantity, quantities

_VERB = (
    "提高|提升|增长|增加|增|上升|升高|升|扩大|扩|攀升|跃升|跃|涨|上涨|发展|壮大|上调|"
    "下降|降低|减少|减|降|缩减|压缩|压减|回落|下滑|下调|跌|变化|变"
)
_AWAY = "[^，,。；;：！？、\n]"
_TO = Pattern(rf"{_AWAY}{{0,8}}?(?P<verb>{_VERB})?(?:至|到了?|为|成){_AWAY}{{0,14}}")
_TURN = Pattern("[至到为成]")
_LED = Pattern(rf"[从由]{_AWAY}{{0,14}}\Z")
_THEN = Pattern(
    r" ?[，,；]? ?(?P<link>(?:同比|[比较](?:上年|去年)|净|共|总体|整体|全[市区省县]|[两三四五]年间?|一年| ){0,3})"
    r"(?P<verb>提高|提升|增长|增加|上升|升高|扩大|上涨|下降|降低|减少|回落|下滑|压减|缩减|"
    r"增幅|涨幅|升幅|增速|增长率|增长幅度|降幅|降低率|增|涨|升|减|降)(?:了|为|是|达到?)? ?"
)
_FALL = ("下降", "降低", "减少", "回落", "下滑", "压减", "缩减", "降幅", "降低率", "减", "降", "压缩", "下调", "跌")
_UNCLEAR = Pattern(
    r"[约近多余超逾过来几]|左右|上下|以[上下内]|年均|月均|平均|复合|环比|翻|累计|计划|目标|力争|可比|不变价"
)
_REAL = Pattern(r"(?:GDP|生产总值|增加值|产值)[^。；！？\n]{0,12}\Z")
"""What is said to grow at constant prices, so that the rate does not follow from the values."""
_YEAR_AGO = Pattern(r"(?:[从由]|上年|去年|同期)的?\Z")
_REACH = 16
"""So many characters lie between two figures of one statement, at most."""
_NO_FIGURES = {"年", "月", "日", "号", "时", "季度", "年度", "届", "期", "月份"}


@dataclass(frozen=True, slots=True)
class Change:
    """From one figure to another of the same unit, and the change that is stated."""

    first: Quantity
    last: Quantity
    stated: Quantity
    falls: bool
    """Whether the text says that it is a fall."""

    @property
    def difference(self) -> tuple[Decimal, Decimal]:
        """The least and the most that the difference can be, by the digits stated; of a fall, how far it fell."""
        slack = self.first.slack + self.last.slack
        difference = self._sign * (self.last.value - self.first.value)
        return difference - slack, difference + slack

    @property
    def growth(self) -> tuple[Decimal, Decimal] | None:
        """The same of the growth rate in per cent; None from nothing."""
        low, high = self.difference
        least, most = self.first.value - self.first.slack, self.first.value + self.first.slack
        if least <= 0:
            return None
        rates = [100 * end / base for end in (low, high) for base in (least, most)]
        return min(rates), max(rates)

    @property
    def _sign(self) -> int:
        return -1 if self.falls else 1


def agrees(stated: Quantity, bounds: tuple[Decimal, Decimal]) -> bool:
    """Whether a stated figure, by its own digits, can be one within bounds."""
    half: Decimal = Decimal(1) / 2 / 10 ** len(stated.number.partition(".")[2])
    low, high = bounds
    return low - half <= stated.plain <= high + half


def changes(text: str) -> Iterator[Change]:
    """All statements of a change that leave nothing unclear; none with 约, 多, 年均 and the like."""
    if _TURN.search(text) is None:
        return
    figures = [one for one in quantities(text) if one.unit not in _NO_FIGURES]
    for at, (first, last) in enumerate(pairwise(figures)):
        if not first.unit or first.unit != last.unit or at + 2 >= len(figures) or not _leads(text, first, last):
            continue
        stated = figures[at + 2]
        between = text[last.span.end : stated.span.start]
        match = _THEN.fullmatch(between) if len(between) <= _REACH else None
        if match and _is_clear(text, first, stated) and ("同比" not in match["link"] or _is_last_years(text, first)):
            yield Change(first, last, stated, match["verb"] in _FALL)


def _is_clear(text: str, first: Quantity, stated: Quantity) -> bool:
    start, end = first.span.start, stated.span.end
    unclear = _UNCLEAR.search(text, max(0, start - 1), end) or _UNCLEAR.match(text, end)
    return not unclear and not _REAL.search(text, max(0, start - _REACH), start)


def _is_last_years(text: str, first: Quantity) -> bool:
    """Whether the first figure may be that of a year ago, so that 同比 speaks of it."""
    return _YEAR_AGO.search(text, max(0, first.span.start - _REACH), first.span.start) is not None


def _leads(text: str, first: Quantity, last: Quantity) -> bool:
    """Whether the second figure is what became of the first."""
    between = text[first.span.end : last.span.start]
    match = _TO.fullmatch(between) if len(between) <= _REACH + 6 else None
    if not match:
        return False
    return (
        match["verb"] is not None or _LED.search(text, max(0, first.span.start - _REACH), first.span.start) is not None
    )
