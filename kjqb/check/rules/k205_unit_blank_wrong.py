"""K205: the blank between a number and the symbol of its unit."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.units import Quantity, is_unit, quantities
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_BEFORE_SIGN = Pattern(r"(?<=\d)[ \u00a0]{1,3}(?=[%‰°](?! ?C))")
_SINGLE = frozenset("mgtLlhsVW")
"""Single letters that are a unit for certain; 5G, 4K, 3D, 5A and the like are names."""
_GENERATION = Pattern(r"[2-6]g[网基手用信技通时]")


@rule(
    "K205",
    "unit-blank-wrong",
    title="数值与单位符号之间的空格不合规范",
    about=(
        "数值与字母单位符号之间空一格；百分号、千分号和角度的度符号前不空。“℃”前后是否留空不作要求，"
        "中文单位名称前不空，5G、4K之类的名称不算。"
    ),
    severity=Severity.INFO,
    source=Standard("GB 3101—1993", "3.4"),
    fix=Applicability.SAFE,
    cues="0123456789",
    yields_to=("D012",),
    examples=(
        Example(bad="土壤含镉量降至0.05mg/kg。", good="土壤含镉量降至0.05 mg/kg。"),
        Example(bad="管线全长120km，设计压力为6.3MPa。", good="管线全长120 km，设计压力为6.3 MPa。"),
        Example(bad="良种覆盖率达98 %，转角为30 °。", good="良种覆盖率达98%，转角为30°。"),
    ),
)
def unit_blank_wrong(part: Part) -> Iterator[Hit]:
    """Letter units that do not stand one blank behind their Arabic number, and signs that stand behind one."""
    text = part.text
    for quantity in quantities(text):
        gap = text[quantity.gap.start : quantity.gap.end]
        if gap != " " and _is_measured(text, quantity):
            value, symbol = text[quantity.value.start : quantity.value.end], quantity.symbol
            message = f"“{value}{gap}{symbol}”应为“{value} {symbol}”，数值与单位之间空一格"
            yield hit(part.passage, quantity.span, message, Edit(quantity.gap, " "))
    for match in _BEFORE_SIGN.finditer(text):
        blank = Span(*match.span())
        yield hit(part.passage, blank, f"数值与“{text[blank.end]}”之间不留空格", Edit(blank, ""))


def _is_measured(text: str, quantity: Quantity) -> bool:
    """Whether an Arabic number, 万 not behind it, is followed by what can only be a unit."""
    if not text[quantity.value.end - 1].isdecimal() or not is_unit(quantity.symbol):
        return False
    if quantity.symbol == "g" and _GENERATION.match(text, quantity.gap.start - 1):
        return False
    return len(quantity.symbol) > 1 or quantity.symbol in _SINGLE
