"""S512: a stated number of measures that is not the number of items."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.counts import Stated, in_lead, in_title, quoted
from kjqb.check.lists import Listing, blocks_of, dashed, listings, rank
from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.model.article import Article, Heading, ListItem, Paragraph
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage

_LONGEST_LEAD = 300
"""Characters in front of a list that are looked at."""


@rule(
    "S512",
    "count-differs",
    title="所说的项数与所列的项数不符",
    about=(
        "“四措并举”“6个方面”“三项措施如下”说了几项，紧接着就列几项。只在列举完整、数得准时才报；"
        "“等6个方面”只列出一部分，少于所说的数不算。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(
            bad="全市采取三项措施。一是搭建平台。二是引进人才。三是优化服务。四是加强监督。",
            good="全市采取四项措施。一是搭建平台。二是引进人才。三是优化服务。四是加强监督。",
        ),
        Example(
            bad="通知从“搭建平台”“引进人才”“优化服务”四个方面提出要求。",
            good="通知从“搭建平台”“引进人才”“优化服务”三个方面提出要求。",
        ),
        Example(
            bad="全市推出以下4项举措：\n——搭建平台。\n——引进人才。\n——优化服务。",
            good="全市推出以下3项举措：\n——搭建平台。\n——引进人才。\n——优化服务。",
        ),
    ),
)
def count_differs(article: Article) -> Iterator[Hit]:
    """Numbers in front of a list, in the title of an article that is one list, and behind quoted items."""
    for passage, stated, listed in _counted(article):
        if stated.number != listed:
            yield hit(passage, stated.span, f"说“{stated.text}”，列出的是{listed}项")
    for block in article.blocks:
        if isinstance(block, Paragraph | Heading | ListItem):
            for stated, listed in quoted(block.passage.text):
                yield hit(block.passage, stated.span, f"说“{stated.text}”，前面列出{listed}项")


def _counted(article: Article) -> Iterator[tuple[Passage, Stated, int]]:
    """Where a number of items is stated, and how many there are."""
    place = blocks_of(article)
    found = [listing for listing in listings(article) if len(listing.items) > 1]
    runs = list(dashed(article))
    for listing in found:
        lead = _lead(article, listing.first.passage, listing.first.span.start, place)
        if lead:
            yield from _stated(lead, len(listing.items))
    for run in runs:
        lead = _lead(article, run[0][1], 0, place)
        if lead:
            yield from _stated(lead, len(run))
    only = _only_list(found, runs=len(runs))
    stated = in_title(article.title.text)
    if only and stated:
        yield article.title, stated, len(only.items)


def _stated(lead: Passage, listed: int) -> Iterator[tuple[Passage, Stated, int]]:
    stated = in_lead(lead.text)
    if stated:
        yield lead, stated, listed


def _lead(article: Article, passage: Passage, start: int, place: dict[int, int]) -> Passage | None:
    """What stands directly before a list: in its paragraph, or else the block before."""
    nearest = max(0, start - _LONGEST_LEAD)
    if passage.text[nearest:start].strip():
        return passage.part(nearest, start)
    at = place[id(passage)]
    before = article.blocks[at - 1] if at else None
    return before.passage if isinstance(before, Paragraph | Heading | ListItem) else None


def _only_list(found: list[Listing], *, runs: int) -> Listing | None:
    """The one list that the article is made of: its sub-headings, or its paragraphs; None if that is not certain."""
    if runs:
        return None
    headings = [listing for listing in found if listing.first.in_heading]
    opening = headings or [listing for listing in found if listing.first.opens_block]
    if not opening:
        return found[0] if len(found) == 1 else None
    levels = [rank(listing.first.series) or 0 for listing in opening]
    highest = [listing for listing, level in zip(opening, levels, strict=True) if level == min(levels)]
    return highest[0] if len(highest) == 1 else None
