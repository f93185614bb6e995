"""Dates in a running text: in words (2024年1月5日, 二〇二四年一月五日), in digits (2024-01-05), with their weekday."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from re import ASCII, Match

from kjqb.text.numerals import parse_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

WEEKDAYS = "一二三四五六日"
"""From Monday on."""

_LEAP_YEAR = 2024
_MONTHS = 12
_LOOK_BACK = 8
_LUNAR = ("农历", "阴历", "旧历", "夏历", "藏历", "回历", "傣历", "彝历")
_WEEKDAY = r" ?(?:[（(，,、]?|[（(][^（()）。]{1,12}[，、])(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?![边围])"
_WORDS = Pattern(
    r"(?:(?<!\d)(?P<year>\d{4}|(?<![〇零一二三四五六七八九])[〇零○一二三四五六七八九]{4}) ?年 ?)?"
    r"(?<!\d[:：])(?<![\d.,一二三四五六七八九十第/~～—–-])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})(?:"
    r" ?[日号]?(?: ?[—–~～‐‑-] ?|至|到)(?P<until>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]"
    r"| ?[日号](?:" + _WEEKDAY + r")?)",
    ASCII,
)
_FIGURES = Pattern(
    r"(?<![\d./A-Za-z-])(?P<year>(?:19|"
    r"20)\d{2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d./A-Za-z-])"
    r"(?:" + _WEEKDAY + r")?",
    ASCII,
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date with month and day, and the year where it is said."""

    span: Span
    year: int | None
    month: int
    day: int
    weekday: int | None = None
    """As stated, 0 for Monday."""
    sign: str = ""
    """What parts the figures of a date without 年, 月, 日."""
    padded: bool = False
    """Whether a figure has a zero before it."""

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has it; the year, where it is not said, may be a leap year."""
        return 1 <= self.month <= _MONTHS and 1 <= self.day <= monthrange(self.year or _LEAP_YEAR, self.month)[1]

    def falls_on(self, year: int) -> int | None:
        """Its weekday in a year, 0 for Monday; None where that year has no such day."""
        if not 1 <= self.day <= monthrange(year, self.month)[1]:
            return None
        return date(year, self.month, self.day).weekday()


def stated_dates(text: str) -> Iterator[StatedDate]:
    """All dates that name month and day, both days of a range within one month, in order of each form; none lunar."""
    for match in _WORDS.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not any(word in before for word in _LUNAR):
            yield from _in_words(match)
    for match in _FIGURES.finditer(text):
        yield _in_figures(match)


def _in_words(match: Match[str]) -> Iterator[StatedDate]:
    year = _number(match["year"]) if match["year"] else None
    month, day = _number(match["month"]), _number(match["day"])
    end = match.end("day") if match["until"] else _end(match)
    yield StatedDate(Span(match.start(), end), year, month, day, _weekday(match["weekday"]))
    if match["until"]:
        yield StatedDate(Span(*match.span()), year, month, _number(match["until"]))


def _in_figures(match: Match[str]) -> StatedDate:
    month, day = match["month"], match["day"]
    return StatedDate(
        Span(match.start(), _end(match)),
        int(match["year"]),
        int(month),
        int(day),
        _weekday(match["weekday"]),
        match["sign"],
        padded=month.startswith("0") or day.startswith("0"),
    )


def _end(match: Match[str]) -> int:
    """Behind the bracket that closes where one opened before the weekday."""
    text, end = match.string, match.end()
    opened = match["weekday"] and any(bracket in text[match.end("day") : end] for bracket in "（(")
    return end + 1 if opened and text[end : end + 1] in ("）", ")") else end


def _weekday(stated: str | None) -> int | None:
    return WEEKDAYS.index(stated.replace("天", "日")) if stated else None


def _number(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    return parse_chinese(numeral.replace("○", "〇").replace("廿", "二十")) or 0
