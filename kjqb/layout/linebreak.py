"""Breaking a paragraph into lines, the greedy way of word processors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kjqb.layout.inline import Inline
from kjqb.layout.kinsoku import BLANKS
from kjqb.layout.libreoffice import LibreOfficeParagraph
from kjqb.layout.metrics import Type
from kjqb.layout.target import Target
from kjqb.layout.word import WordParagraph
from kjqb.units import Length


class Measured(Protocol):
    """A paragraph as a program measures and breaks it."""

    def reach(self, start: int, room: float) -> int:
        """The end of the longest stretch from `start` that fits into `room` twips."""
        ...

    def last_break(self, start: int, cut: int) -> int:
        """The last place after `start` and not behind `cut` where a line may end; `start` when there is none."""
        ...


Measure = Callable[[Inline, Type], Measured]
"""How a program measures a paragraph."""

PROGRAMS: dict[Target, Measure] = {Target.WORD: WordParagraph, Target.LIBREOFFICE: LibreOfficeParagraph}
"""The way of each target."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` to `end` (exclusive) of a paragraph, blanks that hang behind the last one among them."""

    start: int
    end: int
    inline: Inline

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.inline.text


def break_lines(
    inline: Inline, measure: Length, type_: Type, program: Measure = WordParagraph, *, indent: Length = Length(0)
) -> tuple[Line, ...]:
    """The lines of a paragraph whose first is indented; together they hold every character. At least one line.

    A word longer than the measure is cut where the line is full.
    """
    text = inline.text
    paragraph = program(inline, type_)
    lines: list[Line] = []
    start, room = 0, measure.twips - indent.twips
    while start < len(text):
        end = _end(text, start, paragraph.reach(start, room), paragraph)
        lines.append(Line(start, end, inline.part(start, end)))
        start, room = end, measure.twips
    return tuple(lines) or (Line(0, 0, Inline("")),)


def _end(text: str, start: int, cut: int, paragraph: Measured) -> int:
    while cut < len(text) and text[cut] in BLANKS:
        cut += 1
    if cut == len(text):
        return cut
    end = paragraph.last_break(start, cut)
    return end if end > start else max(cut, start + 1)
