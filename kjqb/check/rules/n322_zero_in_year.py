"""N322: the wrong zero in years that are written in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_FALSE = "0０OoОо○◯Ｏｏ"
_ZEROS = _FALSE + "零"
_DIGITS = "〇一二三四五六七八九"
_YEAR = Pattern(
    rf"(?<![{_DIGITS}{_ZEROS}\dA-Za-z百千万亿第])[一二]"
    rf"(?:[{_DIGITS}{_ZEROS}]{{3}}(?= ?(?:年(?![级期])|[—–～~-]|至[一二]))"
    rf"|(?:[{_FALSE}][{_DIGITS}]|[{_DIGITS}][{_FALSE}])[一二三四五六七八九](?![{_DIGITS}{_ZEROS}]))"
)
_ZERO = Pattern(f"[{_ZEROS}]")


@rule(
    "N322",
    "zero-in-year",
    title="汉字年份里的“〇”写错",
    about="汉字数字用来编号（包括年份）时写“〇”，用来计数时才写“零”；阿拉伯数字0、字母O和符号○都不是“〇”。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15835—2011", "5.2.5"),
    fix=Applicability.SAFE,
    cues=_ZEROS,
    examples=(
        Example(bad="合同于二0二三年签订。", good="合同于二〇二三年签订。"),
        Example(bad="该站建于一九八零年。", good="该站建于一九八〇年。"),
    ),
)
def zero_in_year(part: Part) -> Iterator[Hit]:
    """Chinese years of four digits with a zero that is none."""
    for match in _YEAR.finditer(part.text):
        zeros = [Span(*zero.span()) for zero in _ZERO.finditer(part.text, match.start(), match.end())]
        if zeros:
            right = _ZERO.compiled.sub("〇", match[0])
            edits = (Edit(zero, "〇") for zero in zeros)
            yield hit(part.passage, Span(*match.span()), f"“{match[0]}”应为“{right}”", *edits)
