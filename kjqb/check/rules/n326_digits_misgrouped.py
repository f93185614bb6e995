"""N326: commas in numbers that do not part groups of three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.quantities import MONEY, UNIT
from kjqb.text.spans import Edit, Span

_GROUPED = Pattern(
    rf"(?<![\d.,A-Za-z第年月-])(?P<whole>\d+(?:,\d+)+)(?P<decimals>\.\d+(?:,\d+)*)?(?![\d,A-Za-z-])"
    rf"(?P<counts> ?(?:[万亿多余]|{MONEY}|{UNIT}))?",
    re.ASCII,
)
_DECIMALS = Pattern(rf"(?<![\d.,A-Za-z])\d+\.\d+(?:,\d+)+(?![\d,])(?= ?(?:[万亿多余]|{MONEY}|{UNIT}))", re.ASCII)
_RIGHT = Pattern(r"[1-9]\d{0,2}(?:,\d{3})+", re.ASCII)
_OVERFULL = Pattern(r"[1-9]\d{0,2},(?!(?:19|20)\d\d)\d{4}", re.ASCII)
"""So grouped, it is one number even where nothing is counted."""
_LEAST = 5
"""Numbers of fewer digits need no groups."""


@rule(
    "N326",
    "digits-misgrouped",
    title="数的分节有误",
    about="整数分节时，从个位起每三位一节；四位以内不必分节，小数部分不用逗号分节。逗号也可能是误打的小数点，要由编辑核对。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.1"),
    fix=Applicability.UNSAFE,
    cues=",",
    examples=(
        Example(bad="每亩补助12,34元。", good="每亩补助1234元。"),
        Example(bad="平台服务1,2345人次。", good="平台服务12,345人次。"),
    ),
)
def digits_misgrouped(part: Part) -> Iterator[Hit]:
    """Numbers with a comma after which not three digits follow, or with one behind the point."""
    text = part.text
    for match in _GROUPED.finditer(text):
        whole = match["whole"]
        if _RIGHT.fullmatch(whole) or _is_list(whole) or not (match["counts"] or _OVERFULL.fullmatch(whole)):
            continue
        digits = whole.replace(",", "")
        right = f"{int(digits):,}" if len(digits) >= _LEAST else digits
        span = Span(*match.span("whole"))
        yield hit(part.passage, span, f"“{whole}”分节有误，应为“{right}”", Edit(span, right))
    for match in _DECIMALS.finditer(text):
        span = Span(*match.span())
        right = match[0].replace(",", "")
        yield hit(part.passage, span, f"小数部分不用逗号，“{match[0]}”应为“{right}”", Edit(span, right))


def _is_list(whole: str) -> bool:
    """Whether the commas part numbers that are counted up: 1,2 or 3,5,7."""
    groups = whole.split(",")
    return all(len(group) == 1 for group in groups) or (
        len(groups) > 2 and len({len(group) for group in groups}) == 1 and len(groups[0]) < 3
    )
