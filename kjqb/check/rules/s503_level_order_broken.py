"""S503: levels of numbers in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.check.enumerators import Enumerator, enumerators
from kjqb.check.lists import rank
from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity


@rule(
    "S503",
    "level-order-broken",
    title="序号层次颠倒",
    about=(
        "序号由大到小依次用“一、”“（一）”“1.”“（1）”“①”，可以从任一层开始，也可以跳过一层，但下层不宜用比上层大的序号。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.3.8"),
    examples=(
        Example(
            bad="## （一）总体情况\n全市运行平稳。\n## 一、产业发展\n产值稳步增长。\n## 二、人才引进\n引才成效明显。\n"
            "## （二）下一步安排\n继续抓好落实。",
            good="## 一、总体情况\n全市运行平稳。\n## （一）产业发展\n产值稳步增长。\n## （二）人才引进\n"
            "引才成效明显。\n## 二、下一步安排\n继续抓好落实。",
        ),
        Example(
            bad="（1）完善制度：1.修订办法；2.细化流程。\n（2）加强监督。",
            good="1.完善制度：（1）修订办法；（2）细化流程。\n2.加强监督。",
        ),
    ),
)
def level_order_broken(article: Article) -> Iterator[Hit]:
    """Lists that stand within an item of a lower level, as the going on of the outer list, or its one item, shows."""
    lists: list[_Open] = []
    for item in enumerators(article):
        level = rank(item.series)
        if level is None:
            continue
        if item.number == 1:
            while lists and (
                lists[-1].level == level or (lists[-1].level < level and item.in_heading > lists[-1].in_heading)
            ):
                lists.pop()
            if (
                lists
                and lists[-1].due == 2
                and lists[-1].level > level
                and item.opens_block
                and lists[-1].first.opens_block
            ):
                yield _hit(item, lists[-1].first)
            lists = [one for one in lists if one.level != level]
            lists.append(_Open(level, item, in_heading=item.in_heading))
            continue
        at = next((at for at in range(len(lists) - 1, -1, -1) if lists[at].continues(level, item)), None)
        if at is not None:
            yield from (_hit(inner.first, lists[at].first) for inner in lists[at + 1 :] if inner.level < level)
            del lists[at + 1 :]
            lists[at].due = item.number + 1


def _hit(inner: Enumerator, outer: Enumerator) -> Hit:
    message = f"“{inner.label}”在“{outer.label}”之下，序号层次颠倒"
    return hit(inner.passage, inner.span, message)


@dataclass(slots=True)
class _Open:
    """A list that may go on."""

    level: int
    first: Enumerator
    in_heading: bool
    due: int = 2

    def continues(self, level: int, item: Enumerator) -> bool:
        return (self.level, self.in_heading, self.due) == (level, item.in_heading, item.number)
