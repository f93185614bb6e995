"""N331: numbers of congresses and their sessions in Arabic digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.numerals import to_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_BODY = (
    "人大|人民代表大会|政协|政治协商|中央委员会|中央纪|中央政治局|全国代表大会|党员代表大会|党代会|党代表|"
    "[一二三四五六七八九1-9]?中全会|全国委员会"
)
_PLACE = r"[\u4e00-\u9fff]{0,9}?"
_SESSION = Pattern(
    rf"(?P<term>(?<![\d.-])\d{{1,2}}) ?届(?= ?{_PLACE}(?:{_BODY})|"
    rf"第?[1-9一二三四五六七八九]{{1,2}}次(?:会议|全体会议|全会))"
    rf"|(?P<plenum>(?<=[届大])[1-9])(?=中全会)"
    rf"|(?P<meeting>(?<=第)[1-9]\d?|(?<=[大会协届])[1-9]\d?) ?次(?=会议|全体会议|全会)"
    rf"|(?P<congress>(?<=第)[1-9]\d?) ?次(?=全国代表大会|党员代表大会|党代会)"
    rf"|(?P<party_congress>(?<=第)[1-9]\d?) ?次(?=代表大会)"
    rf"|(?P<party>(?<=党的)[1-9]\d?)(?=大(?![型幅力量规批约家]))",
    re.ASCII,
)
_ASSEMBLY = Pattern(
    r"(?:人大|人民代表大会|政协|中央委员会|纪委)[^，。；：！？]{0,14}\Z|(?:党委|[省市区县旗]委)[^，。；：！？]{0,8}届第?\Z|届第?\Z"
)
_PARTY = Pattern(r"党[^，。；：！？]{0,14}\Z")
_REQUIRED = {"meeting": _ASSEMBLY, "party_congress": _PARTY}
"""What must stand before the number for the meeting to be one of those."""
_LOOK_BACK = 24
_TAILS = {"plenum": 3, "party": 1}
"""Of what follows the number, so much is shown."""


@rule(
    "N331",
    "session-in-digits",
    title="重要会议的届次用阿拉伯数字",
    about="人民代表大会、政协会议、党代会及全会的届次用汉字数字：“十四届全国人大二次会议”“二十届三中全会”。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "4.3"),
    fix=Applicability.SAFE,
    cues="届次大中",
    examples=(
        Example(bad="某市15届人大3次会议审议通过该条例。", good="某市十五届人大三次会议审议通过该条例。"),
        Example(bad="全市认真学习党的20届三中全会精神。", good="全市认真学习党的二十届三中全会精神。"),
        Example(bad="党的20大以来，全市新增企业46家。", good="党的二十大以来，全市新增企业46家。"),
    ),
)
def session_in_digits(part: Part) -> Iterator[Hit]:
    """Numbers of the terms, plenums and meetings of congresses; other bodies' meetings are left alone."""
    text = part.text
    for match in _SESSION.finditer(text):
        group = match.lastgroup
        assert group is not None
        span = Span(*match.span(group))
        before = _REQUIRED.get(group)
        if before and not before.search(text, max(0, span.start - _LOOK_BACK), span.start):
            continue
        number = to_chinese(int(match[group]))
        end = match.end() + _TAILS.get(group, 0)
        shown = text[span.start : end]
        right = number + text[span.end : end]
        yield hit(part.passage, span, f"会议届次“{shown}”应为“{right}”", Edit(span, number))
