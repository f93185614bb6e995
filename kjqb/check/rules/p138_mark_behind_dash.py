"""P138: a mark directly behind a dash."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_DASH = Pattern("——[，、；：。]")


@rule(
    "P138",
    "mark-behind-dash",
    title="破折号后紧接点号",
    about="破折号之后一般不紧接别的点号；表示语音延长时可以接问号、叹号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.2.3"),
    fix=Applicability.SAFE,
    cues="—",
    yields_to=("P115",),
    examples=(
        Example(bad="全市确立新目标——，产量逐年提高。", good="全市确立新目标——产量逐年提高。"),
        Example(
            bad="科技特派员——：乡村振兴的生力军",
            good="科技特派员——乡村振兴的生力军",
            part=Kind.TITLE,
        ),
    ),
)
def mark_behind_dash(part: Part) -> Iterator[Hit]:
    """Marks of pause or a full stop directly behind a dash; whether a full stop or the dash is wrong is unknown."""
    for match in _DASH.finditer(part.text):
        span, mark = Span(*match.span()), match[0][-1]
        edits = () if mark == "。" else (Edit(Span(span.end - 1, span.end), ""),)
        yield hit(part.passage, span, f"破折号后不用“{mark}”", *edits)
