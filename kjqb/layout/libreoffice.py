"""Lines as LibreOffice 7.4 fills and ends them; everything here was observed on 7.4.7.

It cuts a paragraph into portions of one font and one script, and measures each by itself: rounded to a whole twip,
without letter-spacing behind the last character, and with a fifth of an em between Han and a letter or digit.

At the end of a line it asks for the language of the character that no longer fits (of the letter before it, if it
is a mark). In Chinese it goes back from there over marks that may not begin or end a line, and otherwise breaks
anywhere. In Latin it asks the Unicode line breaking algorithm, in an old variant that knows nothing of 避头尾. When
that leads out of the portion, it asks again from the last character of the portion before.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum, auto
from itertools import accumulate, pairwise

from kjqb.layout.inline import Inline
from kjqb.layout.kinsoku import NOT_AT_END, NOT_AT_START
from kjqb.layout.metrics import Type
from kjqb.text.characters import is_cjk, is_han, is_latin

AUTO_SPACE = 0.2
"""Space between Han and letter or digit, in em; no setting of a file switches it off."""

_PATH_REACH = 66
"""How far behind a slash LibreOffice looks for a blank, which then counts as the place to break."""


class LibreOfficeParagraph:
    """A paragraph cut into portions."""

    def __init__(self, inline: Inline, type_: Type, *, auto_space: float = AUTO_SPACE) -> None:
        self._text = inline.text
        self._ends = list(accumulate(type_.advances(inline), initial=0.0))
        self._starts = portion_starts(inline)
        self._spacing = type_.letter_spacing.twips
        self._gap = auto_space * type_.size.twips

    def reach(self, start: int, room: float) -> int:
        """The end of the longest stretch from `start` that fits into `room` twips."""
        ends, begin = self._ends, start
        following = self._starts[bisect_right(self._starts, start) :]
        for end in (*following, len(self._text)):
            if begin > start and self._is_spaced(begin):
                room -= self._gap
            width = round(ends[end] - ends[begin] - self._spacing)
            if width > room:
                return max(bisect_right(ends, ends[begin] + room + self._spacing, lo=begin) - 1, begin)
            room -= width
            begin = end
        return len(self._text)

    def last_break(self, start: int, cut: int) -> int:
        """The last place after `start` and not behind `cut` where a line ends; `start` when there is none."""
        at = cut
        while at > start:
            begin = max(start, self._starts[bisect_right(self._starts, at) - 1])
            find = self._latin_break if self._is_latin_at(at) else self._chinese_break
            found = find(start, max(begin, start + 1), at)
            if found is not None:
                return found
            at = begin - 1
        return start

    def _is_spaced(self, at: int) -> bool:
        before, after = self._text[at - 1], self._text[at]
        return (is_han(before) and is_latin(after)) or (is_latin(before) and is_han(after))

    def _is_latin_at(self, at: int) -> bool:
        """Whether the character at `at`, or the last letter or digit before it, is Latin."""
        while at > 0 and not self._text[at].isalnum():
            at -= 1
        return not is_cjk(self._text[at])

    def _chinese_break(self, _start: int, begin: int, cut: int) -> int | None:
        text = self._text
        for at in range(cut, begin - 1, -1):
            if text[at] not in NOT_AT_START and text[at - 1] not in NOT_AT_END:
                return at
        return None

    def _latin_break(self, start: int, begin: int, cut: int) -> int | None:
        for at in range(cut, begin - 1, -1):
            if _is_boundary(self._text, at):
                if self._text[at - 1] != "/":
                    return at
                if at < cut:  # the letter right behind a slash holds on to it unless one more fits
                    return self._before_path(start, begin, at)
        return None

    def _before_path(self, start: int, begin: int, at: int) -> int | None:
        """Where a line ends instead of behind a slash: behind the last blank; nowhere if that is in another portion."""
        blank = self._text.rfind(" ", max(0, at - _PATH_REACH), at)
        if blank < 0:
            return at
        if blank < start:
            return start
        return blank + 1 if blank + 1 >= begin else None


def portion_starts(inline: Inline) -> list[int]:
    """Where the portions of a text begin: wherever font or script changes."""
    text = inline.text
    if not text:
        return [0]
    tones = [tone for start, end, tone in inline.tones() for _ in range(start, end)]
    keys = [(is_cjk(character), *key) for character, *key in zip(text, _scripts(text), tones, strict=True)]
    return [0, *(at for at, (before, after) in enumerate(pairwise(keys), start=1) if before != after)]


def _scripts(text: str) -> list[bool]:
    """For every character whether it passes for Chinese; marks of no script follow what is before them, else Latin."""
    own = [_script(character) for character in text]
    current = False
    scripts: list[bool] = []
    for script in own:
        current = current if script is None else script
        scripts.append(current)
    return scripts


def _script(character: str) -> bool | None:
    if character in _SCRIPTLESS or (character < "\u0080" and not character.isalnum()):
        return None
    return is_cjk(character) and character not in "·×"


_SCRIPTLESS = frozenset("“”‘’—…℃‰±°′″")


class _Class(Enum):
    """Line breaking classes (Unicode Standard Annex 14), as far as a bulletin needs them."""

    LETTER = auto()
    DIGIT = auto()
    HAN = auto()
    OPENING = auto()
    CLOSING = auto()
    QUOTE = auto()
    EXCLAMATION = auto()
    NON_STARTER = auto()
    INFIX = auto()
    SLASH = auto()
    HYPHEN = auto()
    PREFIX = auto()
    POSTFIX = auto()
    DASH = auto()
    ELLIPSIS = auto()
    SPACE = auto()


_MEMBERS = {
    _Class.LETTER: "·×°",
    _Class.OPENING: "([{（［｛〈《「『【〔〖〝",
    _Class.CLOSING: ")]}）］｝〉》」』】〕〗〞、。，．",
    _Class.QUOTE: "\"'“”‘’",
    _Class.EXCLAMATION: "!?！？",
    _Class.NON_STARTER: "：；々",
    _Class.INFIX: ",.:;",
    _Class.SLASH: "/\\",
    _Class.HYPHEN: "-",
    _Class.PREFIX: "$+£¥±￡￥",
    _Class.POSTFIX: "%℃‰￠¢′″",
    _Class.DASH: "—",
    _Class.ELLIPSIS: "…",
    _Class.SPACE: " ",
}
_CLASSES = {character: class_ for class_, characters in _MEMBERS.items() for character in characters}

_NEVER_BEFORE = {
    _Class.CLOSING, _Class.QUOTE, _Class.EXCLAMATION, _Class.INFIX, _Class.SLASH, _Class.HYPHEN, _Class.SPACE,
    _Class.NON_STARTER,
}  # fmt: skip
_NEVER_AFTER = {_Class.OPENING, _Class.QUOTE}
_WORD = {_Class.LETTER, _Class.DIGIT}
_AFFIX = {_Class.PREFIX, _Class.POSTFIX}
_GLUED = {
    *((first, second) for first in _WORD for second in (*_WORD, _Class.OPENING, _Class.ELLIPSIS)),
    *((first, second) for first in (_Class.CLOSING, _Class.INFIX) for second in _WORD),
    *((first, second) for first in _AFFIX for second in _WORD),
    (_Class.DIGIT, _Class.POSTFIX), (_Class.DIGIT, _Class.PREFIX), (_Class.LETTER, _Class.PREFIX),
    (_Class.SLASH, _Class.DIGIT), (_Class.HAN, _Class.POSTFIX), (_Class.PREFIX, _Class.HAN),
    (_Class.HAN, _Class.ELLIPSIS), (_Class.ELLIPSIS, _Class.ELLIPSIS), (_Class.DASH, _Class.DASH),
}  # fmt: skip
"""Classes between which there is no break, besides those that never have one before or after them."""


def _is_boundary(text: str, at: int) -> bool:
    """Whether the Unicode algorithm, in LibreOffice's variant, allows a break before character `at`."""
    first, second = _class(text[at - 1]), _class(text[at])
    if second in _NEVER_BEFORE or first in _NEVER_AFTER:
        return False
    if first in _AFFIX and second is _Class.OPENING:
        return at + 1 >= len(text) or _class(text[at + 1]) is not _Class.DIGIT
    return first is _Class.SPACE or (first, second) not in _GLUED


def _class(character: str) -> _Class:
    if character in _CLASSES:
        return _CLASSES[character]
    if character.isdigit():
        return _Class.DIGIT
    return _Class.HAN if is_cjk(character) else _Class.LETTER
