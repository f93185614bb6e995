"""P125: a comma in a flat list of short items before 等."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.tables.read import rows
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_MORE = r"(?:[、和与][^\W_和与等]{2,8}){0,12}"
_MIXED = Pattern(
    rf"(?<!\w)(?:\w{{2,20}}、)(?:\w{{2,8}}、){{0,12}}(?P<last>\w{{2,8}})(?P<comma>，)(?P<next>\w{{2,6}})"
    rf"{_MORE}等(?![待级于到候])"
)
_FRAMED = Pattern(
    rf"(?:由于|因|包括|涵盖|涉及|覆盖|围绕|聚焦|针对|受|在|以|从|通过|采取|采用)(?:\w{{2,20}}、){{0,6}}(?P<last>[^\W为]{{2,14}})"
    rf"(?P<comma>，)(?P<next>\w{{2,8}}){_MORE}等(?:多|各|诸多|多个|各个|重点)?"
    r"(?:方面|方式|形式|手段|措施|途径|渠道|环节|因素|原因)"
)


@rule(
    "P125",
    "list-marks-mixed",
    title="同级并列项混用逗号和顿号",
    about="“等”前面的几个短词语是同级并列，彼此之间都用顿号，不夹用逗号；逗号会把一个序列断成两截。",
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "B.1.1、B.1.4"),
    cues="等",
    yields_to=("N312",),
    examples=(
        Example(bad="推广小麦、玉米，大豆、棉花等作物良种。", good="推广小麦、玉米、大豆、棉花等作物良种。"),
        Example(
            bad="由于土壤板结，水源不足等多方面原因，产量偏低。", good="由于土壤板结、水源不足等多方面原因，产量偏低。"
        ),
    ),
)
def list_marks_mixed(part: Part) -> Iterator[Hit]:
    """A comma in a list of nouns that 等 closes: among enumeration commas, or alone behind 由于 and its like."""
    for pattern in (_MIXED, _FRAMED):
        for match in pattern.finditer(part.text):
            if not (match["next"].startswith(_words("opens")) or match["last"].endswith(_words("closes"))):
                yield hit(part.passage, Span(*match.span("comma")), "同级并列的词语之间应为“、”")


@cache
def _words(side: str) -> tuple[str, ...]:
    return tuple(word for word, role in rows("clause_words") if role == side)
