"""U407: more than one slash in a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.check.units import is_unit, names
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_FACTOR = "(?:[A-Za-zμµΩ]{1,6}[²³]?|[\u4e00-\u9fff]{1,4}?)"
_TWICE = Pattern(
    rf"(?<![/A-Za-z])(?P<first>[A-Za-zμµΩ]{{1,6}}[²³]?|元)/(?P<second>{_FACTOR})"
    r"/(?P<third>[A-Za-zμµΩ]{1,6}[²³]?|[天日月年时]|小时)(?![/A-Za-z\d])"
)
_LETTERS_AND_SLASHES = 5
_PERIODS = frozenset({"天", "日", "月", "年", "时", "小时"})
_COUNTED = frozenset("人户亩头株台次件") | {"平方米", "吨", "公斤", "千克"}


@rule(
    "U407",
    "slash-repeated",
    title="组合单位中斜线多于一条",
    about="组合单位里斜线只用一条；分母有两个单位时用括号括起，中间加居中圆点。",
    severity=Severity.WARNING,
    source=Standard("GB 3100—1993", "6.2.2"),
    fix=Applicability.UNSAFE,
    cues="/",
    examples=(
        Example(bad="日均摄入量为5 mg/kg/d。", good="日均摄入量为5 mg/(kg·d)。"),
        Example(bad="租金为30元/平方米/月。", good="租金为30元/（平方米·月）。"),
    ),
)
def slash_repeated(part: Part) -> Iterator[Hit]:
    """A unit divided twice; money by what is paid for and by time, which is no more than a hint."""
    for match in _TWICE.finditer(part.text):
        first, second, third = match["first"], match["second"], match["third"]
        if all(map(_is_known, (first, second, third))) and _is_unit(part.text, match.start(), match[0]):
            opening, closing = "()" if second.isascii() and third.isascii() else "（）"
            span, right = Span(*match.span()), f"{first}/{opening}{second}·{third}{closing}"
            found = hit(part.passage, span, f"“{match[0]}”应为“{right}”", Edit(span, right))
            yield replace(found, severity=Severity.INFO) if first == "元" else found


def _is_unit(text: str, start: int, symbol: str) -> bool:
    """Whether it is no choice of letters such as A/V/W: longer, of money, or behind a number."""
    before = text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:]
    return len(symbol) > _LETTERS_AND_SLASHES or before.isdecimal() or before in {"万", "亿"}


def _is_known(factor: str) -> bool:
    if factor.isascii() or factor[0] in "μµΩ":
        return is_unit(factor)
    return factor == "元" or factor in _PERIODS or factor in _COUNTED or factor in names()
