"""N311: 千, 百, 十 after Arabic digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import RANGE_MARKS
from kjqb.text.spans import Edit, Span

_POWERS = {"千": 1000, "百": 100, "十": 10}
_MIXED = Pattern(
    r"(?<!\d[:：])(?<![\d.,/A-Za-z第])(?<![A-Za-z] )"
    rf"(?:(?P<first>\d{{1,2}}(?:\.\d)?)(?P<mark>[{RANGE_MARKS}]|至|到))?"
    r"(?P<number>\d{1,2}(?:\.\d+)?) ?(?P<power>千(?![米克瓦伏赫卡帕焦巴字兆乏安方篇]|家万户)|百(?![分帕佳强姓花]|家姓)|"
    r"(?<=[2-9])十(?=[多余几来]?[个家项名人年天亩吨元户座所万亿]))"
    r"(?:零(?P<rest>[1-9]\d?))?(?: ?(?P<large>[万亿]))?(?!\d)",
    re.ASCII,
)


@rule(
    "N311",
    "thousand-after-digits",
    title="阿拉伯数字后用“千”“百”“十”",
    about="阿拉伯数字之后只有“万”“亿”可以作单位，“千”“百”“十”不行。“千米”“千瓦”“百帕”等计量单位不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.3"),
    fix=Applicability.SAFE,
    cues="千百十",
    examples=(
        Example(bad="培训农民4千人次。", good="培训农民4000人次。"),
        Example(bad="服务企业3百多家。", good="服务企业300多家。"),
        Example(bad="投入资金2千万元。", good="投入资金2000万元。"),
        Example(bad="每户可增收3～5千元。", good="每户可增收3000～5000元。"),
    ),
)
def thousand_after_digits(part: Part) -> Iterator[Hit]:
    """Numbers of which a part is in Arabic digits and a power of ten below 万 in Chinese."""
    for match in _MIXED.finditer(part.text):
        power = _POWERS[match["power"]]
        first = match["first"]
        if first and (Decimal(first) >= Decimal(match["number"]) or match["rest"]):
            continue
        right = (_product(first, power) + match["mark"] if first else "") + _product(
            match["number"], power, int(match["rest"] or 0)
        )
        right += match["large"] or ""
        span = Span(*match.span())
        yield hit(part.passage, span, f"“{match[0]}”应为“{right}”", Edit(span, right))


def _product(number: str, power: int, rest: int = 0) -> str:
    value = Decimal(number) * power + rest
    return f"{value.normalize():f}"
