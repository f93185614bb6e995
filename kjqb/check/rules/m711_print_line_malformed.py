"""M711: the line of an official document that says when it was printed."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Profile, Severity
from kjqb.text.numerals import parse_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_CHINESE = "〇零○一二三四五六七八九十"
_LINE = Pattern(
    rf"(?P<year>\d{{4}}|\d{{2}}|[{_CHINESE}]{{4}})(?P<joint>\s*年\s*|[-/.．])"
    rf"(?P<month>\d{{1,2}}|[{_CHINESE}]{{1,2}})(?:\s*月\s*|[-/.．])"
    rf"(?P<day>\d{{1,2}}|[{_CHINESE}]{{1,3}})(?:\s*日)?\s*(?P<verb>印发|印制|印刷|印|发|制发)?\s*(?P<mark>[。.；;，,]?)\s*$"
)
_COLOPHON = "某市科技信息中心 编辑\n电话：0471-1234567\n"


@rule(
    "M711",
    "print-line-malformed",
    title="印发日期写法不合规定",
    about="公文版记里的印发日期用阿拉伯数字写全年、月、日，年份四位，月、日不补零，后加“印发”二字，不加句号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 9704—2012", "7.4.3"),
    fix=Applicability.UNSAFE,
    profiles=(Profile.GBT9704,),
    examples=(
        Example(
            bad=f"{_COLOPHON}2024年03月01日印发",
            good=f"{_COLOPHON}2024年3月1日印发",
            part=Kind.COLOPHON,
        ),
        Example(
            bad=f"{_COLOPHON}2024年3月1日",
            good=f"{_COLOPHON}2024年3月1日印发",
            part=Kind.COLOPHON,
        ),
        Example(
            bad=f"{_COLOPHON}二〇二四年三月一日印发",
            good=f"{_COLOPHON}2024年3月1日印发",
            part=Kind.COLOPHON,
        ),
    ),
)
def print_line_malformed(part: Part) -> Iterator[Hit]:
    """Lines of the colophon that end in a date and have it, or what follows it, in another form."""
    match = _LINE.search(part.text) if part.kind is Kind.COLOPHON else None
    if not match:
        return
    span = Span(match.start(), match.end("mark"))
    stated = part.text[span.start : span.end]
    right = f"{_year(match['year'])}年{_number(match['month'])}月{_number(match['day'])}日印发"
    if "".join(stated.split()) != right:
        yield hit(part.passage, span, f"“{stated}”应为“{right}”", Edit(span, right))


def _year(numeral: str) -> str:
    return f"20{numeral}" if len(numeral) == len("24") else str(_number(numeral))


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else parse_chinese(numeral.replace("○", "〇")) or 0
