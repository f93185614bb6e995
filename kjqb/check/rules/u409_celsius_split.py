"""U409: 摄氏度 and ℃ taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.numerals import CHINESE_NUMERAL
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_NUMBER = rf"(?:[-−－]?\d{{1,5}}(?:\.\d{{1,3}})?|[{CHINESE_NUMERAL}]{{1,8}})"
_SPLIT = Pattern(
    rf"摄氏(?P<value> ?(?:零下|零上|正|负)? ?{_NUMBER}(?:(?:[—～~至到-]|——){_NUMBER})? ?)度(?!数)"
    r"|(?<=[\d）) ])(?P<sign>[°º˚] ?[CＣ])(?![A-Za-z\d])"
    r"|(?<=\d)(?P<plain> ?度 ?C)(?![A-Za-z\d])"
)


@rule(
    "U409",
    "celsius-split",
    title="摄氏度拆开书写",
    about="“摄氏度”是一个单位名称，不能拆开；符号用一个字符“℃”，不用“°”加“C”拼成。",
    severity=Severity.WARNING,
    source=Standard("GB 3100—1993", "6.2.6"),
    fix=Applicability.SAFE,
    cues="摄°º˚度",
    yields_to=("K201", "K203"),
    examples=(
        Example(bad="育苗棚温度保持在摄氏25度。", good="育苗棚温度保持在25摄氏度。"),
        Example(bad="样品在4 °C下保存。", good="样品在4 ℃下保存。"),
    ),
)
def celsius_split(part: Part) -> Iterator[Hit]:
    """A number between 摄氏 and 度, and a ring and a letter in the place of one sign."""
    for match in _SPLIT.finditer(part.text):
        span = Span(*match.span())
        right = f"{match['value'].strip()}摄氏度" if match["value"] else "℃"
        yield hit(part.passage, span, f"“{match[0].strip()}”应为“{right}”", Edit(span, right))
