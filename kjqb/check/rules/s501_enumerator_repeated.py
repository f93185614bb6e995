"""S501: enumerators that repeat, skip or go back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kjqb.check.enumerators import Enumerator, Series, enumerators, repeats_first
from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit


@rule(
    "S501",
    "enumerator-repeated",
    title="序次语重复、跳号或倒退",
    about=(
        "同一列举里的序次语依次递增，不论分几段排。出现“一是”“一、”“（1）”等首项即另起一列。"
        "改号之前要先看是否漏排了一项，所以不自动修改。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(bad="一是筑平台。二是引人才。二是优服务。", good="一是筑平台。二是引人才。三是优服务。"),
        Example(
            bad="## 一、总体要求\n正文从略。\n## 三、保障措施\n正文从略。",
            good="## 一、总体要求\n正文从略。\n## 二、保障措施\n正文从略。",
        ),
        Example(
            bad="（1）选题。\n（2）评审。\n（2）立项。",
            good="（1）选题。\n（2）评审。\n（3）立项。",
        ),
    ),
)
def enumerator_repeated(article: Article) -> Iterator[Hit]:
    """Items that do not count on from the one before, whatever paragraph each stands in."""
    series: defaultdict[tuple[Series, bool], list[Enumerator]] = defaultdict(list)
    for item in enumerators(article):
        series[item.series, item.in_heading].append(item)
    for items in series.values():
        for item, due in _misnumbered(items):
            right = item.relabelled(due)
            if right:
                fault = "重复" if item.number == due - 1 else "跳号" if item.number > due else "倒退"
                message = f"序次语{fault}：“{item.label}”应为“{right}”"
                yield hit(item.passage, item.span, message, Edit(item.span, right))


def _misnumbered(items: Iterable[Enumerator]) -> Iterator[tuple[Enumerator, int]]:
    """The items that are wrong, each with the number due."""
    lists: list[_List] = []
    found = list(items)
    for before, item, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if lists and repeats_first(before, item, after):
            lists[-1].due = 3
            yield item, 2
            continue
        if item.number == 1 or not lists:
            lists = [*_around(lists, item), _List(item.opens_block, item.number + 1)]
            continue
        if len(lists) > 1 and item.opens_block and lists[-1].due != item.number == lists[-2].due:
            lists.pop()
        due = lists[-1].due
        if not lists[-1].count(item.number):
            yield item, due


@dataclass(slots=True)
class _List:
    """A list as far as it has been read."""

    in_blocks: bool
    """Whether its items open paragraphs, so that one inside of a paragraph may belong to a list within the item."""
    due: int
    also: tuple[int, ...] = ()
    """Right as well after an item that was wrong: counting on from what it says, or as if it were not there."""

    def count(self, number: int) -> bool:
        """Take in the next item; whether it was right."""
        right = number == self.due or number in self.also
        self.due, self.also = (number + 1, ()) if right else (self.due + 1, (number + 1, self.due))
        return right


def _around(lists: list[_List], item: Enumerator) -> list[_List]:
    """The lists that go on around a new one that begins with the item."""
    if item.opens_block:
        return []
    return lists if lists and lists[-1].in_blocks else lists[:-1]
