"""How many cells of a Chinese fixed-pitch font a text takes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def display_width(text: str) -> int:
    """Cells of a text where the ambiguous marks (“ ” — … ·) are full-width, as in a Chinese editor's window."""
    return sum(_cells(character) for character in text)


@lru_cache(maxsize=8192)
def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
