"""How wide characters are: one em in the Chinese fonts, the widths of Times New Roman in the Latin one.

Han that is set apart has a face of its own, as wide; Latin that is strong is bold, Latin that is emphasised italic.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kjqb.layout.inline import NOTE, Inline
from kjqb.tables import times_bold_widths, times_italic_widths, times_widths
from kjqb.tables.times_widths import UNITS_PER_EM
from kjqb.text.characters import SMALL_DIGITS, is_cjk
from kjqb.text.marks import Tone
from kjqb.units import Length

_UNKNOWN_LATIN = UNITS_PER_EM // 2
_RAISED = 0.6
_LATIN_WIDTHS = {Tone.STRONG: times_bold_widths.WIDTHS, Tone.EMPHASIS: times_italic_widths.WIDTHS}

_WIDTHLESS = frozenset(
    chr(code)
    for first, last in ((0x200B, 0x200D), (0x2060, 0x2060), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
)
"""Joiners and selectors of variants, which only say how their neighbours look."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type and what is added to each character's advance."""

    size: Length
    letter_spacing: Length = Length(0)

    @property
    def note_size(self) -> Length:
        """Size of a footnote's raised number: six tenths, in whole half points."""
        return Length(int(self.size.twips * _RAISED) // 10 * 10)

    def advances(self, inline: Inline) -> list[float]:
        """Advance of every character in twips, not rounded."""
        if not inline.marks and NOTE not in inline.text:
            return list(map(_advances(self, None).__getitem__, inline.text))
        made: list[float] = []
        for start, end, tone in inline.tones():
            made += map(_advances(self, tone).__getitem__, inline.text[start:end])
        return made

    def width(self, text: str) -> float:
        """Width of a plain text on one line, in twips."""
        return sum(self.advances(Inline(text)))


class _Advances(dict[str, float]):
    """Advance by character, filled as characters are met."""

    def __init__(self, type_: Type, tone: Tone | None) -> None:
        super().__init__()
        self._type = type_
        self._tone = tone

    def __missing__(self, character: str) -> float:
        advance = self[character] = self._advance(character)
        return advance

    def _advance(self, character: str) -> float:
        size, small = self._type.size.twips, self._type.note_size.twips
        if self._tone is Tone.NOTE:
            return float(small)
        if character in _WIDTHLESS:
            return 0.0
        spacing = self._type.letter_spacing.twips
        if is_cjk(character):
            return float(size + spacing)
        widths = times_widths.WIDTHS if self._tone is None else _LATIN_WIDTHS[self._tone]
        if character in SMALL_DIGITS:
            return widths[SMALL_DIGITS[character]] * small / UNITS_PER_EM + spacing
        return widths.get(character, _UNKNOWN_LATIN) * size / UNITS_PER_EM + spacing


@lru_cache(maxsize=256)
def _advances(type_: Type, tone: Tone | None) -> _Advances:
    return _Advances(type_, tone)
