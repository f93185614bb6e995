"""P128: question and exclamation marks together, in another order or number than one of each."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_RUN = Pattern("[？！]{2,}")


@rule(
    "P128",
    "exclamation-before-question",
    title="问号与叹号连用的次序、个数不对",
    about="句子兼有疑问和感叹语气的，先用问号，后用叹号，各用一个。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.3.3.4"),
    fix=Applicability.SAFE,
    cues="？！",
    examples=(
        Example(bad="这样的产量真能达到！？", good="这样的产量真能达到？！"),
        Example(bad="他惊呼：“难道试验成功了？？！”", good="他惊呼：“难道试验成功了？！”"),
    ),
)
def exclamation_before_question(part: Part) -> Iterator[Hit]:
    """Runs that hold both marks and are not one question mark and one exclamation mark."""
    for match in _RUN.finditer(part.text):
        if len(set(match[0])) == 2 and match[0] != "？！":
            span = Span(*match.span())
            yield hit(part.passage, span, f"“{match[0]}”应为“？！”", Edit(span, "？！"))
