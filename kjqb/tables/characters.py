"""The general standard characters of China, and the traditional and variant ones that they stand for.

The data stand in standard_characters.tsv and traditional.tsv, with their origin and licence.
"""

from __future__ import annotations

from functools import cache

from kjqb.tables.read import rows
from kjqb.text.characters import is_han

_BESIDE_THE_TABLE = frozenset("〇鿔鿫鿬鿭𫟷噁")
"""The numeral, elements named since (or not in the table) and the first character of 噁唑: as good as standard."""
_COMPATIBLE = ("\uf900", "\ufaff")
"""Compatibility forms; that they stand for other code points is another matter than which characters are standard."""


def is_standard(character: str) -> bool:
    """Whether it is no Han character, or one of the 8,105, or as good as one."""
    return (
        character in _standard()
        or not is_han(character)
        or character in _BESIDE_THE_TABLE
        or _COMPATIBLE[0] <= character <= _COMPATIBLE[1]
    )


def simplified(character: str) -> str | None:
    """The standard character of a traditional or variant one; None where there is none, or more than one."""
    return _simplified().get(character)


@cache
def _standard() -> frozenset[str]:
    return frozenset(character for _, characters in rows("standard_characters") for character in characters)


@cache
def _simplified() -> dict[str, str]:
    return {old: new for olds, news in rows("traditional") for old, new in zip(olds, news, strict=True)}
