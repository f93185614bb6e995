"""Paragraphs that a page break has cut in two, and how they are put together again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

from kjqb.layout.scars import is_cut
from kjqb.model.article import Article, Block, Paragraph
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Passage


@dataclass(frozen=True, slots=True)
class Scar:
    """The place where a page break cut a paragraph: what stands before it, and what after."""

    before: Passage
    after: Passage


def mend(article: Article, setup: PageSetup) -> tuple[Article, tuple[Scar, ...]]:
    """The article with its cut paragraphs joined, and where they had been cut."""
    blocks: list[Block] = []
    scars: list[Scar] = []
    pending: list[Passage] = []
    for block, following in zip_longest(article.blocks, article.blocks[1:]):
        if not isinstance(block, Paragraph):
            blocks.append(block)
            continue
        pending.append(block.passage)
        if isinstance(following, Paragraph) and is_cut(block, following, setup):
            scars.append(Scar(block.passage, following.passage))
            continue
        blocks.append(block if len(pending) == 1 else Paragraph(Passage.join(pending)))
        pending = []
    return (replace(article, blocks=tuple(blocks)) if scars else article), tuple(scars)
