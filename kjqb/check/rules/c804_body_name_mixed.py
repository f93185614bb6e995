"""C804: one body under two names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.short_names import short_names
from kjqb.check.subject import Subject
from kjqb.model.article import Article, Figure, ListItem, Paragraph, Table, block_passages
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.tables.read import rows
from kjqb.tables.regions import region
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span
from kjqb.text.words import Words

_LEVELS = ("自治区", "省", "市", "区", "县", "旗", "州", "盟")
_LONGEST_PLACE = 9
_LONGEST_SIGNATURE = 24
"""A body signs with its full name, whatever the text calls it."""
_MARK = Pattern("[，。、；：]")
_FULL, _SHORT, _SPOKEN = range(3)


@dataclass(frozen=True, slots=True)
class _Named:
    """A place at which a body is named."""

    row: int
    form: int
    name: str
    passage: Passage
    span: Span
    owners: tuple[object, ...]
    """What tells the body from others of its name: where it is, as the text says."""


@rule(
    "C804",
    "body-name-mixed",
    title="同一机构有两种叫法",
    about=(
        "一期之内，同一机构用同一个名称，规范简称与口头简称不混用。注明“以下简称”的、文件题目里的不算。"
        "该用哪一个由编辑决定，提示的是用得较少的。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(
            bad="市卫生健康委牵头制定方案，市卫健委负责组织实施。",
            good="市卫生健康委牵头制定方案，市卫生健康委负责组织实施。",
        ),
        Example(
            bad="甲省科学技术厅启动项目申报。\n甲省科技厅同步开放申报系统。",
            good="甲省科技厅启动项目申报。\n甲省科技厅同步开放申报系统。",
        ),
        Example(
            bad="工业和信息化部发布指南。\n企业可向工信部推荐案例。\n评审由工业和信息化部组织。",
            good="工业和信息化部发布指南。\n企业可向工业和信息化部推荐案例。\n评审由工业和信息化部组织。",
        ),
    ),
)
def body_name_mixed(subject: Subject) -> Iterator[Hit]:
    """The rarer of two names; a spoken one beside that of documents wherever, others only of one and the same body."""
    named = [one for article in subject.articles for one in _named(article)]
    told: set[tuple[str, int]] = set()
    for group in (*_spoken(named), *_owned(named)):
        rarer, usual = _rarer(group)
        for one in group:
            place = (one.passage.source.name, one.passage.at(one.span.start, one.span.end).span.start)
            if one.name == rarer and place not in told:
                told.add(place)
                yield hit(one.passage, one.span, f"“{rarer}”与“{usual}”两种叫法并用，应统一")


def _spoken(named: list[_Named]) -> Iterator[list[_Named]]:
    """By kind of body: its short names, where both kinds of them are used."""
    rows_used: defaultdict[int, list[_Named]] = defaultdict(list)
    for one in named:
        if one.form != _FULL or _table()[one.row][_SHORT] == "-":
            rows_used[one.row].append(one)
    yield from (group for group in rows_used.values() if len({one.name for one in group}) > 1)


def _owned(named: list[_Named]) -> Iterator[list[_Named]]:
    """By body: its names, where there are several."""
    bodies: defaultdict[tuple[object, ...], list[_Named]] = defaultdict(list)
    for one in named:
        bodies[(one.row, *one.owners)].append(one)
    yield from (group for group in bodies.values() if len({one.name for one in group}) > 1)


def _rarer(group: list[_Named]) -> tuple[str, str]:
    """The name used least and the one used most; of equally frequent ones the more spoken is the rarer."""
    counted = Counter(one.name for one in group)
    forms = {one.name: one.form for one in group}
    ranked = sorted(counted, key=lambda name: (counted[name], -forms[name]))
    return ranked[0], ranked[-1]


def _named(article: Article) -> Iterator[_Named]:
    defined = {name.name for name in short_names(article)}
    for passage in _running(article):
        text = passage.text
        if len(text) <= _LONGEST_SIGNATURE and not _MARK.search(text):
            continue
        for span, word in _words().find(text):
            for row, form in _places()[word]:
                ends = text[span.end : span.end + 1]
                if ends in {"员", "长", "》", "〉"} or _is_within_title(text, span.start):
                    continue
                if any(word.endswith(short) or short.endswith(word) for short in defined):
                    continue
                yield _Named(row, form, word, passage, span, _owners(text, span, article))


def _running(article: Article) -> Iterator[Passage]:
    for block in article.blocks:
        if isinstance(block, Paragraph | ListItem | Table | Figure):
            yield from block_passages(block)


def _owners(text: str, span: Span, article: Article) -> tuple[object, ...]:
    """A place by its code; by its rank, or where none is named, only for this article; nothing for the only one."""
    before = text[max(0, span.start - _LONGEST_PLACE) : span.start]
    name = text[span.start : span.end]
    if name.endswith(("部", "总局")) or name.startswith("中国") or before.endswith("国家"):
        return ()
    for length in range(len(before), 1, -1):
        place = region(before[-length:])
        if place:
            return (place.code,)
    level = next((level for level in _LEVELS if before.endswith(level)), "")
    return (level, article.file, article.title.extent.span.start)


def _is_within_title(text: str, at: int) -> bool:
    before = text[max(0, at - 80) : at]
    return before.rfind("《") > before.rfind("》")


@cache
def _table() -> tuple[tuple[str, ...], ...]:
    return rows("bodies")


@cache
def _places() -> dict[str, tuple[tuple[int, int], ...]]:
    """By name: its rows and what it is in each."""
    places: dict[str, tuple[tuple[int, int], ...]] = {}
    for index, names in enumerate(_table()):
        for form, name in enumerate(names):
            if name != "-":
                places[name] = (*places.get(name, ()), (index, form))
    return places


@cache
def _words() -> Words:
    return Words(_places())
