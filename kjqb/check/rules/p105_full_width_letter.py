"""P105: full-width digits and letters."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_WIDE = "０-９Ａ-Ｚａ-ｚ"
_RUN = Pattern(f"[{_WIDE}](?:[{_WIDE}．％＋＆／.]{{0,40}}[{_WIDE}％＋])?")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@rule(
    "P105",
    "full-width-letter",
    title="数字、字母用了全角",
    about="阿拉伯数字占半个汉字的位置，拉丁字母同此，不用全角字符；连在一起的百分号、小数点等一并改为半角。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.7.1"),
    fix=Applicability.SAFE,
    cues="".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))),
    examples=(
        Example(bad="２０２３年，全市新增科技型企业46家。", good="2023年，全市新增科技型企业46家。"),
        Example(bad="合格率升至９１．５％。", good="合格率升至91.5%。"),
        Example(bad="测定土壤ｐＨ和有机质含量。", good="测定土壤pH和有机质含量。"),
    ),
)
def full_width_letter(part: Part) -> Iterator[Hit]:
    """Runs of full-width digits and letters, with the full-width signs inside."""
    for match in _RUN.finditer(part.text):
        narrow = match[0].translate(_NARROW)
        span = Span(*match.span())
        yield hit(part.passage, span, f"全角“{match[0]}”应为半角“{narrow}”", Edit(span, narrow))
