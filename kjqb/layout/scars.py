"""Scars: paragraphs that a page turn of some earlier layout has cut in two."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kjqb.layout.metrics import Type
from kjqb.model.article import Article, Block, Paragraph
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Passage
from kjqb.text.characters import ends_sentence, is_latin

TOLERANCE = 5
"""How far from a line's end, in em, a cut paragraph may stop: 避头尾 and Latin words have moved its lines' ends."""

INDENT = 2
"""First-line indent of a paragraph, in em."""

_ITEM = re.compile(
    r"""
    \s* (?: —— | [（(][一二三四五六七八九十\d]{1,3}[）)] | [一二三四五六七八九十]{1,3}[、是]
          | 第[一二三四五六七八九十]{1,3}， | \d{1,2}[.．、](?!\d) | [①-⑳] )
    """,
    re.VERBOSE,
)
"""What opens an item of a list."""

_BLANK = 0.5
"""What a blank took in the layouts whose scars were measured, in em."""


def is_cut(paragraph: Paragraph, following: Block | None, setup: PageSetup) -> bool:
    """Whether a paragraph goes on in the next.

    It has no final mark and stops where a line would be full, and what comes after it is neither a heading nor opens
    an item.
    """
    text = paragraph.passage.text.strip()
    if not text or not isinstance(following, Paragraph) or ends_sentence(text):
        return False
    if _ITEM.match(following.passage.text):
        return False
    filled = INDENT + _width(text, setup)
    lines = round(filled / setup.characters)
    return lines > 0 and abs(filled - lines * setup.characters) <= TOLERANCE


def _width(text: str, setup: PageSetup) -> float:
    """Width in em of the body type."""
    blanks = text.count(" ")
    return Type(setup.font_size).width(text.replace(" ", "")) / setup.font_size.twips + _BLANK * blanks


@dataclass(frozen=True, slots=True)
class Scar:
    """The place where a page turn cut a paragraph: the piece before it, and the one after."""

    before: Passage
    after: Passage

    @property
    def joint(self) -> str:
        """What belongs between the two: nothing, or a blank where both ends are Latin."""
        ends = self.before.text.rstrip()[-1:], self.after.text.lstrip()[:1]
        return " " if all(end and is_latin(end) for end in ends) else ""


def mend(article: Article, setup: PageSetup) -> tuple[Article, tuple[Scar, ...]]:
    """The article with its cut paragraphs joined, and where they had been cut; all text keeps its place."""
    blocks: list[Block] = []
    scars: list[Scar] = []
    pieces: list[Passage] = []
    for block in article.blocks:
        whole = blocks[-1] if blocks else None
        if not (isinstance(whole, Paragraph) and isinstance(block, Paragraph) and is_cut(whole, block, setup)):
            blocks.append(block)
            pieces = [block.passage]
            continue
        scar = Scar(pieces[-1], block.passage)
        scars.append(scar)
        joint = [Passage(scar.joint, block.passage.source, ())] if scar.joint else []
        pieces += [*joint, block.passage]
        blocks[-1] = Paragraph(Passage.join(pieces))
    return (replace(article, blocks=tuple(blocks)) if scars else article), tuple(scars)
