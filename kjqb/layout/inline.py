"""A paragraph's text as it is printed: characters, stretches that are set apart, and the numbers of footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kjqb.model.source import Passage
from kjqb.text.marks import Mark, Tone, cut, follow
from kjqb.text.spacing import Setting, Spacing, space_edits
from kjqb.text.spans import apply_edits

NOTE = "\ufffc"
"""Stands in a printed text for the raised number of a footnote."""

OWN_NUMBER = "\ue000"
"""Stands at the head of a footnote for its number, a full-width character there."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A text of one paragraph."""

    text: str
    """With NOTE where the number of a footnote stands."""
    marks: tuple[Mark, ...] = ()
    """Stretches that are set apart, in order; they do not overlap."""

    def tones(self) -> Iterator[tuple[int, int, Tone | None]]:
        """The text cut where its tone changes: start, end, tone; NOTE is a stretch of its own."""
        at = 0
        for mark in self.marks:
            yield from self._plain(at, mark.start, None)
            yield from self._plain(mark.start, mark.end, mark.tone)
            at = mark.end
        yield from self._plain(at, len(self.text), None)

    @property
    def notes(self) -> int:
        """How many footnotes hang on it."""
        return self.text.count(NOTE)

    @classmethod
    def join(cls, parts: Iterable[Inline]) -> Inline:
        """One text of several in order; a stretch that was cut between two is whole again."""
        pieces: list[str] = []
        marks: list[Mark] = []
        at = 0
        for part in parts:
            for mark in (mark.moved(at) for mark in part.marks):
                goes_on = marks and marks[-1].end == mark.start and marks[-1].tone is mark.tone
                marks[-1:] = [Mark(marks[-1].start, mark.end, mark.tone)] if goes_on else [*marks[-1:], mark]
            pieces.append(part.text)
            at += len(part.text)
        return cls("".join(pieces), tuple(marks))

    def part(self, start: int, end: int) -> Inline:
        """Characters `start` to `end` (exclusive)."""
        return Inline(self.text[start:end], tuple(cut(self.marks, start, end)) if self.marks else ())

    def _plain(self, start: int, end: int, tone: Tone | None) -> Iterator[tuple[int, int, Tone | None]]:
        at = start
        while at < end:
            note = self.text.find(NOTE, at, end)
            stop = end if note < 0 else note
            if at < stop:
                yield at, stop, tone
            if note >= 0:
                yield note, note + 1, Tone.NOTE
            at = stop + (note >= 0)


def printed(passage: Passage, spacing: Spacing, setting: Setting = Setting.PLAIN) -> Inline:
    """A passage as a style of spacing prints it."""
    text = passage.text.replace(NOTE, "")
    edits = space_edits(text, spacing, setting)
    marks = follow(passage.marks, edits)
    return _with_notes(apply_edits(text, edits), marks)


def _with_notes(text: str, marks: tuple[Mark, ...]) -> Inline:
    """The text with NOTE at the place of each footnote."""
    places = sorted(mark.start for mark in marks if mark.tone is Tone.NOTE)
    if not places:
        return Inline(text, _apart(marks))
    bounds = [0, *places, len(text)]
    made = NOTE.join(text[start:end] for start, end in pairwise(bounds))

    def moved(place: int) -> int:
        return place + sum(note < place for note in places)

    return Inline(made, _apart(Mark(moved(mark.start), moved(mark.end), mark.tone) for mark in marks))


def _apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Stretches only, in order; where two overlap, the one that begins first (the longer one) has it."""
    made: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start = max(mark.start, made[-1].end if made else 0)
        if mark.tone is not Tone.NOTE and start < mark.end:
            made.append(Mark(start, mark.end, mark.tone))
    return tuple(made)
