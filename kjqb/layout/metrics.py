"""How wide characters are: one em in the Chinese fonts, the widths of Times New Roman in the Latin one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kjqb.layout.inline import NOTE, Inline
from kjqb.tables.times_widths import UNITS_PER_EM, WIDTHS
from kjqb.text.characters import is_cjk
from kjqb.text.marks import Tone
from kjqb.units import Length

_UNKNOWN_LATIN = UNITS_PER_EM // 2
_RAISED = 0.6


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
            table = _advances(self, None)
            return [table[character] for character in inline.text]
        made: list[float] = []
        for start, end, tone in inline.tones():
            table = _advances(self, tone)
            made += [table[character] for character in inline.text[start:end]]
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
        size, spacing = self._type.size.twips, self._type.letter_spacing.twips
        if self._tone is Tone.NOTE:
            advance = float(self._type.note_size.twips)
        else:
            width = UNITS_PER_EM if is_cjk(character) else WIDTHS.get(character, _UNKNOWN_LATIN)
            advance = width * size / UNITS_PER_EM + spacing
        self[character] = advance
        return advance


@lru_cache(maxsize=256)
def _advances(type_: Type, tone: Tone | None) -> _Advances:
    return _Advances(type_, tone)
