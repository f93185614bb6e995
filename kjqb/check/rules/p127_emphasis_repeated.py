"""P127: more than three question or exclamation marks together."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_RUN = Pattern("？{4,}|！{4,}")


@rule(
    "P127",
    "emphasis-repeated",
    title="问号、叹号叠用超过三个",
    about="问号、叹号叠用表示语气加重，最多叠用三个；通报、简讯里一般用一个就够。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.2.3.3"),
    fix=Applicability.UNSAFE,
    cues="？！",
    examples=(
        Example(bad="试验终于成功了！！！！", good="试验终于成功了！"),
        Example(bad="有人问：“这样的指标能达到吗？？？？？”", good="有人问：“这样的指标能达到吗？”"),
    ),
)
def emphasis_repeated(part: Part) -> Iterator[Hit]:
    """Runs of four and more of the same mark."""
    for match in _RUN.finditer(part.text):
        span = Span(*match.span())
        mark = match[0][0]
        yield hit(part.passage, span, f"“{mark}”最多叠用三个，此处用一个即可", Edit(span, mark))
