"""P139: a mark of pause directly before an ellipsis."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_MARK = Pattern("[、，](?=…)(?!…{1,2}[，、])")


@rule(
    "P139",
    "mark-before-ellipsis",
    title="省略号前有顿号、逗号",
    about="省略号前一般不用点号：句子没有说完，用不着再停顿。前面是完整的句子，或不用就显不出层次的，可以保留。",
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "B.2.4"),
    fix=Applicability.UNSAFE,
    cues="…",
    yields_to=("P113",),
    examples=(
        Example(bad="田里种着小麦、玉米、……", good="田里种着小麦、玉米……"),
        Example(bad="他一边走一边念叨着测产的数字，……", good="他一边走一边念叨着测产的数字……"),
    ),
)
def mark_before_ellipsis(part: Part) -> Iterator[Hit]:
    """顿号 and 逗号 directly before an ellipsis."""
    for match in _MARK.finditer(part.text):
        span = Span(*match.span())
        yield hit(part.passage, span, f"省略号前的“{match[0]}”一般不用", Edit(span, ""))
