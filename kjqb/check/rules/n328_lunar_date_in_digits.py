"""N328: lunar dates in Arabic digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.numerals import parse_chinese, to_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_CALENDARS = "农历|阴历|旧历|夏历|藏历"
_YEAR = (
    r"(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|[二一][〇一二三四五六七八九]{3}年|"
    r"\d{4} ?年|[每当今去明]年)?"
)
_NUMBER = r"\d{1,2}|[一二三四五六七八九十廿]{1,3}"
_LUNAR = Pattern(
    rf"(?:{_CALENDARS}) ?{_YEAR} ?(?P<month>(?P<m>闰?(?:{_NUMBER})|正|冬|腊)"
    rf" ?月)(?: ?(?P<first>初)?(?P<d>{_NUMBER})(?: ?日)?)?"
    rf"|(?P<named>正月|腊月|冬月) ?(?P<first2>初)?(?P<d2>\d{{1,2}})(?: ?日)?(?!\d|[个家项名万亿%])",
    re.ASCII,
)
_LAST_MONTH, _LAST_DAY, _TENTH = 12, 30, 10


@rule(
    "N328",
    "lunar-date-in-digits",
    title="农历日期用阿拉伯数字",
    about="农历等非公历的纪年、月日用汉字数字，月份、日期按传统叫法：“农历八月十五”“正月初五”。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "4.2.1"),
    fix=Applicability.SAFE,
    cues="历月",
    examples=(
        Example(bad="活动在农历8月15举行。", good="活动在农历八月十五举行。"),
        Example(bad="集市于每年正月15开市。", good="集市于每年正月十五开市。"),
        Example(bad="春播在农历3月初8前后开始。", good="春播在农历三月初八前后开始。"),
    ),
)
def lunar_date_in_digits(part: Part) -> Iterator[Hit]:
    """Months and days behind the name of such a calendar, and days behind 正月 or 腊月, with digits in them."""
    for match in _LUNAR.finditer(part.text):
        start = match.start("month") if match["month"] else match.start("named")
        span = Span(start, match.end())
        shown = part.text[span.start : span.end]
        if not any(character.isascii() and character.isdecimal() for character in shown):
            continue
        right = _right(match)
        advice = f"应为“{right}”" if right else "应用汉字数字"
        yield hit(part.passage, span, f"农历日期“{shown}”{advice}", *([Edit(span, right)] if right else []))


def _right(match: re.Match[str]) -> str:
    """In Chinese, as the calendar says it; empty where it has no such day."""
    month = match["named"] or _month(match["m"])
    stated = match["d"] or match["d2"]
    if not month or not stated:
        return month
    day = _number(stated)
    if not 1 <= day <= _LAST_DAY:
        return ""
    return month + ("初" if day <= _TENTH else "") + to_chinese(day)


def _month(stated: str) -> str:
    leap = "闰" if stated.startswith("闰") else ""
    name = stated.removeprefix("闰")
    if name in {"正", "冬", "腊"}:
        return f"{name}月"
    number = _number(name)
    if not 1 <= number <= _LAST_MONTH:
        return ""
    return f"{leap}{'正' if number == 1 and not leap else to_chinese(number)}月"


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else parse_chinese(numeral.replace("廿", "二十")) or 0
