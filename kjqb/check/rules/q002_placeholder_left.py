"""Q002: placeholders that were left in."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_OPEN = "待(?:核实|核查|核对|查证|查实|补充|补全|确认|确定|填写|完善|核|查|补|定|填)"
_PLACEHOLDER = Pattern(rf"【{_OPEN}[^】\n]{{0,20}}】|[（(\[［]{_OPEN}[）)\]］]|【[?？]+】|[（(][?？]{{2,}}[）)]")


@rule(
    "Q002",
    "placeholder-left",
    title="留有待核的占位文字",
    about="“【待核实】”一类的占位文字只供编辑过程使用，付印前要核实并删去。",
    severity=Severity.ERROR,
    source=HOUSE,
    examples=(
        Example(bad="项目投资1200万元【待核实】。", good="项目投资1200万元。"),
        Example(bad="联系人（待补充）已到岗。", good="联系人已到岗。"),
    ),
)
def placeholder_left(part: Part) -> Iterator[Hit]:
    """Bracketed notes of the office to itself."""
    for match in _PLACEHOLDER.finditer(part.text):
        yield hit(part.passage, Span(*match.span()), f"占位文字“{match[0]}”尚未处理")
