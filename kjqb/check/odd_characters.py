"""Characters that do not belong in a printed Chinese text: invisible, private or kept only for old encodings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kjqb.tables.read import rows
from kjqb.text.characters import is_han, is_latin
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span
from kjqb.text.visible import is_hidden

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_FORMATS = (
    "\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffd"
    "\U000e0001-\U000e007f"
)
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_RADICALS = "\u2e80-\u2fdf"
_COMPATIBLE = "\uf900-\ufaff\U0002f800-\U0002fa1f"
_FORMS = "\ufb00-\ufb06\ufe10-\ufe18\ufe35-\ufe44\ufe50\ufe51\ufe54-\ufe57\ufe59-\ufe5e\uff61-\uff64"
_ODD = Pattern(rf"([{_CONTROLS}{_FORMATS}{_SPACES}{_PRIVATE}{_RADICALS}{_COMPATIBLE}{_FORMS}\u3000])\1*")

_WIDE_SPACE = "\u3000"
_SPACE = Pattern(f"[{_SPACES}]")
_LOST = "\ufffc\ufffd"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_NATIONAL = Pattern("[\u0590-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1800-\u18af\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic (Uyghur), Indic, Tibetan and Mongolian, whose writing needs joiners and marks of direction."""
_PICTURES = Pattern("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_NAME = Pattern(r"(?:^|[^\u3400-\u9fff])[\u3400-\u9fff]$")
_LABEL = Pattern(
    r"(?:^|[\s　])(?:(?:图|表|附[件图表录]|第)[ \d.\-—一二三四五六七八九十百]{0,8}[章节条款编部分回期届号]?"
    r"|\d+(?:\.\d+)*|[一二三四五六七八九十]{1,3}、?)$"
)
_GIVEN_NAME = Pattern(r"[\u3400-\u9fff](?![\u3400-\u9fff])")
_PIECE = Pattern(r"[^\s　，。、；：？！（）《》“”]{1,4}$")
_PIECE_AHEAD = Pattern(r"[^\s　，。、；：？！（）《》“”]{1,4}(?=[\s　，。、；：？！（）]|$)")
_MARK = Pattern("[，。；：！？]")
_CLAUSE = 5
"""In a line without a mark, shorter stretches are names, labels and columns."""
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Oddity:
    """A run of one such character."""

    span: Span
    what: str
    """In Chinese, with the code point: what is wrong, and what should stand there."""
    right: str | None
    """What should stand there; None where only the editor knows."""


def oddities(text: str, *, in_title: bool) -> Iterator[Oddity]:
    """All of them, in order, but for those that their surroundings need."""
    if text.isascii() and text.isprintable():
        return
    running = _MARK.search(text) is not None
    keeps_wide = in_title or (not running and text.count(_WIDE_SPACE) > 1)
    for match in _ODD.finditer(text):
        span, character = Span(*match.span()), match[0][0]
        if character == _WIDE_SPACE:
            found = None if keeps_wide or _is_meant(text, span, running=running) else _wide_space(span)
        elif _SPACE.match(character):
            found = None if _is_in_latin(text, span) or _is_needed(text, span) else _blank(span, character)
        elif is_hidden(character) or character in "\u034f\u115f\u1160\u3164\uffa0" or character in _LOST:
            found = None if _is_needed(text, span) else _hidden(text, span, character)
        else:
            found = _compatible(span, match[0])
        if found:
            yield found


def _hidden(text: str, span: Span, character: str) -> Oddity:
    code = _code(character)
    category = unicodedata.category(character)
    if category in {"Co", "Cs"}:
        return Oddity(span, f"{code}是自造字区的字符，别的机器上不能显示，应换用标准字符", None)
    if character in _LOST:
        return Oddity(span, f"{code}表示此处有字符或图形丢失，应补上原文", None)
    between_words = character in _BREAKS and _is_in_latin(text, span)
    return Oddity(span, f"含有不可见字符{code}，应删去", " " if between_words else "")


def _blank(span: Span, character: str) -> Oddity:
    return Oddity(span, f"特殊空格{_code(character)}应为普通空格，或删去", " ")


def _wide_space(span: Span) -> Oddity:
    return Oddity(span, "文中夹有全角空格U+3000，应为普通空格，或删去", " ")


def _compatible(span: Span, run: str) -> Oddity | None:
    right = _modern(run[0])
    if right == run[0]:
        return None
    kind = "部首" if "\u2e80" <= run[0] <= "\u2fdf" else "兼容字符"
    if right is None:
        return Oddity(span, f"{kind}“{run[0]}”（{_code(run[0])}）不是汉字，应换用相应的字", None)
    return Oddity(span, f"{kind}“{run[0]}”（{_code(run[0])}）应为“{right}”", right * len(run))


def _modern(character: str) -> str | None:
    """The character that stands for it today: itself where it is a standard one, None where there is none."""
    normal = unicodedata.normalize("NFKC", character)
    if normal in set(",.;:?!(){}[]"):
        return chr(ord(normal) + 0xFEE0)
    if normal == character and "\u2e80" <= character <= "\u2eff":
        return _radicals().get(character)
    return normal


@cache
def _radicals() -> dict[str, str]:
    return {radical: character for radical, character, *_ in rows("radicals")}


def _is_meant(text: str, span: Span, *, running: bool) -> bool:
    """Whether full-width blanks indent, end a line, follow a label, or part columns, names and their characters."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    if span.end - span.start > 1 or not before.strip() or not after.strip() or _LABEL.search(before):
        return True
    between_han = (is_han(before[-1]) or before[-1] in ")）、") and is_han(after[0])
    if not running:
        return not between_han or min(span.start, len(text) - span.end) < _CLAUSE
    if not between_han:
        return False
    if _NAME.search(before) and _GIVEN_NAME.match(after):
        return True
    listed = _PIECE.search(before) is not None and _PIECE_AHEAD.match(after) is not None
    return listed and (_WIDE_SPACE in before or _WIDE_SPACE in after)


def _is_in_latin(text: str, span: Span) -> bool:
    """Whether a blank stands between two foreign words, a number and its unit, or the groups of a number."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return all(one != "" and not is_han(one) and (one.isascii() or is_latin(one)) for one in (before, after))


def _is_needed(text: str, span: Span) -> bool:
    """Whether a joiner or mark of direction belongs to a minority script or to a composed picture."""
    around = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if any(_NATIONAL.search(side) for side in around):
        return True
    return text[span.start] == "\u200d" and all(_PICTURES.search(side) for side in around)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
