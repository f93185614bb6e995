"""N333: 〇 for 零 in counts."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_COUNT = Pattern(
    r"[一二两三四五六七八九十][百千万亿](?P<zero>[〇○0０OＯ])(?=[一二三四五六七八九])|百分之(?P<nought>[〇○])(?=点)"
)


@rule(
    "N333",
    "zero-in-count",
    title="计数的“零”误作“〇”",
    about="汉字数字用来计数时写“零”，用来编号（包括年份）时才写“〇”。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15835—2011", "5.2.5"),
    fix=Applicability.SAFE,
    cues="〇○0０OＯ",
    examples=(
        Example(bad="园区入驻企业三百〇五家。", good="园区入驻企业三百零五家。"),
        Example(bad="全县造林一万○六百亩。", good="全县造林一万零六百亩。"),
    ),
)
def zero_in_count(part: Part) -> Iterator[Hit]:
    """A circle behind 百, 千, 万 or 亿, before the next numeral."""
    for match in _COUNT.finditer(part.text):
        zero = Span(*match.span("zero" if match["zero"] else "nought"))
        shown = part.text[zero.start - 1 : zero.end + 1]
        right = f"{shown[0]}零{shown[-1]}"
        yield hit(part.passage, zero, f"“{shown}”应为“{right}”", Edit(zero, "零"))
