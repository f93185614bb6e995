"""Ranges of numbers: where they stand, what they span, and which mark joins their ends.

The short hyphen is no part of this: what it joins is as often a code or a date as a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

RIGHT = "—～"
"""The marks that join the ends of a range (GB/T 15835—2011, 5.1.3)."""

_WRONG = "–~〜∼∽―─－"
_NUMBER = r"\d{1,9}(?:[.,:：]\d{1,9}){0,3}"
_UNIT = r"(?:[%‰℃°]|[万亿千百]{0,2}[\u4e00-\u9fff]{0,2}|[A-Za-zμ²³/]{1,6})"
_BELOW_ZERO = rf"(?<=[\u4e00-\u9fff，、；：（][-−])(?=[\d.]{{1,6}}[℃%]?[{RIGHT}{_WRONG}]-?[\d.]{{1,6}}(?:[℃%]|摄氏度))"
"""What tells a minus from a hyphen: a share or a temperature follows."""
_RANGE = Pattern(
    rf"(?:(?<![\dA-Za-z.\-{RIGHT}{_WRONG}])|{_BELOW_ZERO})"
    rf"(?P<first>{_NUMBER})(?P<unit>{_UNIT}(?:\d{{1,2}}[月日](?:\d{{1,2}}日)?)?) ?"
    rf"(?P<mark>[{RIGHT}{_WRONG}]) ?(?P<last>-?{_NUMBER})(?![\d.]?[\-{RIGHT}{_WRONG}])(?P<behind>[^\d\s]{{0,2}})",
    re.ASCII,
)
_WEEKDAYS = Pattern(rf"(?:周|星期)[一二三四五六日天](?P<mark>[{RIGHT}{_WRONG}])(?:周|星期)?[一二三四五六日天]")
_LABEL = Pattern("[图表式版附]$")
_TIME = frozenset("月日时点")
_CLOCK = frozenset(":：")
_FIRST_YEAR = 1000
_AREA_CODE = Pattern("0[0-9]{2,3}")


class RangeKind(Enum):
    """What a range spans; its mark is to be the same throughout an issue."""

    TIME = "起止时间"
    VALUE = "数值范围"
    ORDINAL = "序号范围"


@dataclass(frozen=True, slots=True)
class Range:
    """A range in a text."""

    kind: RangeKind
    mark: str
    at: Span
    """Of the mark alone."""
    span: Span
    """From the first number to the last one."""


def ranges(text: str) -> Iterator[Range]:
    """All ranges of Arabic numbers and of weekdays that no short hyphen joins; codes and phone numbers left out."""
    for match in _RANGE.finditer(text):
        if not _is_code(text, match):
            span = Span(match.start(), match.end("last"))
            yield Range(_kind(text, match), match["mark"], Span(*match.span("mark")), span)
    for match in _WEEKDAYS.finditer(text):
        yield Range(RangeKind.TIME, match["mark"], Span(*match.span("mark")), Span(*match.span()))


def _is_code(text: str, match: re.Match[str]) -> bool:
    numbered = _LABEL.search(text[max(0, match.start() - 1) : match.start()]) is not None and not match["unit"]
    return numbered or (_AREA_CODE.fullmatch(match["first"]) is not None and not match["unit"])


def _kind(text: str, match: re.Match[str]) -> RangeKind:
    first, last, unit, behind = match["first"], match["last"], match["unit"], match["behind"]
    if text[max(0, match.start() - 1) : match.start()] == "第":
        return RangeKind.ORDINAL
    clock = not _CLOCK.isdisjoint(first) and not _CLOCK.isdisjoint(last)
    is_year = behind[:1] == "年" and last.isdigit() and int(last) >= _FIRST_YEAR
    dated = unit[:1] == "年" and first.isdigit() and int(first) >= _FIRST_YEAR
    timed = behind[:1] in _TIME or (unit != "" and unit[0] in _TIME)
    return RangeKind.TIME if clock or is_year or dated or timed else RangeKind.VALUE
