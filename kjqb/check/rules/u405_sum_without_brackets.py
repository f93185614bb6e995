"""U405: a sum or tolerance before a unit without brackets."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.units import is_unit
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_NUMBER = r"\d{1,12}(?:\.\d{1,12})?"
_UNIT = "(?:℃|°C|[A-Za-zμµΩ]{1,6}[²³]?(?:[/·][A-Za-zμµΩ]{1,6}[²³]?){0,2})"
_TOLERANCE = Pattern(
    rf"(?<![A-Za-z\d.(（])(?<![(（] )(?P<value>{_NUMBER})(?P<gap> ?)(?P<first>{_UNIT})?(?P<sign> ?± ?)(?P<by>{_NUMBER})"
    rf"(?!\.?\d)(?P<blank> ?)(?P<last>{_UNIT}(?![A-Za-z\d]))?"
)


@rule(
    "U405",
    "sum-without-brackets",
    title="带允差的数值未用括号括起",
    about="数值带允差而合用一个单位时，用括号把数值括起，单位写在括号后；也可以前后各写单位，如“25 ℃±2 ℃”。",
    severity=Severity.WARNING,
    source=Standard("GB 3101—1993", "3.4"),
    fix=Applicability.UNSAFE,
    cues="±",
    examples=(
        Example(bad="培养温度为25 ℃±2。", good="培养温度为(25±2) ℃。"),
        Example(bad="样品重100±5 kg。", good="样品重(100±5) kg。"),
    ),
)
def sum_without_brackets(part: Part) -> Iterator[Hit]:
    """A value, ± and another of which only one bears the unit, without brackets round the two."""
    for match in _TOLERANCE.finditer(part.text):
        unit = match["first"] or match["last"]
        if not unit or (match["first"] and match["last"]) or not (unit in {"℃", "°C"} or is_unit(unit)):
            continue
        span = Span(match.start(), match.end("last") if match["last"] else match.end("by"))
        right = f"({match['value']}±{match['by']}) {unit}"
        stands = part.text[span.start : span.end]
        yield hit(part.passage, span, f"“{stands}”应为“{right}”", Edit(span, right))
