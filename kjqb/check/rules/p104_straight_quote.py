"""P104: straight quotation marks in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.straight_quotes import straight_quotes
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit, Span


@rule(
    "P104",
    "straight-quote",
    title="中文里用了直引号",
    about=(
        "中文的引号分左右两半，不用键盘上的直引号。哪一半是左、哪一半是右，要看成对的位置，所以不作安全修改。"
        "外文和代码里的直引号、英寸和角秒的符号不算。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "4.8.2"),
    fix=Applicability.UNSAFE,
    cues="\"'＂＇",
    yields_to=("P141",),
    examples=(
        Example(bad='全市培育"双创"载体12家。', good="全市培育“双创”载体12家。"),
        Example(bad='实施“揭榜挂帅"机制，项目由企业出题。', good="实施“揭榜挂帅”机制，项目由企业出题。"),
        Example(bad="他说：“要用好'揭榜挂帅'机制。”", good="他说：“要用好‘揭榜挂帅’机制。”"),
    ),
)
def straight_quote(part: Part) -> Iterator[Hit]:
    """Pairs of which a half at least is straight, round Chinese or beside it; both halves at once."""
    for found in straight_quotes(part.text):
        span = Span(found.start, found.end + 1)
        edits = [Edit(Span(at, at + 1), mark) for at, mark in found.right]
        if edits:
            yield hit(part.passage, span, f"直引号应为弯引号{found.marks}", *edits)
        else:
            yield hit(part.passage, span, "直引号应为弯引号，且缺少另一半")
