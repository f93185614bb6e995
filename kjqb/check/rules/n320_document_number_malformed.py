"""N320: numbers of documents in another form than 国发〔2024〕5号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_NUMBER = Pattern(
    r"(?P<code>[\u4e00-\u9fff]{1,3}|[）)])? ?"
    r"(?P<open>[\[［〔【（(〖{｛])(?P<year>(?:19|20)\d{2}|\d{2})年?(?P<close>[\]］〕】）)〗}｝])"
    r" ?(?P<ordinal>第 ?)?(?P<zeros>0*)(?P<number>[1-9]\d{0,4}) ?号",
    re.ASCII,
)
_PLAIN = ("公告", "通告", "令", "判决", "裁定", "决定", "布告", "会议", "标准", "图", "表")
"""What is numbered in other ways too."""
_ROUND = "（("
_LED = "据照按由到为与和经对将把出作以在于用则号版年见及或如了"
_ISSUED = "发字办函电文呈复规报请批政党委组纪宣法建通"
_FULL_YEAR = 4


@rule(
    "N320",
    "document-number-malformed",
    title="发文字号写法有误",
    about=(
        "发文字号由机关代字、年份、序号组成，年份写全四位，用六角括号，序号前不加“第”、不补零：“国发〔2024〕5号”。"
        "法院案号“（2021）……民初5号”和公告、令的编号不算。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 9704—2012", "7.2.5"),
    fix=Applicability.SAFE,
    yields_to=("P103",),
    cues="号",
    examples=(
        Example(bad="依据某政发[2023]第05号文件执行。", good="依据某政发〔2023〕5号文件执行。"),
        Example(bad="通知的文号为某科字（2023）18号。", good="通知的文号为某科字〔2023〕18号。"),
        Example(bad="通知的文号为某科字〔2023〕018号。", good="通知的文号为某科字〔2023〕18号。"),
    ),
)
def document_number_malformed(part: Part) -> Iterator[Hit]:
    """A year in whatever brackets (round ones behind a body's code), with a number and 号 right behind it."""
    for match in _NUMBER.finditer(part.text):
        year, number = match["year"], match["number"]
        if match["open"] in _ROUND and not _is_code(match):
            continue
        whole = match["open"] == "〔" and match["close"] == "〕" and len(year) == _FULL_YEAR
        if (whole and not match["ordinal"] and not match["zeros"]) or (match["code"] or "").endswith(_PLAIN):
            continue
        span = Span(match.start("open"), match.end())
        shown = part.text[span.start : span.end]
        if len(year) < _FULL_YEAR:
            yield hit(part.passage, span, f"发文字号“{shown}”的年份应写全四位，用六角括号")
        else:
            right = f"〔{year}〕{number}号"
            yield hit(part.passage, span, f"发文字号“{shown}”应为“{right}”", Edit(span, right))


def _is_code(match: re.Match[str]) -> bool:
    """Whether what stands before a year in round brackets is a body's code; so are cases and notices numbered."""
    last = (match["code"] or "")[-1:]
    if not last:
        return False
    return last in _ISSUED if match["ordinal"] else last not in _LED
