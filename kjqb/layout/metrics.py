"""How wide characters are: one em in the Chinese fonts, the widths of Times New Roman in the Latin one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kjqb.tables.times_widths import UNITS_PER_EM, WIDTHS
from kjqb.text.characters import is_cjk
from kjqb.units import Length

_UNKNOWN_LATIN = UNITS_PER_EM // 2


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type and what is added to each character's advance."""

    size: Length
    letter_spacing: Length = Length(0)

    def advances(self, text: str) -> list[float]:
        """Advance of every character in twips, not rounded."""
        table = _advances(self)
        return [table[character] for character in text]

    def width(self, text: str) -> float:
        """Width of a text on one line, in twips."""
        return sum(self.advances(text))


class _Advances(dict[str, float]):
    """Advance by character, filled as characters are met."""

    def __init__(self, type_: Type) -> None:
        super().__init__()
        self._type = type_

    def __missing__(self, character: str) -> float:
        size, spacing = self._type.size.twips, self._type.letter_spacing.twips
        width = UNITS_PER_EM if is_cjk(character) else WIDTHS.get(character, _UNKNOWN_LATIN)
        self[character] = advance = width * size / UNITS_PER_EM + spacing
        return advance


@lru_cache(maxsize=64)
def _advances(type_: Type) -> _Advances:
    return _Advances(type_)
