"""C809: one indicator with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.check.issue_time import running_texts
from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Subject
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.tables.regions import find_regions
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_FIGURE = Pattern(
    r"(?:^|(?<=[，。；：！？、\s年月日底末度]))(?P<name>[\u4e00-\u9fff]{6,24}?)(?P<verb>(?:已|共|累计|总计|约|近|超|超过|突破|达|达到|达成|为|是|有|共有|已有|合计){0,3})"
    r"\s?(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>万亿|万|亿)?(?P<more>[余多]?)\s?"
    r"(?P<unit>个百分点|%|[\u4e00-\u9fff]{1,2}|[A-Za-z/]{1,6})"
)
_CLAUSE_START = frozenset("，。；：！？、")
_TIME = Pattern(
    r"(?:19|20)\d{2}\s?年(?:\s?\d{1,2}(?:\s?[—\-～至]\s?\d{1,2})?\s?月)?|\d{1,2}(?:\s?[—\-～至]\s?\d{1,2})?\s?月|[今去前明]年"
    r"|[上下]半年|[一二三四]季度|截至|年底|年初|目前|全年|同期|当年|次年"
)
_SCOPE = Pattern(r"全[市省区县旗国州盟]|[我该本][市省区县旗州盟院校所]|[某甲乙丙丁][市省区县旗]")
_NO_INDICATOR = Pattern(
    r"[由从比每各其]|分别|另有|再|又|新一批|最高|最低|至少|至多|不低于|不超过|不少于|目标|力争|计划|预计|拟|将|要|应|可"
    r"|同时|此外|第[一二三四五六七八九十]|首批|批|分|占|间隔|平均|[上中下]旬|[甲乙丙丁](?:企业|公司|所|校|院)"
)
_VERBS = "已共累计总约近超过突破达到成为是有合"
_YEAR_UNITS = ("年", "月", "日", "时", "分", "号", "期", "届", "届", "周", "天", "次", "条", "版", "章", "路", "点")
_SHORTEST = 6
_SENTENCE, _PARAGRAPH = 200, 600
"""So far back a sentence, and a paragraph, is read."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """An indicator with its value, and what tells it from others of its name."""

    key: tuple[str, ...]
    value: float
    passage: Passage
    span: Span
    shown: str
    article: int


@rule(
    "C809",
    "figure-conflicting",
    title="同一指标有两个数",
    about=(
        "同一地方、同一时间的同一指标，一篇之内以及说同一地方的几篇之间应是一个数。"
        "只比较名称逐字相同、单位相同、所说时间也相同的；哪一个对，要核对来稿。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(
            bad="2023年全市科技型中小企业总数达到1260家。\n2023年全市科技型中小企业总数达到1620家，居全省前列。",
            good="2023年全市科技型中小企业总数达到1260家。\n2023年全市科技型中小企业总数达到1260家，居全省前列。",
        ),
        Example(
            bad="全市研发经费投入强度为2.1%。\n全市研发经费投入强度为1.2%，居全省第三位。",
            good="全市研发经费投入强度为2.1%。\n全市研发经费投入强度为2.1%，居全省第三位。",
        ),
    ),
)
def figure_conflicting(subject: Subject) -> Iterator[Hit]:
    """Later figures that differ from the first of the same indicator."""
    known: defaultdict[tuple[str, ...], list[_Figure]] = defaultdict(list)
    for index, article in enumerate(subject.articles):
        for figure in _figures(article, index):
            known[figure.key].append(figure)
    for figures in known.values():
        first = figures[0]
        for figure in figures[1:]:
            if figure.value != first.value:
                yield hit(figure.passage, figure.span, f"前文这一指标为{first.shown}，此处为{figure.shown}")
                break


def _figures(article: Article, index: int) -> Iterator[_Figure]:
    place = "、".join(one.code for one in find_regions(article.title.text)) or f"第{index}篇"
    for passage in running_texts(article):
        text = passage.text
        for match in _FIGURE.finditer(text):
            name = match["name"].rstrip(_VERBS)
            start = match.start()
            if start and text[start - 1] not in _CLAUSE_START and not _follows_time(text, start):
                continue
            if len(name) < _SHORTEST or _NO_INDICATOR.search(name) or match["unit"].startswith(_YEAR_UNITS):
                continue
            time = _time(text, start)
            scoped = _SCOPE.match(name) is not None
            if not scoped and not _opens_sentence(text, start):
                continue
            value = float(match["value"].replace(",", "")) * {"万": 1e4, "亿": 1e8, "万亿": 1e12}.get(match["scale"], 1)
            shown = text[match.start("value") : match.end()]
            owner = place if scoped else f"第{index}篇"
            key = (owner, name, match["unit"], match["more"], time)
            yield _Figure(key, value, passage, Span(match.start("value"), match.end()), shown, index)


def _follows_time(text: str, at: int) -> bool:
    return any(found.end() == at for found in _TIME.finditer(text, max(0, at - 16), at))


def _opens_sentence(text: str, at: int) -> bool:
    """Whether nothing but a time stands before it in its sentence."""
    start = _sentence(text, at)
    return not set(_TIME.compiled.sub("", text[start:at])) - set("，、 底末初份")


def _sentence(text: str, at: int) -> int:
    """Where the sentence around a place begins, as far as is looked back."""
    furthest = max(0, at - _SENTENCE)
    return max(furthest, *(text.rfind(mark, furthest, at) + 1 for mark in "。！？；"))


def _time(text: str, at: int) -> str:
    """What the sentence says of the time, or else the paragraph before it."""
    said = [found[0] for found in _TIME.finditer(text, _sentence(text, at), at)]
    if not said:
        said = [found[0] for found in _TIME.finditer(text, max(0, at - _PARAGRAPH), at)][-1:]
    return "".join("".join(said).split())
