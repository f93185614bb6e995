"""Scars: paragraphs that a page turn of some earlier layout has cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kjqb.layout.metrics import Type
from kjqb.model.article import Article, Block, Paragraph, block_passages
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

_LINE = re.compile(
    r"\s*(?:(?:[^，。；：！？]{1,10}[：:]|\d{1,2}[.．])[^，。；：！？]{1,60}"
    r"|[A-Z]{1,5}(?:/[A-Z]{1,2})?[ ]?\d[\d.—–-]*[ ][^，。；！？]{1,60})"
)
"""A line that is whole without a final mark: a label and names, an entry of a list, a standard."""

_HALF_WIDTH = ".!?;:"
"""Final marks of a hasty hand."""

_NOTED = re.compile(r"[。！？]”?[（(][^（）()]{1,40}[）)]$")
"""A sentence and a note in brackets behind it."""

_BLANK = 0.5
"""What a blank took in the layouts whose scars were measured, in em."""


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
    groups: list[list[Block]] = []
    scars: list[Scar] = []
    filled = 0.0
    for block in article.blocks:
        scar = _scar(groups[-1][-1], block, filled, setup) if groups else None
        if scar:
            groups[-1].append(block)
            scars.append(scar)
        else:
            groups.append([block])
            filled = INDENT
        filled += sum(_width(passage.text.strip(), setup) for passage in block_passages(block))
    return (replace(article, blocks=tuple(map(_joined, groups))) if scars else article), tuple(scars)


def _scar(block: Block, following: Block, filled: float, setup: PageSetup) -> Scar | None:
    """The place where a paragraph, whose pieces so far fill so many em of lines, goes on in the next block.

    It has no final mark and stops where a line would be full, and what comes after it is a paragraph that does not
    open an item.
    """
    if not (isinstance(block, Paragraph) and isinstance(following, Paragraph)):
        return None
    text = block.passage.text.strip()
    if not text or ends_sentence(text) or text[-1] in _HALF_WIDTH or _ITEM.match(following.passage.text):
        return None
    if _LINE.fullmatch(text) or _LINE.fullmatch(following.passage.text) or _NOTED.search(text[-50:]):
        return None
    lines = round(filled / setup.characters)
    is_full = lines > 0 and abs(filled - lines * setup.characters) <= TOLERANCE
    return Scar(block.passage, following.passage) if is_full else None


def _joined(group: Sequence[Block]) -> Block:
    """One block of its pieces, with a blank where two of them meet in Latin."""
    if len(group) == 1:
        return group[0]
    first, *rest = (passage for block in group for passage in block_passages(block))
    pieces = [first]
    for passage in rest:
        joint = Scar(pieces[-1], passage).joint
        pieces += [Passage(joint, passage.source, ())] if joint else []
        pieces.append(passage)
    return Paragraph(Passage.join(pieces))


def _width(text: str, setup: PageSetup) -> float:
    """Width in em of the body type."""
    blanks = text.count(" ")
    return Type(setup.font_size).width(text.replace(" ", "")) / setup.font_size.twips + _BLANK * blanks
