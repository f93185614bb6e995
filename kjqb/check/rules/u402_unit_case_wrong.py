"""U402: capitals and small letters in symbols of units."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.check.units import in_right_case, quantities
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_UNIT = "[A-Za-zμµΩ]{1,6}[²³23]?(?:[/·][A-Za-zμµΩ]{1,6}[²³23]?){0,3}"
_WITHOUT_NUMBER = Pattern(
    rf"(?<=[\u4e00-\u9fff]/){_UNIT}(?![A-Za-z\d])"
    rf"|(?<=单位[：:]){_UNIT}(?![A-Za-z\d])"
    rf"|(?<=[量重长度积率压离程径距宽高厚频耗产][（(]){_UNIT}(?=[）)])"
)
"""Where a unit stands by itself: 元/kg, 单位：km, 重量（kg）."""
_SHORTEST = 2
"""Letters that a unit without a number has."""


@rule(
    "U402",
    "unit-case-wrong",
    title="单位符号大小写错误",
    about=(
        "单位符号用小写；来源于人名的首字母大写，如Hz、Pa、W；词头k、m、M各有大小写，不能互换。"
        "升用L或l都可以。只看数值后面和单位栏里的符号，品牌、型号、术语缩写不算。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB 3100—1993", "6.2.1"),
    fix=Applicability.SAFE,
    cues=ascii_letters + "μµΩ",
    examples=(
        Example(bad="样品重5 KG，功率为3 Kw。", good="样品重5 kg，功率为3 kW。"),
        Example(bad="土壤含镉量为0.2 MG/KG。", good="土壤含镉量为0.2 mg/kg。"),
        Example(bad="年发电量达3万KWH，工作频率为50 HZ。", good="年发电量达3万kWh，工作频率为50 Hz。"),
        Example(bad="重量（KG）", good="重量（kg）", part=Kind.CELL),
    ),
)
def unit_case_wrong(part: Part) -> Iterator[Hit]:
    """Symbols behind a number, or where only a unit can stand, that are right but for their case."""
    for quantity in quantities(part.text):
        yield from _wrong(part, quantity.unit)
    for match in _WITHOUT_NUMBER.finditer(part.text):
        if len(match[0]) >= _SHORTEST:
            yield from _wrong(part, Span(*match.span()))


def _wrong(part: Part, unit: Span) -> Iterator[Hit]:
    symbol = part.text[unit.start : unit.end]
    rights = in_right_case(symbol)
    if rights:
        message = f"“{symbol}”应为{'或'.join(f'“{right}”' for right in rights)}"
        yield hit(part.passage, unit, message, *([Edit(unit, rights[0])] if len(rights) == 1 else []))
