"""Sub-headings and titles of a plain text, told by their form."""

from __future__ import annotations

import re

from kjqb.text.characters import ends_sentence

LONGEST_TITLE = 60
"""Characters that a first line may have to be a title."""

_LONGEST_HEADING = 40
_CHINESE = "[一二三四五六七八九十]{1,3}"
_LEVELS = (
    re.compile(rf"{_CHINESE}[、．.]"),
    re.compile(rf"[（(]\s*{_CHINESE}\s*[）)]"),
    re.compile(r"\d{1,2}(?:[．、]|\.(?!\d))"),
    re.compile(r"[（(]\s*\d{1,2}\s*[）)]"),
)
"""What opens a sub-heading of levels 1 to 4 (GB/T 9704—2012, 7.3.3), and the half-width and otherwise wrong forms."""

_ITEM = re.compile(rf"——|{_CHINESE}是|第{_CHINESE}[，、]|[①-⑳]|[-•●★]\s")
_OPEN_END = tuple("，、,")
_TEXT = re.compile(r"\w")


def heading_level(text: str) -> int | None:
    """The level of a line that is a sub-heading: short, numbered, without a final mark; None for any other."""
    if len(text) > _LONGEST_HEADING or ends_sentence(text) or text.endswith(_OPEN_END):
        return None
    for level, number in enumerate(_LEVELS, 1):
        match = number.match(text)
        if match:
            return level if _TEXT.search(text, match.end()) and "。" not in text else None
    return None


def may_be_heading(text: str) -> bool:
    """Whether a line without a number has a sub-heading's form: short, some text, no final mark and no pause."""
    is_short = len(text) <= _LONGEST_HEADING and _TEXT.search(text) is not None
    return is_short and not ends_sentence(text) and not text.endswith(_OPEN_END) and "。" not in text


def opens_item(text: str) -> bool:
    """Whether a line begins with the number of a sub-heading or the mark of a list's item."""
    return _ITEM.match(text) is not None or any(number.match(text) for number in _LEVELS)


def may_be_title(text: str) -> bool:
    """Whether a line has a title's form: at most 60 characters, some text, neither number nor final mark."""
    if len(text) > LONGEST_TITLE or ends_sentence(text) or text.endswith(_OPEN_END):
        return False
    return _TEXT.search(text) is not None and not opens_item(text)


def is_ornament(text: str) -> bool:
    """Whether a line has no letter, digit or Han: a rule, a row of stars, a stray bullet."""
    return _TEXT.search(text) is None
