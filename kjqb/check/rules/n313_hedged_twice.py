"""N313: numbers that are hedged before and behind."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_NUMBER = r"(?:\d[\d,.]*(?:[—–～~-]\d[\d.]*)?|(?:百分之)?[一二两三四五六七八九十百千]{1,7})"
_NEAR = (
    "(?<![契节条合公预制特签违履守纽集俭简缔誓立续毁盟婚隐解大])约(?!束|谈|定)|大约|大概|差不多|"
    "(?<![附邻临靠最亲远就新])近|将近|接近"
)
_OVER = "(?<![赶反高领])超过?|(?<![经])逾|超出"
_LEAST = "至少|不少于|不低于|不下于|最少|起码"
_MOST = "至多|最多|不超过|不多于"
_UNIT = r"(?:[^\W\d_]|[%‰℃]){0,5}?"
_TWICE = Pattern(
    rf"(?P<near>{_NEAR}|(?P<over>{_OVER})|(?P<least>{_LEAST})|(?P<most>{_MOST}))"
    r"(?:占|为|有|达到?|可达|需|合|是|在|(?:提高|增加)到)? ?"
    rf"(?P<number>{_NUMBER} ?[万亿]{{0,2}}[%％‰]?) ?(?:"
    rf"(?P<more>[多余])(?!数|种经营|元化) ?(?P<counted>[^\W\d_]{{0,2}})"
    rf"|{_UNIT}(?P<behind>左右(?![两岸手翼侧开])|上下(?![班级游水车课楼午学行山文架联])|以上(?!述)|以下(?!简)|以内))",
)
_TWICE_BEHIND = Pattern(
    rf"(?:\d|(?<!百分之)[一二两三四五六七八九十百千])[万亿]{{0,2}}"
    rf"(?P<more>[多余])(?!数) ?{_UNIT}(?P<behind>左右(?![两岸手翼侧开]))"
    rf"|(?:\d[万亿]{{0,2}}|[%％]){_UNIT}(?P<bound>以[上下内])(?P<again>左右(?![两岸手翼侧开]))"
)
_SPELLS = ("年", "个月", "天", "周", "日", "月", "载")


@rule(
    "N313",
    "hedged-twice",
    title="概数前后重复限定",
    about="“约”与“左右”或者“近”与“余”这样的词意思重复，只留一个。留哪一个由编辑决定，所以不自动修改。",
    severity=Severity.WARNING,
    source=PRACTICE,
    cues="约近概不超逾至最起左",
    examples=(
        Example(bad="全市约有100个左右的科技平台。", good="全市约有100个科技平台。"),
        Example(bad="吸引近400余名专家参加。", good="吸引近400名专家参加。"),
        Example(bad="企业总数达到1200余家左右。", good="企业总数达到1200余家。"),
        Example(bad="参训人数超过2000人以上。", good="参训人数超过2000人。"),
        Example(bad="设备利用率至少达到60%以上。", good="设备利用率至少达到60%。"),
    ),
)
def hedged_twice(part: Part) -> Iterator[Hit]:
    """Words of about, nearly, more than before a number, and of about, odd, upwards behind it."""
    for match in _TWICE.finditer(part.text):
        more, behind = match["more"], match["behind"]
        if match["near"] == "近" and part.text.startswith(
            _SPELLS, match.start("counted") if more else match.end("number")
        ):
            continue
        if more and match["most"]:
            continue
        if behind == "以下" and not match["most"]:
            continue
        if behind == "以上" and match["most"]:
            continue
        if behind == "以内" and not match["most"]:
            continue
        end = match.start("counted") if more else match.end()
        stated = f"“{match['near']}”与“{more or behind}”重复，只留一个"
        yield hit(part.passage, Span(match.start(), end), stated)
    for match in _TWICE_BEHIND.finditer(part.text):
        name, other = ("more", "behind") if match["more"] else ("bound", "again")
        stated = f"“{match[name]}”与“{match[other]}”重复，只留一个"
        yield hit(part.passage, Span(match.start(name), match.end()), stated)
