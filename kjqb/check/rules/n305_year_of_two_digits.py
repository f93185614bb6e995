"""N305: years cut to two digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_DURATION = r"(?<![期时达刑满历共约近第需用计超长])"
_DATED = Pattern(
    rf"(?<![\d.—～~-]){_DURATION}[’']?(?P<year>\d{{2}}) ?年 ?(?=(?:0?[1-9]|1[0-2]) ?月(?!龄)|[上下]半年|"
    rf"[第前]?[一二三四1-4]季度|年[底末初])",
    re.ASCII,
)
_RANGE = Pattern(
    r"(?:\A|(?<=[，。；：、（“《于在自从至\s]))(?P<year>\d{2}) ?(?P<named>年)?(?:[—–~～‐‑-]|至|到)(?P<last>\d{2}) ?年"
    r"(?!以[上下内]|内|左右|的|不等|之久|[生龄来前后树]|时间|期)(?P<open>[，。；、）])?",
    re.ASCII,
)
_LONGEST = 10
_FIRST, _LAST = 10, 50
_ROUND = 5


@rule(
    "N305",
    "year-of-two-digits",
    title="年份只写两位数字",
    about="四位数字的年份不缩写成两位。这里只看月份、季度之前和起止范围里的两位年份；“10年”“20—30年”等时长不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.4"),
    cues="年",
    examples=(
        Example(bad="该基地23年6月建成。", good="该基地2023年6月建成。"),
        Example(bad="《21—23年工作总结》已经印发。", good="《2021—2023年工作总结》已经印发。"),
        Example(bad="全市22年上半年新增企业46家。", good="全市2022年上半年新增企业46家。"),
    ),
)
def year_of_two_digits(part: Part) -> Iterator[Hit]:
    """Two digits and 年 before a month, a quarter or half a year, and two such years in a row."""
    for match in _DATED.finditer(part.text):
        yield hit(part.passage, Span(*match.span("year")), f"年份“{match['year']}”应写全四位数字")
    for match in _RANGE.finditer(part.text):
        first, last = int(match["year"]), int(match["last"])
        rounded = first % _ROUND == 0 and last % _ROUND == 0
        if match["open"] and not match["named"]:
            continue
        if _FIRST <= first < last <= min(_LAST, first + _LONGEST) and not rounded:
            span = Span(match.start(), match.start("open") if match["open"] else match.end())
            shown = part.text[span.start : span.end]
            yield hit(part.passage, span, f"“{shown}”的年份应写全四位数字")
