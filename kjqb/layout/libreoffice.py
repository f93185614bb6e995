"""Lines as LibreOffice 7.4 fills and ends them; everything here was observed on 7.4.7.

It cuts a paragraph into portions of one font and one script, and measures each by itself: rounded to a whole twip,
without letter-spacing behind the last character, with a fifth of an em between letters or digits of two scripts, and
with a little room behind italics for their slant.

At the end of a line it asks for the language of the character that no longer fits (of the letter before it, if it
is a mark). In Chinese it goes back from there over marks that may not begin or end a line, and otherwise breaks
anywhere. In any other language it asks the Unicode line breaking algorithm. When that leads out of the portion, the
portion goes down whole and the one before it is asked again from its last character; when it leads out of the line,
the line is cut where it is full. A footnote's number goes down with what is before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import accumulate, compress, pairwise
from operator import is_not

from kjqb.layout.inline import NOTE, Inline
from kjqb.layout.kinsoku import BLANKS, NOT_AT_END, NOT_AT_START
from kjqb.layout.metrics import Type
from kjqb.layout.scripts import Script, scripts
from kjqb.layout.unicode_breaks import is_boundary
from kjqb.text.characters import SMALL_DIGITS, is_cjk
from kjqb.text.marks import Tone
from kjqb.text.runs import plain_digits

AUTO_SPACE = 0.2
"""Space between letters or digits of two scripts, in em; no setting of a file switches it off."""

_SLANT = 12
"""The part of its height that italic type is given behind it."""

_HEIGHT = 0.891 + 0.216
"""Height of italic type, in em: ascent and descent of Liberation Serif Italic, as of Times New Roman."""

_PATH_REACH = 66
"""How far behind a slash LibreOffice looks for a blank, which then counts as the place to break."""


class LibreOfficeParagraph:
    """A paragraph cut into portions."""

    def __init__(self, inline: Inline, type_: Type, *, auto_space: float = AUTO_SPACE) -> None:
        self._text = plain_digits(inline.text)
        self._scripts = scripts(self._text)
        self._ends = list(accumulate(type_.advances(inline), initial=0.0))
        self._starts = portion_starts(inline, self._scripts)
        self._spacing = type_.letter_spacing.twips
        self._gaps = _gaps(inline.text, self._scripts, self._starts, type_, auto_space)
        self._slants = _slants(inline, self._starts, type_)

    def reach(self, start: int, room: float) -> int:
        """The end of the longest stretch from `start` that fits into `room` twips."""
        ends, begin = self._ends, start
        following = self._starts[bisect_right(self._starts, start) :]
        for end in (*following, len(self._text)):
            if begin > start:
                room -= self._gaps.get(begin, 0)
            spacing = 0 if self._text[begin] == NOTE else self._spacing
            slant = self._slants.get(end, 0)
            width = int(ends[end] - ends[begin] - spacing + 0.5)
            if width > room - slant:
                return max(bisect_right(ends, ends[begin] + room - slant + spacing, lo=begin) - 1, begin)
            room -= width
            begin = end
        return len(self._text)

    def last_break(self, start: int, cut: int) -> int:
        """The last place not behind `cut` where a line ends.

        A word that fills the line is cut where it is full, or where its first portion ends if it also begins the line.
        """
        text, at = self._text, cut
        while True:
            begin = max(start, self._starts[bisect_right(self._starts, at) - 1])
            if text[at] in BLANKS:
                return _behind_blanks(text, at)
            found = begin - 1 if text[at] == NOTE else self._break(at)
            if found == start:
                return min(at, self._portion_end(start))
            if found < start:
                return at
            if found >= begin:
                return found
            at = begin - 1

    def _portion_end(self, at: int) -> int:
        """Where the portion ends that the character at `at` is in."""
        following = bisect_right(self._starts, at)
        return self._starts[following] if following < len(self._starts) else len(self._text)

    def _break(self, cut: int) -> int:
        """The last place not behind `cut` where the language there allows a break, be it before the line or nowhere."""
        if self._script(cut) is Script.ASIAN:
            return _chinese_break(self._text, cut)
        return _unicode_break(self._text, cut)

    def _script(self, at: int) -> Script:
        """Of the character at `at`, or of the last letter or digit before it."""
        while at > 0 and not self._text[at].isalnum():
            at -= 1
        return self._scripts[at]


def portion_starts(inline: Inline, scripts_: list[Script]) -> list[int]:
    """Where the portions of a text begin: wherever font, size or script changes."""
    text = inline.text
    if not text:
        return [0]
    starts = {0, *_changes(list(map(_FONTS.__getitem__, text))), *_changes(scripts_)}
    last = None
    for start, _, tone in inline.tones():
        if tone is not last:
            starts.add(start)
        last = tone
    return sorted(starts)


def _changes(values: Sequence[object]) -> Iterator[int]:
    """Where a value is not that before it."""
    return compress(range(1, len(values)), map(is_not, values, values[1:]))


class _Font(Enum):
    """What decides the portion of a character, besides its script."""

    CHINESE = auto()
    LATIN = auto()
    SMALL = auto()


class _Fonts(dict[str, _Font]):
    """Font by character, filled as characters are met."""

    def __missing__(self, character: str) -> _Font:
        font = _Font.SMALL if character in SMALL_DIGITS else _Font.CHINESE if is_cjk(character) else _Font.LATIN
        self[character] = font
        return font


_FONTS = _Fonts()


def _gaps(text: str, scripts_: list[Script], starts: list[int], type_: Type, auto_space: float) -> dict[int, int]:
    """The space before each portion that has one, in twips."""
    em, small = type_.size.twips, type_.note_size.twips
    return {
        at: int(auto_space * (small if text[at - 1] in SMALL_DIGITS else em))
        for at in starts[1:]
        if scripts_[at - 1] is not scripts_[at] and text[at - 1].isalnum() and text[at].isalnum()
    }


def _slants(inline: Inline, starts: list[int], type_: Type) -> dict[int, int]:
    """The room behind each italic portion, in twips, by the portion's end."""
    if not inline.marks:
        return {}
    italic = [(start, end) for start, end, tone in inline.tones() if tone is Tone.EMPHASIS]
    room = int(type_.size.twips * _HEIGHT) // _SLANT
    return {
        end: room
        for begin, end in pairwise((*starts, len(inline.text)))
        if any(first <= begin < last for first, last in italic)
        and not is_cjk(inline.text[begin])
        and inline.text[begin:end] != " "
    }


def _behind_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in BLANKS:
        at += 1
    return at


def _chinese_break(text: str, cut: int) -> int:
    at = cut
    while at > 0 and (text[at] in NOT_AT_START or text[at - 1] in NOT_AT_END):
        at -= 1
    return at


def _unicode_break(text: str, cut: int) -> int:
    """Where the Unicode algorithm allows a break; behind a slash only if one more character fits.

    Even then the line ends behind the last blank before the slash instead, if there is one near.
    """
    at = cut - (text[cut - 1] == "/")
    while at > 0 and not is_boundary(text, at):
        at -= 1
    if text[at - 1] == "/":
        blank = max(text.rfind(blank, max(0, at - _PATH_REACH), at) for blank in BLANKS)
        return at if blank < 0 else blank + 1
    return at
