"""P136: a mark beside a slash."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.protected import protected
from kjqb.text.spans import Edit, Span

_SLASH = Pattern("[，。、；：][/／](?=[\u4e00-\u9fffA-Z0-9“《])|(?<=[\u4e00-\u9fffA-Z0-9”》])[/／][，。、；：]")


@rule(
    "P136",
    "mark-beside-slash",
    title="分隔号前后另加点号",
    about="分隔号“/”本身已把两项隔开，前后不再用顿号、逗号等点号。网址和路径里的“/”不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.14"),
    fix=Applicability.UNSAFE,
    cues="/／",
    examples=(
        Example(bad="申报材料须列出专利、/论文的数量。", good="申报材料须列出专利/论文的数量。"),
        Example(bad="名单按县/，区分别公示。", good="名单按县/区分别公示。"),
    ),
)
def mark_beside_slash(part: Part) -> Iterator[Hit]:
    """A mark of pause directly before or behind a slash between words."""
    matches = list(_SLASH.finditer(part.text))
    guard = protected(part.text if matches else "")
    for match in matches:
        span = Span(*match.span())
        first, second = Span(span.start, span.start + 1), Span(span.start + 1, span.end)
        slash, mark = (first, second) if match[0][0] in "/／" else (second, first)
        if not guard.touches(slash):
            # Without its last mark a text would lack one, and it is the slash that is too much there.
            edits = () if mark.end == len(part.text.rstrip()) else (Edit(mark, ""),)
            yield hit(part.passage, span, "“/”前后不再用点号", *edits)
