"""Paragraphs that a page break has cut in two, and how they are put together again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from kjqb.layout.scars import cut_groups, mended
from kjqb.model.article import Article, Block, Paragraph
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Passage


@dataclass(frozen=True, slots=True)
class Scar:
    """The place where a page break cut a paragraph: what stands before it, and what after."""

    before: Passage
    after: Passage
    joint: str
    """What belongs between the two: nothing, or a blank where both ends are Latin."""


def mend(article: Article, setup: PageSetup) -> tuple[Article, tuple[Scar, ...]]:
    """The article with its cut paragraphs joined, and where they had been cut."""
    blocks: list[Block] = []
    scars: list[Scar] = []
    for group in cut_groups(article.blocks, setup):
        pieces = tuple(block for block in group if isinstance(block, Paragraph))
        if len(group) == 1:
            blocks.append(group[0])
            continue
        blocks.append(mended(pieces))
        scars += (_scar(before, after) for before, after in pairwise(pieces))
    return (replace(article, blocks=tuple(blocks)) if scars else article), tuple(scars)


def _scar(before: Paragraph, after: Paragraph) -> Scar:
    joined = mended((before, after)).passage.text
    start, end = len(before.passage.text), len(joined) - len(after.passage.text)
    return Scar(before.passage, after.passage, joined[start:end])
