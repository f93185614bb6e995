"""N312: estimates by two adjacent numbers with a mark between them or in Arabic digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.numerals import parse_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_COUNTED = (
    "(?:个(?!月份)|天|年(?![级代底初度])|名|人(?!民)|家|位|岁|里|公里|公斤|斤|倍|成|分钟|小时|次(?!性|产)|种|件|亩|户|台|辆|块|元|遍|回|步|吨|米|"
    "十(?=[个家名人元户亩吨天年岁多余])|[百千万亿](?=[个家名人元户亩吨]))"
)
_ARABIC = Pattern(
    rf"(?<!\d[:：])(?<![\d.,/A-Za-z第年月、—～〔-])(?<!第 )(?P<first>[1-9])、(?P<last>[1-9])(?= ?{_COUNTED})"
    r"(?! ?[、\d])",
    re.ASCII,
)
_CHINESE = Pattern(
    r"(?<=[\u4e00-\u9fff，：（“])(?<!：(?=一、二))(?<![第一二三四五六七八九百千万、其])"
    rf"(?P<ten>[一二三四五六七八九]?十)?(?P<first>[一二两三四五六七八])、(?P<last>[两二三四五六七八九])(?={_COUNTED})"
)
_DIGITS = "零一二三四五六七八九"
_LABELS = Pattern("(?:[图表条款项章节期版]|附件|阶段|批次|步骤|级|类|等) ?\\Z")
_OFF = (3, 5)
"""The one pair of numbers that make an estimate without being neighbours."""


@rule(
    "N312",
    "estimate-in-digits",
    title="概数用阿拉伯数字或加顿号",
    about=(
        "相邻两个数连用表示概数，用汉字，中间不加顿号：“三五天”“七八个”。“第一、二产业”“1、2年级”等是缩略的并列，不算。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.5.3.4"),
    fix=Applicability.UNSAFE,
    cues="、",
    examples=(
        Example(bad="每隔3、5天巡查一次。", good="每隔三五天巡查一次。"),
        Example(bad="每个乡镇都有七、八个合作社。", good="每个乡镇都有七八个合作社。"),
        Example(bad="每批种苗需培育2、3年。", good="每批种苗需培育两三年。"),
    ),
)
def estimate_in_digits(part: Part) -> Iterator[Hit]:
    """Two adjacent numbers, or three and five, with a mark of pause between them, before what they count."""
    text = part.text
    for match in _ARABIC.finditer(text):
        pair = int(match["first"]), int(match["last"])
        if _estimates(pair) and not _LABELS.search(text, max(0, match.start() - 3), match.start()):
            yield _wrong(part, Span(*match.span()), match[0], pair)
    for match in _CHINESE.finditer(text):
        pair = parse_chinese(match["first"]) or 0, parse_chinese(match["last"]) or 0
        if _estimates(pair) and not _LABELS.search(text, max(0, match.start() - 3), match.start()):
            yield _wrong(part, Span(*match.span()), match[0], pair, match["ten"] or "")


def _wrong(part: Part, span: Span, shown: str, pair: tuple[int, int], ten: str = "") -> Hit:
    first, last = pair
    right = ten + ("两" if first == 2 and not ten else _DIGITS[first]) + _DIGITS[last]
    if (first, last, ten) == (1, 2, ""):
        right = "一两"
    return hit(part.passage, span, f"概数“{shown}”应为“{right}”", Edit(span, right))


def _estimates(pair: tuple[int, int]) -> bool:
    return pair[1] == pair[0] + 1 or pair == _OFF
