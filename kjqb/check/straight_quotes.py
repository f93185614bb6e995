"""Straight quotation marks in Chinese: which two make a pair, and what each should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kjqb.text.characters import is_chinese, is_han
from kjqb.text.pattern import Pattern

_MARK = Pattern("[\"'＂＇“”‘’]")
_DOUBLE, _SINGLE = frozenset('"＂'), frozenset("'＇")
_FAR = 200
"""Characters within which a quotation's language shows."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair with a straight half, or a straight mark left over, where `start` is `end`."""

    start: int
    end: int
    """Of the closing mark itself."""
    right: tuple[tuple[int, str], ...]
    """The straight halves' places and the marks that should stand there; none where that cannot be known."""
    marks: str
    """The right pair: `“”`."""


def straight_quotes(text: str) -> Iterator[Quotation]:
    """All pairs with a straight half that hold Chinese or stand in it, and straight marks left over beside Chinese."""
    opened: list[int] = []
    places = [match.start() for match in _MARK.finditer(text)]
    for at, *following in zip_longest(places, places[1:], places[2:]):
        mark = text[at]
        if _is_apostrophe_or_unit(text, at, waiting=any(text[one] in _alike(mark) for one in opened)):
            continue
        opener = next((one for one in reversed(opened) if _pairs(text[one], mark)), None)
        if opener is None or mark in "“‘" or (text[opener] == "“" and _opens_inside(text, at, following)):
            if mark not in "”’":
                opened.append(at)
            continue
        del opened[opened.index(opener) :]
        if not {text[opener], mark} <= set("“”‘’") and _is_in_chinese(text, opener, at):
            yield _quotation(text, opener, at, nested=any(text[one] in '"＂“' for one in opened))
    for at in opened:
        if text[at] in _DOUBLE and _touches_chinese(text, at):
            yield Quotation(at, at, (), "“”")


def _opens_inside(text: str, at: int, following: list[int | None]) -> bool:
    """Whether a straight mark within curly ones opens a quotation: its other half follows, then the curly one's."""
    second, third = following
    return second is not None and third is not None and text[at] == text[second] and text[third] == "”"


def _alike(mark: str) -> frozenset[str]:
    return _SINGLE | {"‘"} if mark in _SINGLE | set("‘’") else _DOUBLE | {"“"}


def _pairs(opener: str, closer: str) -> bool:
    return opener in _alike(closer)


def _quotation(text: str, start: int, end: int, *, nested: bool) -> Quotation:
    opener, closer = text[start], text[end]
    marks = "‘’" if nested or "‘" in opener or "’" in closer else "“”"
    right = zip((start, end), marks, strict=True)
    return Quotation(start, end, tuple((at, mark) for at, mark in right if text[at] not in "“”‘’"), marks)


def _is_apostrophe_or_unit(text: str, at: int, *, waiting: bool) -> bool:
    """Whether the mark is of a foreign word (it’s), or says inches, feet, minutes or seconds."""
    before = text[at - 1 : at]
    if text[at] in "'＇’" and before.isascii() and before.isalnum():
        after = text[at + 1 : at + 2]
        return not waiting or (after.isascii() and after.isalpha())
    return before != "" and text[at] in _DOUBLE and not waiting and (before in "0123456789=(′'")


def _is_in_chinese(text: str, start: int, end: int) -> bool:
    inside = text[start + 1 : min(end, start + _FAR)]
    return any(map(is_han, inside)) or _touches_chinese(text, start, end)


def _touches_chinese(text: str, start: int, end: int | None = None) -> bool:
    end = start if end is None else end
    return any(one != "" and is_chinese(one) for one in (text[start - 1 : start], text[end + 1 : end + 2]))
