"""Quotation marks, brackets and title marks: which closes which, in a text of any length in one pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.text.characters import CLOSING_MARKS, OPENING_MARKS, PAIRS
from kjqb.text.pattern import Pattern

NAMES = {
    "“": "双引号", "‘": "单引号", "『": "双直角引号", "「": "直角引号", "《": "书名号", "〈": "单书名号",
    "（": "圆括号", "【": "方头括号", "〔": "六角括号", "［": "方括号", "｛": "花括号",
}  # fmt: skip
"""What each opening mark is called."""

_FULL_WIDTH = {"(": "（", ")": "）", "[": "［", "]": "］"}
_OPENERS = {closer: opener for opener, closer in PAIRS.items()}
_MARK = Pattern(f"[{re.escape(OPENING_MARKS + CLOSING_MARKS + ''.join(_FULL_WIDTH))}]")
_LIST_NUMBER = Pattern(r"(?:^|[。；：！？，、\s])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$")


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark and the one that closes it; the same in kind, not always in width."""

    start: int
    end: int
    """Of the closing mark itself."""


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A mark without its other half."""

    at: int
    opening: bool
    name: str
    """What its kind is called."""


def match_brackets(text: str) -> Iterator[Pair | Unpaired]:
    """All pairs, inner before outer, and all marks left over; half-width brackets count as wide ones."""
    stack: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for match in _MARK.finditer(text):
        at, mark = match.start(), _FULL_WIDTH.get(match[0], match[0])
        if mark in PAIRS:
            stack.append((mark, at))
            waiting[mark] += 1
            continue
        opener = _OPENERS[mark]
        if not waiting[opener]:
            if not _is_alone(text, at):
                yield Unpaired(at, opening=False, name=NAMES[opener])
            continue
        while True:
            last, start = stack.pop()
            waiting[last] -= 1
            if last == opener:
                yield Pair(start, at)
                break
            yield Unpaired(start, opening=True, name=NAMES[last])
    yield from (Unpaired(at, opening=True, name=NAMES[mark]) for mark, at in stack)


def _is_alone(text: str, at: int) -> bool:
    """Whether a closing mark never had an opening one: an apostrophe, or the half bracket of a list number `1）`."""
    if text[at] == "’":
        return at > 0 and text[at - 1].isascii() and text[at - 1].isalnum()
    return text[at] in "）)" and _LIST_NUMBER.search(text[max(0, at - 4) : at]) is not None
