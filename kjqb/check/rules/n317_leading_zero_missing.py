"""N317: decimals without the zero before the point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import MONEY, UNIT
from kjqb.text.spans import Edit, Span

_BEFORE = "为达约长高低加少降升到至过超近于占是仅了量率值度含数距厚深宽重差（(±≤≥<>=＜＞≈～—“ "
"""A point behind another Han character may be a full stop that was typed so."""
_BARE = Pattern(
    rf"(?:(?<=[{_BEFORE}])|(?<=[\u4e00-\u9fff])(?=\.\d+ ?(?:%|‰|个百分点|[kmμ]?[gmLW](?![a-z])))|(?<=[，；、])|\A)"
    rf"(?<![图表式章节第件])\.\d+(?![\d.])"
    rf"(?= ?(?:[万亿倍]|个百分点|{MONEY}|(?![年月日天号时个家项名人期第]){UNIT}|[。，；、）)—～]|\Z))",
    re.ASCII,
)


@rule(
    "N317",
    "leading-zero-missing",
    title="纯小数漏写小数点前的0",
    about="纯小数的小数点前要有0，“.5”应写作“0.5”。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15835—2011", "5.1.2"),
    fix=Applicability.SAFE,
    cues=".",
    examples=(
        Example(bad="镉的含量降至.05 mg/kg。", good="镉的含量降至0.05 mg/kg。"),
        Example(bad="亩产同比提高.5%。", good="亩产同比提高0.5%。"),
        Example(bad="误差不超过±.2毫米。", good="误差不超过±0.2毫米。"),
    ),
)
def leading_zero_missing(part: Part) -> Iterator[Hit]:
    """A point with digits behind it and none before."""
    for match in _BARE.finditer(part.text):
        span = Span(*match.span())
        message = f"“{match[0]}”应为“0{match[0]}”"
        yield hit(part.passage, span, message, Edit(Span(span.start, span.start), "0"))
