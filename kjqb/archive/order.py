"""The order of an index's headings, by pinyin or by strokes (GB/T 13418-1992).

Character by character; marks, signs and blanks do not count (5.2.7). First numbers by their values (5.2.1), then Latin
letters (5.2.5.1), kana, Greek, Cyrillic, Han (5.3).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kjqb.model.cumulative_index import OTHER_GROUP
from kjqb.tables.readings import Reading, readings
from kjqb.tables.strokes import Strokes, strokes
from kjqb.text.characters import is_han


class Order(Enum):
    """What Han characters are put in order by."""

    PINYIN = "pinyin"
    STROKE = "stroke"


class Script(Enum):
    """What a part of a heading is, in the order in which they come."""

    NUMBER = 0
    LATIN = 1
    KANA = 2
    GREEK = 3
    CYRILLIC = 4
    OTHER = 5
    HAN = 6


Element = tuple[int | str | Fraction, ...]
"""What one part of a heading adds to its key; those of one script are of one shape."""

Key = tuple[tuple[Element, ...], str]
"""What headings are compared by: their parts, then the text itself, in which capitals come before small letters."""

StatedReadings = Mapping[str, tuple[Reading, ...]]

_UNKNOWN = 1 << 20
"""The count and place of a character whose strokes no table has: behind all others."""


@dataclass(frozen=True, slots=True)
class Part:
    """A character of a heading, or a number in it."""

    text: str
    script: Script
    reading: Reading | None = None
    strokes: Strokes | None = None

    def element(self, order: Order) -> Element:
        """What it is compared by."""
        if self.script is Script.NUMBER:
            return (self.script.value, Fraction(self.text))
        if self.script is not Script.HAN:
            return (self.script.value, self.text.casefold())
        place = (self.strokes.count, self.strokes.rank) if self.strokes else (_UNKNOWN, _UNKNOWN)
        by_strokes = (*place, ord(self.text))
        if order is Order.STROKE or self.reading is None:
            return (self.script.value, *by_strokes)
        syllable = self.reading.syllable
        return (self.script.value, syllable.replace("ü", "u"), "ü" in syllable, self.reading.tone, *by_strokes)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, taken apart for its place in the order."""

    text: str
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, text: str, stated: StatedReadings | None = None, *, person: bool = False) -> Heading:
        """Take a heading apart; readings stated for words of it hold before all others."""
        folded = unicodedata.normalize("NFKC", text)
        return cls(text, tuple(_parts(folded, stated or {}, person=person)))

    def key(self, order: Order) -> Key:
        """What it is compared by."""
        return tuple(part.element(order) for part in self.parts), self.text

    def group(self, order: Order) -> str:
        """Its group: the first letter, or the count of strokes (`5画`); `#` for what begins with no Han character."""
        first = self.parts[0] if self.parts else None
        if first is None or first.script is not Script.HAN:
            return OTHER_GROUP
        if order is Order.STROKE:
            return f"{first.strokes.count}画" if first.strokes else "其他"
        return first.reading.syllable[:1].upper() if first.reading and first.reading.syllable else "其他"


_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def _parts(text: str, stated: StatedReadings, *, person: bool) -> Iterator[Part]:
    read = readings(text, stated, person=person)
    at = 0
    while at < len(text):
        number = _NUMBER.match(text, at)
        if number:
            yield Part(number[0].replace(",", ""), Script.NUMBER)
            at = number.end()
            continue
        script = _script(text[at])
        if script is Script.HAN:
            yield Part(text[at], script, read[at], strokes(text[at]))
        elif script is not None:
            yield Part(text[at], script)
        at += 1


def _script(character: str) -> Script | None:
    """None for marks, signs and blanks, which do not count."""
    if is_han(character):
        return Script.HAN
    if not character.isalnum():
        return None
    name = unicodedata.name(character, "")
    return next((script for prefix, script in _SCRIPTS if name.startswith(prefix)), Script.OTHER)


_SCRIPTS = (
    ("LATIN", Script.LATIN),
    ("HIRAGANA", Script.KANA),
    ("KATAKANA", Script.KANA),
    ("GREEK", Script.GREEK),
    ("CYRILLIC", Script.CYRILLIC),
)
