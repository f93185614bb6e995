"""N332: the middle dot in Chinese month-and-day names: superfluous, or lacking."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_NAMED = (
    "运动|精神|节|劳动|国际|妇女|儿童|青年|建军|南昌|讲话|勋章|奖章|红旗|事变|事件|惨案|抗战|抗日|纪念|淞沪|学生|爱国|"
    "合唱|大地震|地震|批示|指示|国庆|学潮|长假"
)
_DOTTED = Pattern(
    rf"(?<![一二三四五六七八九十〇零])[二三四五六七八九十](?P<dot>[·•．・])[一二三四五六七八九十廿卅〇]{{1,3}}(?=”|{_NAMED})"
)
_BARE = Pattern(rf"(?<![一二三四五六七八九十〇零百千万第])一(?P<day>二九|二八)(?=”(?!师)|{_NAMED})")


@rule(
    "N332",
    "event-dot-superfluous",
    title="汉字月日简称的间隔号误用或漏用",
    about=(
        "用汉字月日命名的事件，只有涉及一月、十一月、十二月的才加间隔号：“一二·九”运动、“一·二八”事变；"
        "“五四”“七一”“九一八”都不加。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15835—2011", "5.2.3"),
    fix=Applicability.SAFE,
    cues="·•．・一",
    examples=(
        Example(bad="各校开展“五·四”青年节活动。", good="各校开展“五四”青年节活动。"),
        Example(bad="学校举行“一二九”运动纪念活动。", good="学校举行“一二·九”运动纪念活动。"),
    ),
)
def event_dot_superfluous(part: Part) -> Iterator[Hit]:
    """Dots behind the second to the tenth month, and 一二·九, 一·二八 without theirs."""
    for match in _DOTTED.finditer(part.text):
        dot = Span(*match.span("dot"))
        right = match[0].replace(match["dot"], "")
        yield hit(part.passage, Span(*match.span()), f"“{match[0]}”应为“{right}”", Edit(dot, ""))
    for match in _BARE.finditer(part.text):
        ninth = match["day"] == "二九"
        right = "一二·九" if ninth else "一·二八"
        at = match.start() + (2 if ninth else 1)
        yield hit(part.passage, Span(*match.span()), f"“{match[0]}”应为“{right}”", Edit(Span(at, at), "·"))
