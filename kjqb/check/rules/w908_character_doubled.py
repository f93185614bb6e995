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
_WORD = Pattern(r"([\u4e00-\u9fff]{2,8})\1+(?![长员团口地部局处生业师链库]|常务|经理|负责)")
"""Not where the second instance begins a longer word: 支队|支队长, 大学|大学生, 项目|项目经理."""
_LIVELY = Pattern(
    "[〇零一二三四五六七八九十百千万亿两几半每各整成大满好很最那多老不请太好真越的].*|.*[一着啊呀哇吧吗呢了]"
)
"""What narrative repeats (一个一个, 很远很远, 走着走着), years (二〇二〇) and attributes (组成的列表的列表)."""


@rule(
    "W908",
    "character-doubled",
    title="衍字、衍词",
    about=(
        "“的的”“了了”“进行进行”多半是多打了一遍。前一个字属上（目的的确）、后一个字属下（为了了解）的不算，"
        "叠用的词（常常、讨论讨论、一个一个）不算。"
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
        word = match[1]
        if word not in _repeated() and len(set(word)) > 1 and not _LIVELY.fullmatch(word):
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
