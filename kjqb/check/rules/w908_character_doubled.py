"""W908: characters and words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.tables.read import rows
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_CHARACTER = Pattern(r"([\u4e00-\u9fff])\1+")
_WORD = Pattern(r"([\u4e00-\u9fff]{2,8})\1+")
_LINKS = Pattern(
    "以及|并且|而且|或者|但是|因此|因为|由于|为了|关于|对于|根据(?!地)|按照|通过(?!率|性|者|式)|进行(?!曲|时)|如果|虽然|同时|其中"
)
"""Words that nothing is joined to: written twice they are a fault whatever follows."""
_JOINED = Pattern(
    "[长员团口地部局处站所院中级点型者家师人费率量性化法学区县市省乡镇村街路园库厅科室署会组班厂司店网台馆场器机仪车船"
    "板线面层度值数期日年月节权证书单表册卡票款金税价险户民生工品物料剂药病虫源力论观式制案界圈链群带港桥山河湖江海岛城"
    "社业间币议主棉瓜贝淖府军警犬号版刊报页文史课系类种株苗肉奶油布纸钢铁矿井田草花果树林路赛杯奖曲]"
    "|常务|经理|助理|负责|中心|工程|主义"
)
"""What makes another word of a word: 支队支队长, 研究研究所, 发展发展中国家, 小数小数点, 项目项目经理."""
_LIVELY = Pattern(
    "[〇零一二三四五六七八九十百千万亿两几半每各整成大满好很最那多老不请太真越的].*|.*[一着啊呀哇吧吗呢了]"
)
"""What narrative repeats (一个一个, 很远很远, 走着走着), years (二〇二〇) and attributes (组成的列表的列表)."""


@rule(
    "W908",
    "character-doubled",
    title="衍字、衍词",
    about=(
        "“的的”“了了”“进行进行”多半是多打了一遍。前一个字属上（目的的确）、后一个字属下（为了了解）的不算，"
        "叠用的词（常常、讨论讨论、碧蓝碧蓝、一个一个）和后一个词另有所属的（研究研究所）不算。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(bad="全市建成了了一批高水平的的平台。", good="全市建成了一批高水平的平台。"),
        Example(bad="专家组对项目进行进行评审，以及以及验收。", good="专家组对项目进行评审，以及验收。"),
        Example(bad="共有12家家企业获奖。", good="共有12家企业获奖。"),
    ),
)
def character_doubled(part: Part) -> Iterator[Hit]:
    """Particles and classifiers twice, and words of two characters and more that follow themselves."""
    for match in _CHARACTER.finditer(part.text):
        if _is_fault(part.text, match):
            yield _once(part, match)
    for match in _WORD.finditer(part.text):
        if not _may_follow_itself(match[1]) and not _belongs_to_next(part.text, match):
            yield _once(part, match)


def _is_fault(text: str, match: re.Match[str]) -> bool:
    """Whether the character is one that is not doubled, and no word ends between the two."""
    if match[1] not in _doubled():
        return False
    before, behind, counted = _doubled()[match[1]]
    start, end = match.span()
    return not (
        (counted and not (start and text[start - 1].isdecimal()))
        or (start and text[start - 1] in before)
        or (end < len(text) and text[end] in behind)
        or text.startswith("不起", end)
    )


def _may_follow_itself(word: str) -> bool:
    return word in _repeated() or len(set(word)) == 1 or _LIVELY.fullmatch(word) is not None


def _belongs_to_next(text: str, match: re.Match[str]) -> bool:
    """Whether the last instance is rather the beginning of another word."""
    last = match.end() - len(match[1])
    return _LINKS.match(text, last) is None and _JOINED.match(text, match.end()) is not None


def _once(part: Part, match: re.Match[str]) -> Hit:
    rest = Span(match.end(1), match.end())
    return hit(part.passage, Span(*match.span()), f"“{match[1]}”重复，应留一个", Edit(rest, ""))


@cache
def _doubled() -> dict[str, tuple[str, str, bool]]:
    """By character: behind which and before which its pair is right, and whether it is meant behind a number only."""
    found: dict[str, tuple[str, str, bool]] = {}
    for character, *context in rows("doubled"):
        before, behind, counted = (*context, "", "", "")[:3]
        found[character] = before, behind, bool(counted)
    return found


@cache
def _repeated() -> frozenset[str]:
    return frozenset(word for (word,) in rows("repeated"))
