"""P144: the name of a series of books in title marks."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_SERIES = Pattern("《(?P<name>[^《》]{1,24}(?:丛书|文库|书系|丛刊|译丛|系列图书))》")
_WORKS = frozenset({"四部丛刊", "万有文库", "四库全书", "古逸丛书", "敦煌文库"})
"""Printed as works of their own."""


@rule(
    "P144",
    "series-in-title-marks",
    title="丛书名用了书名号",
    about="丛书、文库等系列的名称宜用引号，里面的每一种书才用书名号。古籍丛编等自成一部书的不算。",
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "A.7"),
    fix=Applicability.UNSAFE,
    cues="《",
    examples=(
        Example(bad="全市配送《农技丛书》5000册。", good="全市配送“农技丛书”5000册。"),
        Example(bad="《科普文库》已列入书屋目录。", good="“科普文库”已列入书屋目录。"),
    ),
)
def series_in_title_marks(part: Part) -> Iterator[Hit]:
    """Titles that end in 丛书, 文库 and the like."""
    for match in _SERIES.finditer(part.text):
        if match["name"] not in _WORKS:
            span = Span(*match.span())
            opening, closing = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
            yield hit(part.passage, span, "丛书、文库的名称宜用引号", Edit(opening, "“"), Edit(closing, "”"))
