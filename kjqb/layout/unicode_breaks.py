"""Where a line may end by the Unicode line breaking algorithm, in LibreOffice 7.4's variant.

It is an old variant: a quotation mark holds on to both sides whatever they are, a Chinese mark to the letter behind it.
"""

from __future__ import annotations

from enum import Enum

from kjqb.layout.inline import NOTE
from kjqb.tables.line_classes import LINE_CLASSES


class LineClass(Enum):
    """Line breaking classes (Unicode Standard Annex 14)."""

    LETTER = "letter"
    DIGIT = "digit"
    IDEOGRAPH = "ideograph"
    OPENING = "opening"
    CLOSING = "closing"
    QUOTE = "quote"
    EXCLAMATION = "exclamation"
    NON_STARTER = "non_starter"
    INFIX = "infix"
    SLASH = "slash"
    HYPHEN = "hyphen"
    BREAK_AFTER = "break_after"
    BREAK_BEFORE = "break_before"
    PREFIX = "prefix"
    POSTFIX = "postfix"
    DASH = "dash"
    ELLIPSIS = "ellipsis"
    GLUE = "glue"
    COMBINING = "combining"
    SPACE = "space"


C = LineClass

_NEVER_BEFORE = frozenset({
    C.CLOSING, C.QUOTE, C.EXCLAMATION, C.NON_STARTER, C.INFIX, C.SLASH, C.HYPHEN, C.BREAK_AFTER, C.SPACE, C.GLUE,
    C.COMBINING,
})  # fmt: skip
_NEVER_BEFORE_BEHIND_SPACE = frozenset({C.CLOSING, C.EXCLAMATION, C.INFIX, C.SLASH, C.SPACE})
_NEVER_AFTER = frozenset({C.OPENING, C.QUOTE, C.BREAK_BEFORE, C.GLUE})
_GLUED = {
    C.LETTER: frozenset({C.LETTER, C.DIGIT, C.OPENING, C.PREFIX, C.ELLIPSIS}),
    C.DIGIT: frozenset({C.LETTER, C.DIGIT, C.OPENING, C.PREFIX, C.POSTFIX, C.ELLIPSIS}),
    C.IDEOGRAPH: frozenset({C.POSTFIX, C.ELLIPSIS}),
    C.CLOSING: frozenset({C.LETTER, C.DIGIT}),
    C.INFIX: frozenset({C.LETTER, C.DIGIT}),
    C.PREFIX: frozenset({C.LETTER, C.DIGIT, C.IDEOGRAPH}),
    C.POSTFIX: frozenset({C.LETTER, C.DIGIT}),
    C.DASH: frozenset({C.DASH}),
    C.ELLIPSIS: frozenset({C.ELLIPSIS}),
}
"""What does not part from what stands before it, besides what never does."""

_AFFIX = frozenset({C.PREFIX, C.POSTFIX})
_NUMBER = frozenset({C.DIGIT, C.INFIX, C.SLASH})
_BEHIND_NUMBER = {C.SLASH: _AFFIX | {C.DIGIT}, C.INFIX: _AFFIX, C.CLOSING: _AFFIX}
"""What does not part from a mark that belongs to the number before it."""


def is_boundary(text: str, at: int) -> bool:
    """Whether a line may end before character `at`, which is neither the first nor behind the last."""
    first, second = _base(text, at), line_class(text[at])
    if first is C.SPACE:
        return second not in _NEVER_BEFORE_BEHIND_SPACE and not _holds_over_space(text, at, second)
    if second in _NEVER_BEFORE or first in _NEVER_AFTER or second in _GLUED.get(first, ()):
        return False
    if second in _BEHIND_NUMBER.get(first, ()) and _ends_number(text, at, first):
        return False
    return not (first in _AFFIX and second is C.OPENING and line_class(text[at + 1 : at + 2]) is C.DIGIT)


def line_class(character: str) -> LineClass:
    """The class of a character; a footnote's number clings to what is before it."""
    return _CLASSES[character]


class _Classes(dict[str, LineClass]):
    """Class by character, filled as characters are met."""

    def __missing__(self, character: str) -> LineClass:
        class_ = C.IDEOGRAPH if _is_ideographic(character) else C.LETTER
        self[character] = class_
        return class_


_CLASSES = _Classes({character: LineClass(name) for character, name in LINE_CLASSES.items()})
_CLASSES.update({" ": C.SPACE, NOTE: C.COMBINING, "": C.SPACE})


def _is_ideographic(character: str) -> bool:
    return (
        "\u2e80" <= character < "\ua4d0"
        or "\uac00" <= character < "\ud7b0"
        or "\uf900" <= character < "\ufb00"
        or "\ufe30" <= character < "\ufff0"
        or "\U0001f200" <= character < "\U0001fb00"
        or character >= "\U00020000"
        or character == "\u200d"
    )


def _base(text: str, at: int) -> LineClass:
    """The class of the character before `at`, of its base if it is a combining one."""
    at -= 1
    while at > 0 and line_class(text[at]) is C.COMBINING:
        at -= 1
    class_ = line_class(text[at])
    return C.LETTER if class_ is C.COMBINING else class_


def _holds_over_space(text: str, at: int, second: LineClass) -> bool:
    """Whether what stands before the blanks holds on to what is behind them."""
    first = line_class(text[:at].rstrip(" ")[-1:])
    pairs = {(C.CLOSING, C.NON_STARTER), (C.DASH, C.DASH)}
    return first is C.OPENING or (first, second) in pairs


def _ends_number(text: str, at: int, first: LineClass) -> bool:
    """Whether the mark before `at` belongs to a number."""
    at -= 1 + (first is C.CLOSING)
    while at >= 0 and line_class(text[at]) in _NUMBER:
        if line_class(text[at]) is C.DIGIT:
            return True
        at -= 1
    return False
