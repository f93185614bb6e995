"""N329: Arabic digits with 几."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.numerals import to_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_BEHIND = Pattern(
    r"(?<!\d[:：])(?<![\d.,/A-Za-z第—～-])(?P<number>[1-9]0{1,3}) ?几(?![何乎率近经])(?P<rate> ?[%‰])?", re.ASCII
)
_BEFORE = Pattern(r"(?<![茶])几 ?(?P<number>10{1,3})(?![\d.,:：/%A-Za-z])(?P<scale>[万亿])?", re.ASCII)
_POWERS = {10: "十", 100: "百", 1000: "千"}


@rule(
    "N329",
    "digit-with-several",
    title="阿拉伯数字与“几”连用",
    about="含“几”的概数用汉字数字：“十几家”“几十名”。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "4.2.2"),
    fix=Applicability.SAFE,
    cues="几",
    examples=(
        Example(bad="园区引进10几家企业。", good="园区引进十几家企业。"),
        Example(bad="基地培养了几10名学员。", good="基地培养了几十名学员。"),
    ),
)
def digit_with_several(part: Part) -> Iterator[Hit]:
    """Round numbers before 几, and ten, a hundred, a thousand behind it."""
    for match in _BEHIND.finditer(part.text):
        right = f"{to_chinese(int(match['number']))}几"
        span = Span(*match.span())
        if match["rate"]:
            yield hit(part.passage, span, f"“{match[0]}”应用汉字，写作“百分之{right}”")
        else:
            yield hit(part.passage, span, f"“{match[0]}”应为“{right}”", Edit(span, right))
    for match in _BEFORE.finditer(part.text):
        right = f"几{_POWERS[int(match['number'])]}{match['scale'] or ''}"
        span = Span(*match.span())
        yield hit(part.passage, span, f"“{match[0]}”应为“{right}”", Edit(span, right))
