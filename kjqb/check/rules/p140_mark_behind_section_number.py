"""P140: a mark behind a decimal section number."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_NUMBER = Pattern(
    r"[ \u3000]{0,8}(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<mark>[、．.，：][ \u3000]?)(?=[\u4e00-\u9fff“《])"
)
_IN_TITLES = "，："
"""Behind a quantity that opens a paragraph they may be right."""


@rule(
    "P140",
    "mark-behind-section-number",
    title="多级章节编号末尾有标点",
    about="“2.1”“3.2.1”这样的多级编号末尾不用顿号、点号，与标题之间空一格。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.3.5"),
    fix=Applicability.SAFE,
    cues="、．.，：",
    examples=(
        Example(bad="## 2.1、建设情况\n平台已经建成。", good="## 2.1 建设情况\n平台已经建成。"),
        Example(bad="## 1.2.3. 经费管理\n经费分年拨付。", good="## 1.2.3 经费管理\n经费分年拨付。"),
    ),
)
def mark_behind_section_number(part: Part) -> Iterator[Hit]:
    """A mark between a number of several levels, at a text's head, and the words it numbers."""
    match = _NUMBER.match(part.text)
    if match and (part.kind.is_title or match["mark"][0] not in _IN_TITLES):
        span = Span(*match.span("mark"))
        message = f"“{match['number']}”后不用“{match['mark'][0]}”，空一格"
        yield hit(part.passage, span, message, Edit(span, " "))
