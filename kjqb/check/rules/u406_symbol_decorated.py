"""U406: plurals, dots and labels on symbols of units."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.units import VALUE, in_right_case, is_symbol
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LETTERS = Pattern(
    rf"{VALUE}[ \u00a0]{{0,2}}(?P<unit>[A-Za-zμ]{{1,6}})(?P<dot>\.(?=[ \u00a0]?[^\sA-Za-z\d.]))?(?![A-Za-z\d])"
)
_IRREGULAR = {
    "hrs": "h",
    "hr": "h",
    "sec": "s",
    "secs": "s",
    "mins": "min",
    "gm": "g",
    "gms": "g",
    "sqm": "m²",
    "cbm": "m³",
}
_LABELLED = {
    "Wp": "W", "kWp": "kW", "MWp": "MW", "GWp": "GW", "kWe": "kW", "MWe": "MW", "GWe": "GW", "MWt": "MW",
    "VDC": "V", "Vdc": "V", "VAC": "V", "Vac": "V", "Vpp": "V", "Vmax": "V", "tce": "t", "kgce": "kg",
}  # fmt: skip
_NORMAL_CUBIC = Pattern(rf"{VALUE} ?(?P<unit>Nm[³3])")
_SHORTEST_PLURAL = 2


@rule(
    "U406",
    "symbol-decorated",
    title="单位符号带复数、圆点或附加标记",
    about=(
        "单位符号没有复数形式，后面不加圆点，也不附加说明量的标记；要说明的写在量的名称里，"
        "如“峰值功率3 kW”。附加标记如何改写由编辑决定，不自动修改。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB 3100—1993", "6.1.3"),
    fix=Applicability.SAFE,
    cues=ascii_letters + "μµΩ",
    yields_to=("P102",),
    examples=(
        Example(bad="样品重5 kgs，烘干需2 hrs。", good="样品重5 kg，烘干需2 h。"),
        Example(bad="每批投料3 kg.，搅拌均匀。", good="每批投料3 kg，搅拌均匀。"),
        Example(bad="光伏装机规模为30 MWp。", good="光伏装机峰值功率为30 MW。"),
    ),
)
def symbol_decorated(part: Part) -> Iterator[Hit]:
    """Symbols behind a number with a plural's s, a dot that ends no sentence, or letters that say more."""
    for match in _LETTERS.finditer(part.text):
        unit = match["unit"]
        right = _without_plural(unit)
        span = Span(match.start("unit"), match.end())
        if right:
            yield hit(part.passage, span, f"“{part.text[span.start : span.end]}”应为“{right}”", Edit(span, right))
        elif unit in _LABELLED:
            labelled = Span(*match.span("unit"))
            yield _hit_label(part, labelled, _LABELLED[unit])
        elif match["dot"] and len(unit) > 1 and (is_symbol(unit) or in_right_case(unit)):
            yield hit(
                part.passage, span, f"“{unit}.”应为“{unit}”，单位符号后不加圆点", Edit(Span(*match.span("dot")), "")
            )
    for match in _NORMAL_CUBIC.finditer(part.text):
        yield _hit_label(part, Span(*match.span("unit")), "m³")


def _hit_label(part: Part, span: Span, right: str) -> Hit:
    stands = part.text[span.start : span.end]
    return Hit(
        part.passage.at(span.start, span.end), f"单位符号“{stands}”带附加标记，应为“{right}”", severity=Severity.INFO
    )


def _without_plural(unit: str) -> str:
    """The symbol that a plural or an English short form stands for; empty where it is none."""
    if unit.lower() in _IRREGULAR:
        return _IRREGULAR[unit.lower()]
    stem = unit[:-1]
    if unit[-1] not in "sS" or len(stem) < _SHORTEST_PLURAL or is_symbol(unit) or in_right_case(unit):
        return ""
    rights = (stem,) if is_symbol(stem) else in_right_case(stem)
    return rights[0] if len(rights) == 1 else ""
