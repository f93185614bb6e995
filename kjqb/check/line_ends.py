"""Places where a line of a Word file is known to end: a line break that somebody typed, or a page turn on record.

Where other lines end depends on fonts and program, and no file says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kjqb.check.word_layout import Placed, WordLayout
from kjqb.layout.styles import Role
from kjqb.model.source import Extent
from kjqb.ooxml.document import LINE_BREAK, PAGE_BREAK

_REACH = 40
"""Characters of a line that are looked at on each side."""

_BLANKS = " \u3000\u00a0\t"


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A place where a line ends, with what stands nearest on each side; blanks left out."""

    before: str
    after: str
    extent: Extent
    """From the last character before it to the first one after it."""
    typed: bool
    """Whether somebody has typed the break, rather than a page having ended there."""


def faulty_ends(layout: WordLayout, fault: Callable[[LineEnd], str]) -> Iterator[tuple[Extent, str]]:
    """The ends of which `fault` has something to say, with what it says and which kind of end it is."""
    for end in line_ends(layout):
        message = fault(end)
        if message:
            yield end.extent, f"{message}（{'手工换行' if end.typed else '分页'}处）"


def line_ends(layout: WordLayout) -> Iterator[LineEnd]:
    """All of them that stand within a text, in order; those of the contents list left out."""
    for each in layout.placed:
        if each.role is not Role.CONTENTS_ENTRY:
            yield from _of_paragraph(each)


def _of_paragraph(each: Placed) -> Iterator[LineEnd]:
    text = each.text
    typed = {at for at, character in enumerate(text) if character in {LINE_BREAK, PAGE_BREAK}}
    turns = {turn for turn in each.paragraph.turns if 0 < turn < len(text) and not typed & {turn - 1, turn}}
    for at in sorted(typed | turns):
        follows = at + (at in typed)
        before = text[max(0, at - _REACH) : at].rstrip(_BLANKS)
        after = text[follows : follows + _REACH].lstrip(_BLANKS)
        if before and after and not {before[-1], after[0]} & {LINE_BREAK, PAGE_BREAK}:
            start = text.rindex(before[-1], 0, at)
            end = text.index(after[0], follows) + 1
            yield LineEnd(before, after, each.extent(start, end), typed=at in typed)
