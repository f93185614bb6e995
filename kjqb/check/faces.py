"""Fonts by their names: which face of official documents each is."""

from __future__ import annotations

from functools import cache

from kjqb.layout.styles import Face
from kjqb.tables.read import rows

SONG = "宋体"
"""The face of page numbers, as the table calls it."""

NAMES = {Face.TITLE: "小标宋", Face.HEI: "黑体", Face.KAI: "楷体", Face.FANGSONG: "仿宋"}
"""What the faces are called, here and in the table."""

_LATIN = "西文"


def is_face(font: str, face: Face) -> bool:
    """Whether a font is of a face."""
    return _table().get(_key(font)) == NAMES[face]


def is_song(font: str) -> bool:
    """Whether a font is 宋体."""
    return _table().get(_key(font)) == SONG


def is_latin(font: str) -> bool:
    """Whether a font is known to have no Chinese."""
    return _table().get(_key(font)) == _LATIN


@cache
def _table() -> dict[str, str]:
    return {_key(name): face for face, name in rows("faces")}


def _key(font: str) -> str:
    return "".join(font.split()).lower()
