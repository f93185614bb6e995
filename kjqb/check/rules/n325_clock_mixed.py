"""N325: hours of the 24-hour clock with words of the 12-hour clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_MIXED = Pattern(
    r"(?P<word>(?P<plain>下午|傍晚|晚上|晚间|午后)|上午|早上|清晨|凌晨|[当今昨明每]?晚|中午(?=1[4-9]|2))"
    r" ?(?P<hour>(?:1[3-9]|2[0-4]) ?(?=[时点](?!间)|[:：][0-5]\d)|(?:十[三四五六七八九]|二十[一二三四]?)"
    r"(?=[时点](?!间)))",
    re.ASCII,
)


@rule(
    "N325",
    "clock-mixed",
    title="时刻混用12小时制与24小时制",
    about="用24小时制时，小时数已说明是上午还是下午，不再加“下午”“晚上”：“15时”或“下午3时”，不写“下午15时”。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.1.5"),
    fix=Applicability.UNSAFE,
    cues="午晚晨早",
    examples=(
        Example(bad="会议下午15时开始。", good="会议15时开始。"),
        Example(bad="直播于晚上20:30结束。", good="直播于20:30结束。"),
    ),
)
def clock_mixed(part: Part) -> Iterator[Hit]:
    """A word for a half or a part of the day right before an hour beyond twelve."""
    for match in _MIXED.finditer(part.text):
        span = Span(match.start(), match.end("hour"))
        word, hour = match["word"], match["hour"].strip()
        edits = (Edit(Span(match.start(), match.start("hour")), ""),) if match["plain"] else ()
        yield hit(part.passage, span, f"“{hour}”已是24小时制，不应再写“{word}”", *edits)
