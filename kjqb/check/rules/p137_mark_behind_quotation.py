"""P137: a mark behind a closing quotation mark that has the end mark inside."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.brackets import Pair, match_brackets
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_MARKS = Pattern("(?<=[^“‘《「『（])(?P<inner>[。？！])(?P<close>[”’」』]{1,2})(?P<outer>[。，；])")


@rule(
    "P137",
    "mark-behind-quotation",
    title="后引号前后都有点号",
    about=(
        "引号里是完整的话、句末点号已在引号内的，引号外不再用点号。"
        "引文只作句子的一个成分时相反：引号内不用句号，句号在引号外。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.2.1"),
    fix=Applicability.SAFE,
    cues="”’」』",
    examples=(
        Example(bad="负责人说：“各项工作要抓紧办。”。", good="负责人说：“各项工作要抓紧办。”"),
        Example(bad="有人问：“项目何时验收？”。", good="有人问：“项目何时验收？”"),
    ),
)
def mark_behind_quotation(part: Part) -> Iterator[Hit]:
    """A full stop inside and a mark outside; a question or exclamation inside of speech and a full stop outside."""
    matches = list(_MARKS.finditer(part.text))
    if not matches:
        return
    openers = {pair.end: pair.start for pair in match_brackets(part.text) if isinstance(pair, Pair)}
    for match in matches:
        inner, outer = match["inner"], match["outer"]
        start = openers.get(match.end("close") - 1, 0)
        spoken = start > 0 and part.text[start - 1] in "：:"
        if inner == "。" or (outer == "。" and spoken):
            span = Span(*match.span())
            edits = (Edit(Span(*match.span("outer")), ""),) if outer == "。" else ()
            yield hit(part.passage, span, f"后引号内已有“{inner}”，引号外不再用“{outer}”", *edits)
