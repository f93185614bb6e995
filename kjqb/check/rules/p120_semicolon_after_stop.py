"""P120: items that end in a semicolon although one of them holds a full stop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kjqb.check.enumerators import Enumerator, Series, enumerators
from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.model.article import Article, ListItem, Paragraph
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_NESTED = Pattern("“[^“”]{0,300}”|（[^（）]{0,300}）")
_DASH = "——"


@rule(
    "P120",
    "semicolon-after-stop",
    title="分项内已有句号，项末又用分号",
    about="分项列举时，只要有一项里面用了句号，各项末尾就都用句号，不用分号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.5"),
    examples=(
        Example(
            bad="一是建平台。整合三家实验室；二是引人才；三是优服务。",
            good="一是建平台，整合三家实验室；二是引人才；三是优服务。",
        ),
        Example(
            bad="——建平台。整合三家实验室；\n——引人才。设立专项资金。",
            good="——建平台。整合三家实验室。\n——引人才。设立专项资金。",
        ),
    ),
)
def semicolon_after_stop(article: Article) -> Iterator[Hit]:
    """The semicolons at the ends of a list's items, where an item other than the last has a full stop inside."""
    for items in (*_counted(article), *_listed(article)):
        if any(_has_inner_stop(item.text) for item in items):
            for item in items:
                text = item.text.rstrip()
                if text.endswith(("；", ";")):
                    yield hit(item, Span(len(text) - 1, len(text)), "有的分项内已用句号，项末的“；”应为“。”")


def _counted(article: Article) -> Iterator[list[Passage]]:
    """The items of each list with enumerators; the last, whose end cannot be told, only where a semicolon ends it."""
    lists: dict[Series, list[Enumerator]] = {}
    for found in enumerators(article):
        counted = lists.setdefault(found.series, [])
        if counted and found.number != counted[-1].number + 1:
            yield _items(counted, followed=found.passage is counted[-1].passage)
            counted.clear()
        counted.append(found)
    for counted in lists.values():
        yield _items(counted, followed=False)


def _items(counted: list[Enumerator], *, followed: bool) -> list[Passage]:
    """What stands behind each label, up to the next one or to its paragraph's end."""
    ends = [
        following.span.start if following.passage is one.passage else len(one.passage.text)
        for one, following in pairwise(counted)
    ]
    last = counted[-1].passage.text
    if not followed and last.endswith("；"):
        ends.append(len(last))
    return [one.passage.part(one.span.end, end) for one, end in zip(counted, ends, strict=False)]


def _listed(article: Article) -> Iterator[list[Passage]]:
    """The items of each list that dashes or bullets mark."""
    items: list[Passage] = []
    for before, block in pairwise((None, *article.blocks, None)):
        if isinstance(block, ListItem) or (isinstance(block, Paragraph) and block.passage.text.startswith(_DASH)):
            if type(before) is not type(block):
                yield items
                items = []
            items.append(block.passage)
        else:
            yield items
            items = []


def _has_inner_stop(text: str) -> bool:
    return "。" in _NESTED.compiled.sub("", text).rstrip()[:-1]
