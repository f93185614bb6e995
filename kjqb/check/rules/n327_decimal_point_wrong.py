"""N327: other marks than the low dot for the decimal point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import MONEY, UNIT
from kjqb.text.spans import Edit, Span

_MEASURED = rf"(?= ?(?:[万亿倍]|{MONEY}|个百分点|(?![年月日天号时个家项名人期第届]){UNIT}))"
_DOT = Pattern(rf"(?<![\d.A-Za-z])\d+(?P<dot>[·•．・∙⋅])\d+(?![\d”.·]){_MEASURED}", re.ASCII)
_STOP = Pattern(
    r"(?:(?<=[为达约长高低加少降升到至过超近占是仅了±])\d{1,3}(?P<dot>。)\d+(?= ?[万亿倍元吨亩])"
    r"|(?<![\d.第前图表])\d{1,3}(?P<stop>。)\d+(?= ?(?:%|‰|个百分点)))",
    re.ASCII,
)


@rule(
    "N327",
    "decimal-point-wrong",
    title="小数点误用其他符号",
    about="小数点用下圆点，不用句号，也不用间隔号。“3·15”一类以月日命名的事件不算。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15835—2011", "5.1.2"),
    fix=Applicability.SAFE,
    cues="·•．・∙⋅。",
    examples=(
        Example(bad="产值同比增长3。5%。", good="产值同比增长3.5%。"),
        Example(bad="全年投入2·4亿元。", good="全年投入2.4亿元。"),
    ),
)
def decimal_point_wrong(part: Part) -> Iterator[Hit]:
    """A raised dot between the digits of a measure; a full stop between them behind a verb that a measure follows."""
    for pattern in (_DOT, _STOP):
        for match in pattern.finditer(part.text):
            dot = Span(*match.span("dot" if match["dot"] else "stop"))
            right = match[0].replace(part.text[dot.start : dot.end], ".")
            yield hit(part.passage, Span(*match.span()), f"小数点应为“.”，写作“{right}”", Edit(dot, "."))
