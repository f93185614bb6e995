"""N306: ranges of years whose second year was cut to two digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_RANGE = Pattern(
    r"(?<![\d.])(?P<first>(?:19|20)\d{2}) ?年?[度底]? ?(?:[—–~～‐‑/-]|至|到) ?"
    r"(?P<last>\d{2})(?= ?(?:学年|年|财年|赛季))",
    re.ASCII,
)
_CENTURY = 100


@rule(
    "N306",
    "end-year-shortened",
    title="起止年份的后一个缩写成两位",
    about="四位数字的年份不缩写成两位，起止年份的后一个也一样。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.4"),
    fix=Applicability.UNSAFE,
    cues="年季",
    examples=(
        Example(bad="规划期为2021—25年。", good="规划期为2021—2025年。"),
        Example(bad="1998年至02年，该县建成水库5座。", good="1998年至2002年，该县建成水库5座。"),
    ),
)
def end_year_shortened(part: Part) -> Iterator[Hit]:
    """A year of four digits and one of two; the century is that in which the second one comes later."""
    for match in _RANGE.finditer(part.text):
        first, short = int(match["first"]), int(match["last"])
        year = first - first % _CENTURY + short
        right = str(year if year > first else year + _CENTURY)
        span = Span(*match.span("last"))
        yield hit(part.passage, span, f"年份“{match['last']}”应为“{right}”", Edit(span, right))
