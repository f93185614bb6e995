"""C805: names of places that are out of use, of the wrong rank, or mixed with nicknames."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Subject
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.tables.read import rows
from kjqb.tables.regions import Region, region, regions
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span
from kjqb.text.words import Words

_NICKNAMES = {"呼市": "呼和浩特", "哈市": "哈尔滨", "乌市": "乌鲁木齐", "锡盟": "锡林郭勒", "阿盟": "阿拉善"}
_NICKNAME = Pattern(r"(?:(?<![称招传打])呼市|(?<![嘻哈])哈市|(?<![义])乌市|锡盟|阿盟)(?!场)")
_RANKS = "区县市旗"
_LATEST = 2023
"""The year at whose end the table of regions holds; later a county may have become a city or a district."""
_LONGEST_PARENT = 15
_PART = Pattern(r"(?<=[\u4e00-\u9fff])(?=(?P<name>[\u4e00-\u9fff]{2,8}?[区县市旗]))")
_ON = {
    "市": "民场政域容级外内县区镇委长值树花（(",
    "区": "域间块位别划（(",
    "县": "域级乡区（(",
    "旗": "下帜",
}
"""What a word goes on with that only seems to end in the name of a rank."""
_FORMER = Pattern(r"(?:原|旧|时|曾|曾为|曾称|原名|旧称|历史上的|当时的)$")
_YEAR = Pattern(r"(?<!\d)(?:1[89]|20)\d{2}(?=\s?年)")
_ROOM = 60


@rule(
    "C805",
    "place-name-wrong",
    title="地名有误或前后不一",
    about=(
        "地名用现行行政区划名称：已撤并、更名的不再用旧称（前面有“原”字或说的是更名前的年份除外），"
        "县、区、市、旗不写错；同一篇里不把“呼和浩特”与“呼市”混用。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(bad="技术交流会在宁波市海曙县举办。", good="技术交流会在宁波市海曙区举办。"),
        Example(bad="该技术在襄樊市推广应用。", good="该技术在襄阳市推广应用。"),
        Example(
            bad="呼和浩特市出台十条措施。\n呼市各园区同步开放申报窗口。",
            good="呼和浩特市出台十条措施。\n呼和浩特市各园区同步开放申报窗口。",
        ),
    ),
)
def place_name_wrong(subject: Subject) -> Iterator[Hit]:
    """Old names, ranks that a place does not have, and nicknames beside the proper name."""
    year = subject.issue.id.year if subject.issue else 0
    for article in subject.articles:
        for passage in article.passages:
            yield from _renamed(passage, year)
            yield from _of_wrong_rank(passage, year)
        yield from _nicknames(article)


def _renamed(passage: Passage, year: int) -> Iterator[Hit]:
    text = passage.text
    for span, old in _old_names().find(text):
        new, since = _successors()[old]
        before = text[max(0, span.start - _ROOM) : span.start]
        is_past = _FORMER.search(before) or any(int(said[0]) < since for said in _YEAR.finditer(before))
        is_word = text[span.end : span.end + 1] in set(_ON[old[-1]])
        if year >= since and not (is_past or is_word or before.endswith(("《", "“"))):
            yield hit(passage, span, f"“{old}”今为“{new}”（{since}年起）")


def _of_wrong_rank(passage: Passage, year: int) -> Iterator[Hit]:
    """Behind the name of a prefecture or province: a part of it by its right name and a wrong rank."""
    text = passage.text
    for match in _PART.finditer(text):
        stated, span = match["name"], Span(*match.span("name"))
        alike = _by_stem().get(stated[:-1])
        if not alike or stated in _successors() or text[span.end : span.end + 1] in set(_ON[stated[-1]]):
            continue
        parent = _parent(text, span.start)
        within = [one for one in alike if parent and parent.contains(one)]
        if parent is None or len(within) != 1:
            continue
        right = within[0]
        if right.name != stated and not right.word and not _may_be_newer(right, stated, year):
            yield hit(passage, span, f"{parent.name}没有“{stated}”，应为“{right.name}”")


def _parent(text: str, end: int) -> Region | None:
    """The prefecture or province whose name, full or short, ends at a place."""
    for start in range(max(0, end - _LONGEST_PARENT), end - 1):
        found = region(text[start:end])
        if found and found.level < len(("province", "prefecture", "county")) and not found.word:
            return found
    return None


def _may_be_newer(known: Region, stated: str, year: int) -> bool:
    return known.name.endswith(("县", "旗")) and stated.endswith(("市", "区")) and not 0 < year <= _LATEST


def _nicknames(article: Article) -> Iterator[Hit]:
    passages = list(article.passages)
    for passage in passages:
        for match in _NICKNAME.finditer(passage.text):
            proper = _NICKNAMES[match[0]]
            if any(proper in other.text for other in passages):
                yield hit(passage, Span(*match.span()), f"“{match[0]}”与“{proper}”混用，应统一用全名")


@cache
def _by_stem() -> dict[str, tuple[Region, ...]]:
    """The regions by their names without rank."""
    stems: dict[str, tuple[Region, ...]] = {}
    for one in regions().values():
        if one.name[-1] in _RANKS:
            stems[one.name[:-1]] = (*stems.get(one.name[:-1], ()), one)
    return stems


@cache
def _successors() -> dict[str, tuple[str, int]]:
    """By old name: the name that holds, and the year since when."""
    return {old: (new, int(since)) for old, new, since in rows("renamed_regions")}


@cache
def _old_names() -> Words:
    return Words(_successors())
