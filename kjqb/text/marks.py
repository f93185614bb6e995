"""Marks on a text: stretches that are set apart, and places that a footnote hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from kjqb.text.spans import Edit


class Tone(Enum):
    """What a mark says of its stretch."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    NOTE = "note"
    """A footnote hangs on the place; the stretch is empty."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` up to, not including, `end` of a text, both from 0, are set apart."""

    start: int
    end: int
    tone: Tone
    label: str = ""
    """Of a footnote: the one that its text bears in the source."""

    def moved(self, by: int) -> Mark:
        """The same mark so many characters on."""
        return replace(self, start=self.start + by, end=self.end + by)


def cut(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    """The marks of characters `start` to `end` of a text, as that part counts them."""
    for mark in marks:
        first, last = max(start, mark.start), min(end, mark.end)
        if first < last or (mark.tone is Tone.NOTE and start <= mark.start <= end):
            yield replace(mark, start=first - start, end=last - start)


def follow(marks: Iterable[Mark], edits: Iterable[Edit]) -> tuple[Mark, ...]:
    """Where the marks of a text stand after edits of it that do not overlap."""
    made = sorted(edits)

    def moved(place: int) -> int:
        return place + sum(
            len(edit.text) - (min(edit.span.end, place) - edit.span.start) for edit in made if edit.span.start < place
        )

    return tuple(replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in marks)
