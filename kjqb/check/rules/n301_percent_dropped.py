"""N301: ranges of percentages whose first sign was dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import RANGE_MARKS
from kjqb.text.spans import Edit, Span

_RANGE = Pattern(
    rf"(?<!\d[:：])(?<![\d.,/A-Za-z{RANGE_MARKS}])(?P<first>\d+(?:\.\d+)?) ?(?P<mark>[{RANGE_MARKS}]) ?"
    r"(?P<last>\d+(?:\.\d+)?)(?P<sign> ?[%‰])",
    re.ASCII,
)


@rule(
    "N301",
    "percent-dropped",
    title="百分数范围漏写前一个百分号",
    about=(
        "数值范围里共用的符号，省略后会引起误解的不能省。"
        "“15～30%”既可读作15%～30%，也可读作15～0.3，所以前后两个百分号都要写。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 15835—2011", "5.1.3"),
    fix=Applicability.SAFE,
    cues="%‰",
    examples=(
        Example(bad="补助比例为5—10%。", good="补助比例为5%—10%。"),
        Example(bad="含量在0.5～1.2‰之间。", good="含量在0.5‰～1.2‰之间。"),
    ),
)
def percent_dropped(part: Part) -> Iterator[Hit]:
    """Two numbers joined by a range mark of which only the second bears a % or ‰."""
    for match in _RANGE.finditer(part.text):
        sign, end = match["sign"].strip(), match.end("first")
        right = match["first"] + sign + part.text[end : match.end()]
        message = f"“{match[0]}”应为“{right}”"
        yield hit(part.passage, Span(*match.span()), message, Edit(Span(end, end), sign))
