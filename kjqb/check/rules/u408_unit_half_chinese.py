"""U408: Latin symbols and Chinese names in one unit."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.units import VALUE, is_unit
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_SYMBOLS = {
    "平方公里": "km²", "平方千米": "km²", "平方米": "m²", "立方米": "m³", "公顷": "hm²", "公里": "km", "千米": "km",
    "厘米": "cm", "毫米": "mm", "微米": "μm", "千克": "kg", "公斤": "kg", "毫克": "mg", "微克": "μg", "毫升": "mL",
    "千瓦时": "kWh", "千瓦": "kW", "兆瓦": "MW", "小时": "h", "分钟": "min", "米": "m", "克": "g", "吨": "t", "升": "L",
    "时": "h", "分": "min", "秒": "s", "天": "d", "日": "d", "年": "a", "瓦": "W",
}  # fmt: skip
"""Units that have a symbol; 元, 人, 次, 亩, 月 and what else is counted have none and may stand beside one."""
_FOLLOWED = {
    "米": "(?![粉粒面])", "克": "(?!服)", "升": "(?![级至到高降])", "时": "(?![间代段期])", "分": "(?![别布为])",
    "天": "(?![津然气])", "日": "(?![本常报])", "年": "(?![度产均])", "瓦": "(?!斯)",
}  # fmt: skip
_NAME = "|".join(name + _FOLLOWED.get(name, "") for name in _SYMBOLS)
_LATIN = "[A-Za-zμµΩ]{1,6}[²³]?"
_MIXED = Pattern(
    rf"{VALUE}[ \u00a0]?(?P<unit>(?P<symbol>{_LATIN})(?P<per>[/·])(?P<name>{_NAME})"
    rf"|(?P<chinese>{_NAME})(?P<joint>[/·])(?P<latin>{_LATIN}(?![A-Za-z\d])))"
)


@rule(
    "U408",
    "unit-half-chinese",
    title="组合单位中外文符号与中文混用",
    about=(
        "一个组合单位里，国际符号与中文名称不混用，“km/小时”写作“km/h”或“公里/小时”。"
        "元、人、次、亩、月等没有国际符号，可与符号连用，如“元/kg”。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB 3100—1993", "6.1.5"),
    fix=Applicability.UNSAFE,
    cues="/·",
    examples=(
        Example(bad="设计时速为60 km/小时。", good="设计时速为60 km/h。"),
        Example(bad="日处理能力为500 m³/天。", good="日处理能力为500 m³/d。"),
        Example(bad="排放量为12毫克/m³。", good="排放量为12 mg/m³。"),
    ),
)
def unit_half_chinese(part: Part) -> Iterator[Hit]:
    """A symbol and a name joined by / or · behind a number; the fix writes symbols."""
    for match in _MIXED.finditer(part.text):
        symbol = match["symbol"] or match["latin"]
        if not is_unit(symbol):
            continue
        span = Span(*match.span("unit"))
        if match["name"]:
            right = f"{symbol}{match['per']}{_SYMBOLS[match['name']]}"
        else:
            right = f"{_SYMBOLS[match['chinese']]}{match['joint']}{symbol}"
        gap = " " if match["chinese"] and part.text[span.start - 1].isdecimal() else ""
        yield hit(part.passage, span, f"“{match['unit']}”应为“{right}”", Edit(span, gap + right))
