"""The strokes of characters, and the order that they give (GB/T 13418-1992, 5.1.3; GF 3003-1999).

The data stand in strokes.tsv, with their origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kjqb.tables.read import rows

CLASSES = {"1": "横", "2": "竖", "3": "撇", "4": "点", "5": "折"}
_UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Strokes:
    """How a character is written."""

    count: int
    rank: int
    """Its place among all by count and strokes in turn; the same for characters of the same strokes."""
    classes: str
    """Digits of CLASSES, one a stroke; empty where only the place is known."""

    @property
    def label(self) -> str:
        """The strokes in turn: 横竖撇."""
        return "".join(CLASSES[each] for each in self.classes)


def strokes(character: str) -> Strokes | None:
    """The strokes of a standard character; None for any other."""
    return _all().get(character)


@cache
def _all() -> Mapping[str, Strokes]:
    return {
        character: Strokes(int(count), rank, "" if classes == _UNKNOWN else classes)
        for rank, (count, classes, characters) in enumerate(rows("strokes"))
        for character in characters
    }
