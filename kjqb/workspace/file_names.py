"""File names made from titles."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

MAX_BYTES = 120
"""Longest name, suffix included, in bytes of UTF-8; common file systems take 255, archives and sync folders less."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789")}
)
"""Names that Windows keeps for devices."""


def file_name(title: str, taken: Collection[str] = (), *, suffix: str = ".md") -> str:
    """The name for an article of that title: its Han, letters and digits; blanks and marks go.

    It differs from all names in `taken`, in more than the case of letters.
    """
    letters = (character for character in title if unicodedata.category(character)[0] in "LMN")
    stem = unicodedata.normalize("NFC", "".join(letters)) or "文章"
    if stem.lower() in _RESERVED:
        stem = f"文章{stem}"
    return unused(_shortened(stem, MAX_BYTES - len(suffix.encode("utf-8"))) + suffix, taken)


def unused(name: str, taken: Collection[str]) -> str:
    """The name, with a number before its suffix if it is taken, be it in other capitals."""
    lowered = {each.lower() for each in taken}
    stem, dot, suffix = name.rpartition(".")
    for ending in ("", *(f"-{number}" for number in range(2, len(taken) + 3))):
        room = MAX_BYTES - len(f"{ending}{dot}{suffix}".encode())
        numbered = f"{_shortened(stem, room)}{ending}{dot}{suffix}"
        if numbered.lower() not in lowered:
            return numbered
    raise AssertionError(name)


def _shortened(stem: str, limit: int) -> str:
    return stem.encode("utf-8")[:limit].decode("utf-8", "ignore")
