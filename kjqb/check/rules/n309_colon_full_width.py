"""N309: full-width colons in times of day and ratios."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_COUNTS = "[个家项名年人条万亿种类所届位座次件大%]"
_TIME = Pattern(
    r"(?<!\d[:：])(?<![\d./A-Za-z])(?:[01]?\d|2[0-4])(?P<colon>：)[0-5]\d(?:(?P<second>：)[0-5]\d)?(?![\d：.])"
    rf"(?P<counts>{_COUNTS})?",
    re.ASCII,
)
_CLOCK = Pattern(r"(?:[日号午晨晚早间夜]|(?:周|期)[一二三四五六日天])[）)]? ?\Z")
_RATIO = Pattern(
    r"(?<!\d[:：])(?<![\d./A-Za-z])\d{1,4}(?:\.\d+)?(?P<colon>：)\d{1,9}(?:\.\d+)?(?:(?P<second>：)\d{1,4}(?:\.\d+)?)?"
    r"(?![\d：]|\.\d| ?[年月个家项名])(?P<trail> ?(?:万 ?)?的?(?:比[例分率]|配套|配比|配置|混合|稀释|出资|投入|补助|"
    r"匹配|大胜|战胜|获胜|地形|地图|地质图))?",
    re.ASCII,
)
_COMPARED = Pattern(r"(?:[比按例尺配]|比重)[^，。；：]{0,4}\Z")
_LABELLED = Pattern(
    r"(?:图|表|式|例|目标|任务|问题|案例|附件|专栏|步骤|方案|答案|选项|项目|课题|议题|论坛|单元|第) ?\Z"
)
_LOOK_BACK = 8


@rule(
    "N309",
    "colon-full-width",
    title="时刻和比例误用全角冒号",
    about="时、分之间和比值两项之间的冒号用半角，写作“9:30”“1:500”。“表1：2023年……”等标号之后的冒号不算。",
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    cues="：",
    examples=(
        Example(bad="会议9：30开始。", good="会议9:30开始。"),
        Example(bad="开放时间为8：30—17：00。", good="开放时间为8:30—17:00。"),
        Example(bad="地形图的比例尺为1：500。", good="地形图的比例尺为1:500。"),
        Example(bad="市、县两级按1：1的比例配套资金。", good="市、县两级按1:1的比例配套资金。"),
    ),
)
def colon_full_width(part: Part) -> Iterator[Hit]:
    """Hours and minutes, and terms of a ratio, parted by a wide colon."""
    text = part.text
    times = {colon for match in _TIME.finditer(text) if _is_time(text, match) for colon in _colons(match)}
    ratios = {colon for match in _RATIO.finditer(text) if _is_ratio(text, match) for colon in _colons(match)}
    for at in sorted(times | ratios):
        span = Span(at, at + 1)
        yield hit(part.passage, span, f"{'时刻' if at in times else '比例'}里的冒号应为半角“:”", Edit(span, ":"))


def _colons(match: re.Match[str]) -> list[int]:
    return [match.start(name) for name in ("colon", "second") if match[name]]


def _is_time(text: str, match: re.Match[str]) -> bool:
    before = max(0, match.start() - _LOOK_BACK)
    if _CLOCK.search(text, before, match.start()):
        return True
    return not match["counts"] and not _LABELLED.search(text, before, match.start())


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    before = max(0, match.start() - _LOOK_BACK)
    compared = match["trail"] or _COMPARED.search(text, before, match.start())
    return bool(compared) and not _LABELLED.search(text, before, match.start())
