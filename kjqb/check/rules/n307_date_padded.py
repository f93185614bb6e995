"""N307: dates in digits, or with zeros, in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.dates import stated_dates
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_PROSE = {Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM, Kind.ENTRY}
_ZERO = Pattern(r"(?<![\d.:,/])(?P<zero>0)(?P<rest>[1-9] ?(?:月(?!龄)|日))", re.ASCII)
_STAMP_AFTER = Pattern(" ?(?:发布|公布|更新|访问|检索|引用|下载|登录|[]】”）])")
_STAMP_BEFORE = Pattern(r"(?:[\[【]|(?:日期|时间)[:：为]|如|写[成作]|格式为?)\s?\Z")


@rule(
    "N307",
    "date-padded",
    title="正文日期用数字式或补零",
    about=(
        "“2024-01-05”和“01月05日”都是标准允许的写法；本刊正文统一写作“2024年1月5日”，月日不补零。"
        "表格、注释里的日期，网页的发布、访问日期不算。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    fix=Applicability.SAFE,
    cues="-0",
    yields_to=("P142", "M711"),
    examples=(
        Example(bad="该办法自2023-05-01起施行。", good="该办法自2023年5月1日起施行。"),
        Example(bad="活动于2023年08月05日举行。", good="活动于2023年8月5日举行。"),
        Example(bad="平台于2023年06月上线。", good="平台于2023年6月上线。"),
    ),
)
def date_padded(part: Part) -> Iterator[Hit]:
    """Full dates with hyphens, and zeros before a month or day in words."""
    if part.kind not in _PROSE:
        return
    text = part.text
    for one in stated_dates(text):
        start, end = one.span.start, one.span.end
        if one.sign != "-" or not one.is_possible or one.weekday is not None:
            continue
        if not _STAMP_AFTER.match(text, end) and not _STAMP_BEFORE.search(text, max(0, start - 4), start):
            right = f"{one.year}年{one.month}月{one.day}日"
            yield hit(part.passage, one.span, f"“{text[start:end]}”在正文里宜写作“{right}”", Edit(one.span, right))
    for match in _ZERO.finditer(text):
        zero = Edit(Span(*match.span("zero")), "")
        yield hit(part.passage, Span(*match.span()), f"“{match[0]}”应为“{match['rest']}”，不补零", zero)
