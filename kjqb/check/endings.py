"""How the items of a list end, and which of them end otherwise than the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kjqb.model.source import Passage
from kjqb.text.spans import Span

_RANK = "。；，、"
"""Marks that items are compared by; where as many end in either, the first is taken."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The last mark of an item."""

    passage: Passage
    span: Span
    mark: str
    """One of ；。，、, or nothing where the item ends otherwise."""
    holds_sentences: bool
    """Whether the item holds a 。 before its end."""

    @classmethod
    def of_block(cls, passage: Passage) -> Ending:
        """That of an item which is a paragraph."""
        return cls.of(passage, 0, len(passage.text))

    @classmethod
    def of(cls, passage: Passage, start: int, end: int) -> Ending:
        """That of an item which is a stretch of a paragraph."""
        text = passage.text[start:end].rstrip()
        at = start + max(0, len(text) - 1)
        mark = text[-1:] if text[-1:] in set(_RANK) else ""
        return cls(passage, Span(at, at + len(text[-1:])), mark, "。" in text[:-1])


def differing(endings: Sequence[Ending]) -> Iterator[tuple[Ending, str]]:
    """The items that end otherwise than most, each with the mark due; a last item may end in 。 where others do not.

    Once an item with sentences of its own is among items that end in 。, all must (GB/T 15834—2011, A.5).
    """
    if len(endings) < 2:
        return
    *inner, last = endings
    counted = Counter(ending.mark for ending in inner if ending.mark)
    if not counted:
        return
    usual = max(counted, key=lambda mark: (counted[mark], -_RANK.index(mark)))
    if "。" in counted and any(ending.holds_sentences for ending in endings):
        usual = "。"
    for ending in inner:
        if ending.mark not in {"", usual}:
            yield ending, usual
    if last.mark in set("；，、") and last.mark != usual and usual == "。":
        yield last, "。"
