"""P113: an ellipsis together with 等."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_DOTS = r"(?:[…⋯]+|\.{3,}|。{3,})"
_BEFORE = Pattern(rf"[，、]?{_DOTS} ?(?=等(?![待级于到候同额效离一着你我他她]))")
_AFTER = Pattern(rf"(?<=等){_DOTS}")
_WAITS = Pattern("(?:[在再要请稍久苦别不莫先就才了我你他她们]|坐|静|空|平|同|相|均|初|高|中|优|上|下|头)等$")


@rule(
    "P113",
    "ellipsis-with-etc",
    title="省略号与“等”并用",
    about="省略号和“等”“等等”都表示列举未尽，只用其一。“等”作等待讲的不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.9.2"),
    fix=Applicability.UNSAFE,
    cues="等",
    examples=(
        Example(bad="展品有无人机、机器人……等。", good="展品有无人机、机器人等。"),
        Example(bad="推广小麦、玉米等……", good="推广小麦、玉米等。"),
    ),
)
def ellipsis_with_etc(part: Part) -> Iterator[Hit]:
    """An ellipsis directly before 等 or 等等, or directly behind it."""
    text = part.text
    for match in _BEFORE.finditer(text):
        span = Span(*match.span())
        yield hit(part.passage, span, f"“{match[0].strip()}”与“等”只用其一", Edit(span, ""))
    for match in _AFTER.finditer(text):
        if not _WAITS.search(text[max(0, match.start() - 2) : match.start()]):
            span = Span(*match.span())
            right = "" if text[match.end() : match.end() + 1].strip() else "。"
            yield hit(part.passage, span, f"“等”与“{match[0]}”只用其一", Edit(span, right))
