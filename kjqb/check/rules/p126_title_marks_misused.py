"""P126: title marks round what is no work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.tables.read import rows
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_TITLE = Pattern("《(?P<name>[^《》]{2,40})》")


@rule(
    "P126",
    "title-marks-misused",
    title="书名号用于非作品名称",
    about=(
        "书名号用于书、报刊、文件、影视等作品的名称；课程、课题、奖项、证照、机构、会议、活动不是作品，"
        "不用书名号，需要突出时用引号。"
    ),
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "A.13.1"),
    cues="《",
    yields_to=("P134", "P144"),
    examples=(
        Example(bad="企业荣获《优秀企业奖》。", good="企业荣获“优秀企业奖”。"),
        Example(bad="申请单位应当取得《安全生产许可证》。", good="申请单位应当取得安全生产许可证。"),
    ),
)
def title_marks_misused(part: Part) -> Iterator[Hit]:
    """Names in 《》 that end in a word of the table, its exceptions aside."""
    for match in _TITLE.finditer(part.text):
        name = match["name"]
        for word, what, *exceptions in _words():
            if name.endswith(word) and not name.endswith(tuple(exceptions)):
                yield hit(part.passage, Span(*match.span()), f"“{word}”是{what}，不用书名号")
                break


@cache
def _words() -> tuple[tuple[str, ...], ...]:
    return rows("not_works")
