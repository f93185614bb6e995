"""P142: another mark than the hyphen in the number of a table, a figure, a house, a telephone, or in a numeric date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_MARKS = "—–―－─～~〜−"
_NUMBER = Pattern(
    rf"""
    (?P<table>(?<!代)(?:附?[图表]|公式)[ ]?(?P<first>\d{{1,3}})[{_MARKS}](?P<last>\d{{1,3}})(?![\d年月日%％万亿]))
    | (?P<telephone>(?<![\d.])(?:0\d{{2,3}}[{_MARKS}]\d{{7,8}}|[48]00[{_MARKS}]\d{{3,4}}[{_MARKS}]\d{{3,4}})(?!\d))
    | (?P<house>(?<![\d.])\d{{1,3}}[{_MARKS}]\d{{1,3}}[{_MARKS}]\d{{2,4}}(?=[室户号]))
    | (?P<date>(?<!\d)(?:19|20)\d\d[{_MARKS}][01]?\d[{_MARKS}][0-3]?\d(?!\d))
    """,
    re.VERBOSE | re.ASCII,
)
_MARK = Pattern(f"[{_MARKS}]")


@rule(
    "P142",
    "number-joined-by-dash",
    title="图表编号、电话号码里误用一字线、浪纹线",
    about=(
        "图、表编号，门牌、电话号码和数字日期里的连接号用短横线。正文里递增的“表1—3”也可能指几张表，"
        "说不准，不算；图题、表题里的一定是编号。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.13.3.1"),
    fix=Applicability.SAFE,
    cues=_MARKS,
    examples=(
        Example(bad="各县任务安排见表3—2。", good="各县任务安排见表3-2。"),
        Example(bad="咨询电话为0471—1234567。", good="咨询电话为0471-1234567。"),
        Example(bad="图1—2 试验田分布", good="图1-2 试验田分布", part=Kind.CAPTION),
    ),
)
def number_joined_by_dash(part: Part) -> Iterator[Hit]:
    """Numbers that cannot be ranges and whose halves another mark than the hyphen joins."""
    for match in _NUMBER.finditer(part.text):
        if match["table"] and not _is_one(part, match):
            continue
        marks = [Span(*found.span()) for found in _MARK.finditer(part.text, match.start(), match.end())]
        right = _MARK.compiled.sub("-", match[0])
        edits = [Edit(mark, "-") for mark in marks]
        yield hit(part.passage, Span(*match.span()), f"“{match[0]}”应为“{right}”", *edits)


def _is_one(part: Part, match: re.Match[str]) -> bool:
    """Whether it numbers one table, in a caption or because the second number is no higher, and not several."""
    if int(match["last"]) <= int(match["first"]):
        return True
    opens = not part.text[: match.start()].strip()
    return opens and (part.kind is Kind.CAPTION or part.text[match.end() : match.end() + 1].isspace())
