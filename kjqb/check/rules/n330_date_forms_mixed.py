"""N330: dates with Chinese and Arabic numerals in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.numerals import parse_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_CHINESE = "[一二三四五六七八九十]{1,3}"
_CHINESE_YEAR = "(?<![〇零一二三四五六七八九])[〇零○一二三四五六七八九]{4}"
_DATE = Pattern(
    rf"(?<![\d.])(?:(?P<year>\d{{4}}|{_CHINESE_YEAR}) ?年 ?)?"
    rf"(?<![\d.第])(?P<month>\d{{1,2}}|(?<![一二三四五六七八九十第]){_CHINESE}) ?月"
    rf"(?:份| ?(?P<day>\d{{1,2}}|{_CHINESE}|廿[一二三四五六七八九]?) ?[日号])?"
    r"(?![一二三四五六七八九十廿初天龄])",
    re.ASCII,
)
_LUNAR = Pattern(r"(?:农历|阴历|旧历|夏历|藏历|腊|正|闰)[^，。；]{0,6}\Z")
_LOOK_BACK = 9


@rule(
    "N330",
    "date-forms-mixed",
    title="一个日期里汉字数字与阿拉伯数字混用",
    about="一个日期只用一种数字：“2024年5月”或“二〇二四年五月”，本刊用阿拉伯数字。农历日期不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "4.3"),
    fix=Applicability.SAFE,
    cues="月",
    examples=(
        Example(bad="平台于二〇二三年5月上线。", good="平台于2023年5月上线。"),
        Example(bad="平台于2023年五月上线。", good="平台于2023年5月上线。"),
        Example(bad="评审会于2023年5月十五日召开。", good="评审会于2023年5月15日召开。"),
    ),
)
def date_forms_mixed(part: Part) -> Iterator[Hit]:
    """Year, month and day of one date, some in digits and some not."""
    text = part.text
    for match in _DATE.finditer(text):
        pieces = [name for name in ("year", "month", "day") if match[name]]
        chinese = [name for name in pieces if not match[name].isdecimal()]
        if not chinese or len(chinese) == len(pieces):
            continue
        if _LUNAR.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            continue
        edits = tuple(Edit(Span(*match.span(name)), _digits(match[name])) for name in chinese)
        right = match[0]
        for name in chinese:
            right = right.replace(match[name], _digits(match[name]), 1)
        yield hit(part.passage, Span(*match.span()), f"“{match[0]}”数字不统一，应为“{right}”", *edits)


def _digits(numeral: str) -> str:
    return str(parse_chinese(numeral.replace("○", "〇").replace("廿", "二十")))
