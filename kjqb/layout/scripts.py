"""Scripts of characters as LibreOffice 7.4 tells them apart, block by block."""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum


class Script(IntEnum):
    """What decides the font and the language of a stretch."""

    NONE = 0
    """A mark that goes with what is before it."""
    LATIN = 1
    ASIAN = 2
    COMPLEX = 3


_BLOCKS = (
    (0x0000, Script.LATIN), (0x0300, Script.NONE), (0x0370, Script.LATIN), (0x0590, Script.COMPLEX),
    (0x10A0, Script.LATIN), (0x1100, Script.ASIAN), (0x1200, Script.COMPLEX), (0x13A0, Script.LATIN),
    (0x1700, Script.COMPLEX), (0x1E00, Script.LATIN), (0x2000, Script.NONE), (0x2C60, Script.LATIN),
    (0x2D00, Script.NONE), (0x2E80, Script.ASIAN), (0xA700, Script.LATIN), (0xA800, Script.COMPLEX),
    (0xAC00, Script.ASIAN), (0xD7B0, Script.NONE), (0xF900, Script.ASIAN), (0xFB00, Script.LATIN),
    (0xFB1D, Script.COMPLEX), (0xFE00, Script.NONE), (0xFE30, Script.ASIAN), (0xFE50, Script.NONE),
    (0xFE70, Script.COMPLEX), (0xFF00, Script.ASIAN), (0xFFF0, Script.NONE), (0x20000, Script.ASIAN),
)  # fmt: skip
"""The script from each code on; what is common to many scripts has none, emoji and mathematical letters too."""

_STARTS = [start for start, _ in _BLOCKS]
_WEAK = "\u0020\u00a0\u02c7\u02ca\u02cb\u02d9"
"""Blanks, and accents that may mark a Chinese tone."""

_LETTERS_AMONG_SIGNS = "\u2071\u207f\u2126\u212a\u212b"
"""Raised i and n, ohm, kelvin, ångström."""


def script_of(character: str) -> Script:
    """The script of a character; NONE for what is common to many."""
    return _SCRIPTS[character]


def scripts(text: str) -> list[Script]:
    """The script of every character; marks without one have that of what is before them, at the beginning Latin."""
    current = Script.LATIN
    return [current := script or current for script in map(_SCRIPTS.__getitem__, text)]


class _Scripts(dict[str, Script]):
    """Script by character, filled as characters are met."""

    def __missing__(self, character: str) -> Script:
        script = self[character] = _script(character)
        return script


_SCRIPTS = _Scripts()


def _script(character: str) -> Script:
    if character in _WEAK:
        return Script.NONE
    if character in _LETTERS_AMONG_SIGNS:
        return Script.LATIN
    return _BLOCKS[bisect_right(_STARTS, ord(character)) - 1][1]
