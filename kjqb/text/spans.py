"""Spans of a text and edits of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` up to, not including, `end`; both count from 0."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character, or the same empty place."""
        return (self.start < other.end and other.start < self.end) or self == other


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `text` in the place of `span`."""

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; their spans are those of the text as given.

    Raises ValueError when two edits overlap.
    """
    pieces: list[str] = []
    at = 0
    previous: Span | None = None
    for edit in sorted(edits):
        if edit.span.start < at or edit.span == previous:
            raise ValueError(f"edits overlap at {edit.span}")
        pieces += (text[at : edit.span.start], edit.text)
        at, previous = edit.span.end, edit.span
    return "".join([*pieces, text[at:]])
