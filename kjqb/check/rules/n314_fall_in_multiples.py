"""N314: falls counted in multiples."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_NUMBER = r"(?:(?!0\.)\d+(?:\.\d+)?|[一二两三四五六七八九十百千几数]{1,5})"
_HEDGES = "(?:了|近|约|超过?|逾|大约|将近|整整|足足|不止|至少|高达|幅度为?|率为?| ){0,3}"
_FALL = Pattern(
    r"(?P<fall>下降|减少|降低|缩短|缩小|缩减|削减|压缩|压减|减轻|减小|减弱|回落|下滑|下跌|下调|跌落|变小|变慢|(?<![增加])减|(?<![升涨])降)"
    rf"{_HEDGES}{_NUMBER} ?[万多余来]? ?倍"
)
_LESS = Pattern(
    rf"[比较][^，。；：！？]{{0,16}}?(?P<fall>低|(?<![至不最])少|小|慢|短|轻|薄|矮|便宜){_HEDGES}{_NUMBER} ?[多余]? ?倍"
)


@rule(
    "N314",
    "fall-in-multiples",
    title="减少、下降用倍数",
    about=(
        "倍数只用于增加。减少一倍就成了零，“下降2倍”说不通，应改用百分数、分数或“降至……的几分之一”。"
        "“由20倍降至15倍”说的是倍数本身的变化，不算。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    cues="倍",
    examples=(
        Example(bad="单位产品能耗下降2倍。", good="单位产品能耗下降三分之二。"),
        Example(bad="审批时间缩短了3倍。", good="审批时间缩短了75%。"),
        Example(bad="新工艺的成本比旧工艺低两倍。", good="新工艺的成本是旧工艺的三分之一。"),
    ),
)
def fall_in_multiples(part: Part) -> Iterator[Hit]:
    """A verb of falling, or less than, with so many 倍."""
    for pattern in (_FALL, _LESS):
        for match in pattern.finditer(part.text):
            span = Span(match.start("fall"), match.end())
            shown = part.text[span.start : span.end]
            yield hit(part.passage, span, f"减少不用倍数，“{shown}”应改用百分数或分数")
