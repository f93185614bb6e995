"""How Chinese words are read, character by character, and how sure that is.

Tables of the project come first (places, surnames, words), then the words of pypinyin's dictionary; a character that
stands in no word is read as it mostly is, which for one of several usual readings is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kjqb.errors import KjqbError
from kjqb.tables.read import rows
from kjqb.text.characters import is_han
from kjqb.text.words import Words


class Basis(Enum):
    """What a reading rests on."""

    STATED = "稿件或配置所定"
    PLACE = "地名"
    SURNAME = "姓氏"
    WORD = "词语"
    ONLY = "单字"
    GUESSED = "多音字，推定"


class BadReadingError(KjqbError):
    """A stated reading that does not fit its word."""

    slug = "bad-reading"

    def __init__(self, word: str, stated: str) -> None:
        hint = "每个汉字写一个音节，带1到5的声调（5为轻声），用空格分开，如“shan4 xian4”；ü写成v或ü"
        super().__init__(f"“{word}”的读音“{stated}”不对", hint=hint)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a character is read in its place."""

    syllable: str
    """In lower-case letters, ü as it is."""
    tone: int
    """1 to 4, and 5 for the light one."""
    basis: Basis

    @property
    def label(self) -> str:
        """The syllable with the tone's number."""
        return f"{self.syllable}{self.tone}"


Readings = tuple[Reading | None, ...]
"""One for each character of a text; None for what is no Han character."""

_SYLLABLE = re.compile(r"([a-zü]{1,6})([1-5])")
_HONORIFIC = re.compile(
    r"[\u4e00-\u9fff]{1,2}(?:院士|教授|研究员|博士|同志|先生|女士|书记|市长|厅长|局长|主任|校长|院长|所长|总理|主席|团队|等(?![级于])|[：:，])"
)
"""A given name, and what shows that it was one."""

_LEVEL = {"一": 1, "不": 4}

_NAME = 3
"""Characters of a whole name that stands alone."""


def stated_readings(stated: Mapping[str, str]) -> dict[str, tuple[Reading, ...]]:
    """Readings as editors state them, by word: one for each Han character.

    Raises BadReadingError.
    """
    return {word: _parsed(word, reading, Basis.STATED) for word, reading in stated.items()}


def readings(text: str, stated: Mapping[str, tuple[Reading, ...]] = {}, *, person: bool = False) -> Readings:
    """How the Han characters of a text are read; `person`: it is the name of one."""
    found: list[Reading | None] = [None] * len(text)
    for word, start in _occurrences(text, stated):
        _fill(found, text, start, word, stated[word])
    if surname := _surname(text, found, person=person):
        _fill(found, text, 0, *surname)
    for table in (_places(), _words()):
        for span, word in table.words.find(text):
            _fill(found, text, span.start, word, table.readings[word])
    if any(is_han(character) and known is None for character, known in zip(text, found, strict=True)):
        for start, word in _segments(text):
            _fill(found, text, start, word, _dictionary(word))
    return tuple(found)


def may_be_guessed(text: str, stated: Iterable[str] = ()) -> bool:
    """Whether a text has a character of several usual readings outside of stated words; no dictionary is read."""
    for word in stated:
        text = text.replace(word, "")
    return any(character in _polyphones() for character in text)


def usual_readings(character: str) -> tuple[str, ...]:
    """The readings of a character that has several usual ones, the most usual first; none for any other."""
    return _polyphones().get(character, ())


@dataclass(frozen=True, slots=True)
class _Table:
    words: Words
    readings: Mapping[str, tuple[Reading, ...]]


def _parsed(word: str, stated: str, basis: Basis) -> tuple[Reading, ...]:
    parts = [_SYLLABLE.fullmatch(part) for part in stated.lower().replace("v", "ü").split()]
    if len(parts) != sum(map(is_han, word)) or not parts:
        raise BadReadingError(word, stated)
    found = [Reading(part[1], int(part[2]), basis) for part in parts if part]
    if len(found) != len(parts):
        raise BadReadingError(word, stated)
    return tuple(found)


def _occurrences(text: str, words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Where stated words stand, the longest words first."""
    for word in sorted(filter(None, words), key=len, reverse=True):
        for match in re.finditer(re.escape(word), text):
            yield word, match.start()


def _fill(found: list[Reading | None], text: str, start: int, word: str, parts: tuple[Reading, ...]) -> None:
    """Put the readings of a word in its place, where nothing stands yet."""
    rest = iter(parts)
    for at in range(start, start + len(word)):
        if is_han(text[at]):
            reading = next(rest)
            if found[at] is None:
                found[at] = reading


def _surname(text: str, found: list[Reading | None], *, person: bool) -> tuple[str, tuple[Reading, ...]] | None:
    """The surname at the head of a personal name: one that is said to be one, or that an honorific or its end shows."""
    for surname in (text[:2], text[:1]):
        if surname not in _surnames() or found[0] is not None:
            continue
        if person or _heads_name(text, len(surname)):
            return surname, _surnames()[surname]
    return None


def _heads_name(text: str, surname: int) -> bool:
    """Whether a given name follows a surname: an honorific says so, or that it is all and no word stands in it."""
    if any(text.startswith(word) for table in (_places(), _words()) for word in table.readings):
        return False
    words = [word for _, word in _segments(text)]
    if len(words[0]) > surname:
        return False
    return bool(_HONORIFIC.match(text, surname)) or (len(text) == _NAME and len(words) == _NAME)


def _segments(text: str) -> Iterator[tuple[int, str]]:
    """The words of the Han stretches of a text, as pypinyin's dictionary cuts them, each with its place."""
    from pypinyin.seg.mmseg import seg  # heavy

    for stretch in re.finditer(r"[^\W\d_a-zA-Z]+", text):
        at = stretch.start()
        for word in seg.cut(stretch[0]):
            yield at, word
            at += len(word)


@cache
def _dictionary(word: str) -> tuple[Reading, ...]:
    """The readings of a word, or of a character that stands in none."""
    from pypinyin import Style, pinyin  # heavy

    if len(word) == 1 and word in _polyphones():
        return _parsed(word, _polyphones()[word][0], Basis.GUESSED)
    basis = Basis.WORD if len(word) > 1 else Basis.ONLY
    han = [character for character in word if is_han(character)]
    spelt = pinyin(word, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=True, errors=lambda _: "")
    parts = [_SYLLABLE.fullmatch(part[0]) for part in spelt if part[0]]
    if len(parts) != len(han):
        return tuple(Reading("", 5, Basis.GUESSED) for _ in han)
    return tuple(_own_tone(each, part, basis) for each, part in zip(han, parts, strict=True))


def _own_tone(character: str, part: re.Match[str] | None, basis: Basis) -> Reading:
    """What the dictionary says, but 一 and 不 in the tones that they have alone, not in those of speech."""
    if part is None:
        return Reading("", 5, Basis.GUESSED)
    return Reading(part[1], _LEVEL.get(character, int(part[2])), basis)


@cache
def _places() -> _Table:
    return _table("place_readings", Basis.PLACE)


@cache
def _words() -> _Table:
    return _table("word_readings", Basis.WORD)


def _table(name: str, basis: Basis) -> _Table:
    found = {word: _parsed(word, reading, basis) for word, reading in rows(name)}
    return _Table(Words(found), found)


@cache
def _surnames() -> Mapping[str, tuple[Reading, ...]]:
    return {surname: _parsed(surname, reading, Basis.SURNAME) for surname, reading in rows("surnames")}


@cache
def _polyphones() -> Mapping[str, tuple[str, ...]]:
    return {character: tuple(spelt.split()) for character, spelt in rows("polyphones")}
