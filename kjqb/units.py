"""Lengths that know their unit, and the traditional names of type sizes (字号)."""

from __future__ import annotations

import re
from dataclasses import dataclass

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_TWIP = 635

TYPE_SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0, "小三": 15.0,
    "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0,
}  # fmt: skip
"""字号 in points, as Word and WPS offer them."""


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length, kept in whole twips (1/1440 inch), the grain of both Word and LibreOffice."""

    twips: int

    @property
    def points(self) -> float:
        """In points of 1/72 inch."""
        return self.twips / TWIPS_PER_POINT

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self.twips / TWIPS_PER_MM

    @property
    def emu(self) -> int:
        """In English metric units (1/914400 inch), which drawings use."""
        return self.twips * EMU_PER_TWIP

    def __add__(self, other: Length) -> Length:
        return Length(self.twips + other.twips)

    def __sub__(self, other: Length) -> Length:
        return Length(self.twips - other.twips)

    def __mul__(self, factor: float) -> Length:
        return Length(round(self.twips * factor))

    __rmul__ = __mul__

    def __neg__(self) -> Length:
        return Length(-self.twips)


def pt(points: float) -> Length:
    """So many points."""
    return Length(round(points * TWIPS_PER_POINT))


def mm(millimetres: float) -> Length:
    """So many millimetres, to the nearest twip."""
    return Length(round(millimetres * TWIPS_PER_MM))


_LENGTH = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|磅|毫米|厘米)\s*")
_TWIPS = {"pt": TWIPS_PER_POINT, "mm": TWIPS_PER_MM, "cm": TWIPS_PER_MM * 10}
_TWIPS |= {"磅": _TWIPS["pt"], "毫米": _TWIPS["mm"], "厘米": _TWIPS["cm"]}


def parse_length(text: str) -> Length | None:
    """Read `15pt`, `37 mm`, `3.7cm` or a 字号 such as `小三`; None for anything else."""
    if text.strip() in TYPE_SIZES:
        return pt(TYPE_SIZES[text.strip()])
    match = _LENGTH.fullmatch(text)
    return Length(round(float(match[1]) * _TWIPS[match[2]])) if match else None
