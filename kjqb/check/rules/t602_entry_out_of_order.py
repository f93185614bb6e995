"""T602: contents list in another order than the articles."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.contents import matching
from kjqb.check.rule import Example, Hit, Standard, rule
from kjqb.check.subject import Kind, Subject
from kjqb.model.bulletin import Severity


@rule(
    "T602",
    "entry-out-of-order",
    title="目次顺序与正文不一致",
    about="目次按正文的先后排列。工作区里的目次由“kjqb toc --write”重新生成即可。",
    severity=Severity.ERROR,
    source=Standard("GB/T 13417—2009"),
    yields_to=("T608",),
    examples=(
        Example(
            bad="★ 甲县推广节水灌溉新技术.....4\n★ 乙市建成种质资源库.....4",
            good="★ 乙市建成种质资源库.....4\n★ 甲县推广节水灌溉新技术.....4",
            part=Kind.ENTRY,
            note="正文先排乙市一篇，后排甲县一篇。",
        ),
    ),
)
def entry_out_of_order(subject: Subject) -> Iterator[Hit]:
    """Entries whose article is printed before that of an earlier entry."""
    last, before = -1, ""
    for listed in matching(subject).listed:
        if listed.article is None:
            continue
        if listed.article < last:
            yield Hit(listed.entry.title.extent, f"正文里这一篇排在“{before}”之前，目次却排在其后")
        else:
            last, before = listed.article, listed.entry.title.text
