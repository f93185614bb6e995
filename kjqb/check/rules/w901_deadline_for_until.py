"""W901: 截止 where 截至 is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_NOW = "目前|现在|如今|当前"
_NUMERAL = r"(?:\d{1,4} ?|[〇零一二三四五六七八九十]{1,4})"
_TIME = rf"{_NOW}|[今去本上昨][年月周天日]|{_NUMERAL}[年月日]|[年月季][底末]|上个?[月周]|此[时前]|这时"
_UNTIL = Pattern(
    rf"(?P<now>截止[到至]?(?={_NOW}))"
    rf"|(?<![报名申请集理稿交标募册动间期])截止[到至]?(?=\d{{4}} ?年(?:\d{{1,2}}月)?[底末初])"
    rf"|(?:^|(?<=[，。；：、？！（“\s]))(?P<clause>截止(?:[到至](?!期)|(?={_TIME})))",
    re.MULTILINE,
)


@rule(
    "W901",
    "deadline-for-until",
    title="“截至”误作“截止”",
    about=("“截止”指到期停止，后面不带时间；“截至”指到某时为止，后面带时间。“报名截止”“截止时间”“于5日截止”都对。"),
    severity=Severity.WARNING,
    source=PRACTICE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="截止目前，全市登记技术合同300项。", good="截至目前，全市登记技术合同300项。"),
        Example(bad="截止到2023年底，备案平台增至18个。", good="截至2023年底，备案平台增至18个。"),
        Example(bad="申报6月30日截止，截止3月15日已收到26份。", good="申报6月30日截止，截至3月15日已收到26份。"),
    ),
    cues="截",
)
def deadline_for_until(part: Part) -> Iterator[Hit]:
    """截止 that opens a clause and is followed by a time, or by 到 or 至; anywhere before 目前 or the end of a year."""
    for match in _UNTIL.finditer(part.text):
        span = Span(*match.span())
        yield hit(part.passage, span, f"“{match[0]}”应为“截至”", Edit(span, "截至"))
