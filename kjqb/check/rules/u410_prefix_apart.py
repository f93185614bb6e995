"""U410: prefixes of units apart from their symbol, or two of them."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.units import VALUE, in_right_case, is_symbol
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_APART = Pattern(
    rf"{VALUE}[ \u00a0]{{0,2}}(?P<unit>(?P<prefix>[kKMGTmμnpdch])[ \u00a0]{{1,2}}"
    r"(?P<base>mol|Hz|Pa|Wh|eV|Sv|Bq|Ah|[mgLWVANJFΩ]))"
    r"(?![A-Za-z\d]|[座区栋楼股型形级类线])"
)
_DOUBLED = Pattern(rf"{VALUE}[ \u00a0]{{0,2}}(?P<unit>[kMGTmμnpdch]{{2}}(?:Hz|Pa|Wh|[mgLWVFJ]))(?![A-Za-z\d])")
_NAMED_BEFORE = Pattern(r"[2-6][ \u00a0]?G[ \u00a0]")


@rule(
    "U410",
    "prefix-apart",
    title="单位词头与符号分开，或词头重叠",
    about="词头与单位符号连写，中间不空；一个单位只带一个词头。重叠的词头换算成什么由编辑核定，不自动修改。",
    severity=Severity.WARNING,
    source=Standard("GB 3100—1993", "6.2.5"),
    fix=Applicability.SAFE,
    cues="kKMGTmμnpdch",
    examples=(
        Example(bad="机组功率为5 k W。", good="机组功率为5 kW。"),
        Example(bad="膜厚为3 mμm。", good="膜厚为3 nm。"),
    ),
)
def prefix_apart(part: Part) -> Iterator[Hit]:
    """A blank between a prefix and the unit behind a number, and two prefixes in a row."""
    for match in _APART.finditer(part.text):
        joined = match["prefix"] + match["base"]
        if not (is_symbol(joined) or in_right_case(joined)) or _NAMED_BEFORE.match(
            part.text, match.start("prefix") - 1
        ):
            continue
        span = Span(*match.span("unit"))
        gap = Span(match.end("prefix"), match.start("base"))
        yield hit(part.passage, span, f"“{match['unit']}”应为“{joined}”，词头与单位连写", Edit(gap, ""))
    for match in _DOUBLED.finditer(part.text):
        if not is_symbol(match["unit"]) and not in_right_case(match["unit"]):
            span = Span(*match.span("unit"))
            yield hit(part.passage, span, f"单位“{match['unit']}”的词头重叠，只能有一个")
