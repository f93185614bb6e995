"""U401: units that are not lawful."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.units import quantities, substitutes
from kjqb.model.bulletin import Severity
from kjqb.text.numerals import CHINESE_NUMERAL
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_AFTER_FIGURES_ONLY = {
    "里": "(?![程面外边间手挑弄])", "丈": "(?![夫量])", "尺": "(?![寸度码子])", "寸": "(?![照头步土])", "两": "",
    "钱": "(?![款财物币])", "磅": "(?![礴秤])", "千卡": "(?![集规级以])",
}  # fmt: skip
"""Names that end or begin other words (万里长征, 两千卡集群): they count behind Arabic digits alone."""
_IN_WORDS = {"斤": "(?<!拨千)(?<!半)斤(?![斤顶重力坠闸])", "亩": "亩(?![产均])"}
"""What is no unit: 半斤八两, 四两拨千斤, 千斤顶."""
_FIGURES = "(?:(?<=[0-9])(?<![A-Za-z第][0-9])|(?<=[0-9][余多万]))"
_NUMBER = f"(?<=[0-9余多数几半每/{CHINESE_NUMERAL}])"


@dataclass(frozen=True, slots=True)
class Units:
    """Which units pass though they are not lawful."""

    allowed: tuple[str, ...] = field(
        default=("亩", "亿斤", "英寸"),
        metadata={"about": "准许使用的非法定单位，如农业文稿里的“亩”和“亿斤”、晶圆和屏幕的“英寸”"},
    )


@rule(
    "U401",
    "unit-not-lawful",
    title="使用非法定计量单位",
    about=(
        "计量用国家法定计量单位。市制、英制等旧单位换算成法定单位，换算后的数值由编辑核定，所以不自动修改。"
        "公里、公斤、公顷是法定单位；成语、俗语里的不算。"
    ),
    severity=Severity.INFO,
    source=Standard("GB 3100—1993", "7.1"),
    cues="亩斤两钱担里丈尺寸分米升仑耳力卡电度柱压磅司pmalo",
    examples=(
        Example(bad="该品种实现亩产超千斤。", good="该品种实现亩产超500公斤。"),
        Example(bad="试验田距村口12里，平均株高3尺。", good="试验田距村口6公里，平均株高1米。"),
        Example(bad="新建实验室300平米，配备180马力拖拉机。", good="新建实验室300平方米，配备132千瓦拖拉机。"),
        Example(bad="全县流转土地500亩。", good="全县流转土地33公顷。", config="allowed = []", note="本刊不准用“亩”。"),
    ),
)
def unit_not_lawful(part: Part, units: Units) -> Iterator[Hit]:
    """Chinese names and symbols of such units behind a number."""
    for match in _names().finditer(part.text):
        name = match["figured"] or match["plain"]
        where = Span(*match.span("figured" if match["figured"] else "plain"))
        if name not in units.allowed and part.text[where.start - 1 : where.end] not in units.allowed:
            yield hit(part.passage, where, _message(name))
    for quantity in quantities(part.text):
        if quantity.symbol in substitutes() and quantity.symbol not in units.allowed:
            yield hit(part.passage, quantity.unit, _message(quantity.symbol))


def _message(name: str) -> str:
    return f"“{name}”不是法定计量单位，宜换算为{substitutes()[name]}"


@cache
def _names() -> Pattern:
    chinese = sorted((name for name in substitutes() if not name.isascii()), key=len, reverse=True)
    plain = "|".join(_IN_WORDS.get(name, name) for name in chinese if name not in _AFTER_FIGURES_ONLY)
    figured = "|".join(name + after for name, after in _AFTER_FIGURES_ONLY.items())
    return Pattern(rf"{_FIGURES}(?P<figured>{figured})|{_NUMBER}(?P<plain>{plain})")
