"""Scars: paragraphs that a page turn of some earlier layout has cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kjqb.layout.metrics import Type
from kjqb.model.article import Block, Paragraph
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


def cut_groups(blocks: Sequence[Block], setup: PageSetup) -> Iterator[tuple[Block, ...]]:
    """The blocks in order, those that are pieces of one paragraph grouped."""
    group: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        group.append(block)
        if not (isinstance(block, Paragraph) and following is not None and is_cut(block, following, setup)):
            yield tuple(group)
            group = []


def mended(pieces: Sequence[Paragraph]) -> Paragraph:
    """The one paragraph that its pieces were; a blank joins them only between two Latin words.

    The pieces keep their places in the source. Raises ValueError when there is none.
    """
    parts: list[Passage] = []
    for piece in pieces:
        passage = piece.passage
        if parts and is_latin(parts[-1].text[-1:] or "。") and is_latin(passage.text[:1] or "。"):
            parts.append(Passage(" ", passage.source, ()))
        parts.append(passage)
    return Paragraph(Passage.join(parts))
