"""Blanks between Chinese and digits or letters: which are superfluous, and where one is lacking.

No standard asks for them or forbids them; official texts have none, and a house chooses one way throughout (for Latin
words: CY/T 154—2017, 8.1). Both the rule K201 and the printed edition follow what is said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kjqb.text.characters import is_han
from kjqb.text.protected import protected
from kjqb.text.spans import Edit, Span, apply_edits


class Spacing(Enum):
    """How Chinese and Latin meet."""

    REMOVE = "remove"
    INSERT = "insert"
    KEEP = "keep"


class Setting(Enum):
    """What a text is, so far as blanks depend on it."""

    TITLE = "title"
    """Its two clauses may be parted by a blank."""
    HEADING = "heading"
    """A title whose section number may be followed by a blank."""
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Border:
    """A border of Chinese and Latin."""

    span: Span
    """The blank there; empty where there is none."""
    beside: str
    """What Han meets there, in Chinese."""


_BLANK = re.compile(r"(?<=\S)[ \u00a0]{1,2}(?=\S)")
"""Three blanks and more set columns apart."""
_WORD = re.compile(r"[0-9A-Za-z%‰℃.+-]+", re.ASCII)
_LABEL = re.compile(
    r"(?:图|表|附[件图表录]) ?\d+(?:[.—–-]\d+)*|\d+(?:\.\d+)+|\D{0,6}(?:电话|传真|邮编|网址|邮箱|手机)"
    r"|(?:又|另|本[报刊网站])讯"
    r"|[A-Z]{1,5}(?:/[A-Z]{1,2})? ?\d+(?:\.\d+)*(?:[—–-]\d{4})?"
    r"|第[一二三四五六七八九十百零〇\d]{1,6}(?:[章节条编篇]|部分)"
)
_LONGEST_LABEL = 20
_SECTION = re.compile(r"\d{1,2} (?![个家项名人种台件万亿余多元年月日座处条次篇])[\u4e00-\u9fff、]{2,20}")
"""The heading of a standard, whose number a blank sets off."""
_PAUSE = re.compile("[，。、；：？！]")
_BORDER = re.compile(r"[，。、；：？！\s]")
_SET_OFF = re.compile(r"[0-9A-Za-z.%]+\s", re.ASCII)
_NEAR = 60
_CLAUSE, _CLAUSE_BESIDE_NUMBER = 4, 6
"""Han characters that a clause of a two-part title has at least."""


def superfluous_blanks(text: str, setting: Setting) -> Iterator[Border]:
    """Blanks that the style `remove` takes out, in order."""
    for match in _BLANK.finditer(text):
        span = Span(*match.span())
        beside = _beside(text[span.start - 1], text[span.end])
        if beside and not _is_meant(text, span, setting):
            yield Border(span, beside)


def lacking_blanks(text: str) -> Iterator[Border]:
    """Places where the style `insert` puts a blank, in order."""
    for match in _WORD.finditer(text):
        for at in match.span():
            beside = _beside(text[at - 1], text[at]) if 0 < at < len(text) else ""
            if beside:
                yield Border(Span(at, at), beside)


def spaced(text: str, spacing: Spacing, setting: Setting = Setting.PLAIN) -> str:
    """The text as the style prints it."""
    return apply_edits(text, space_edits(text, spacing, setting))


def space_edits(text: str, spacing: Spacing, setting: Setting = Setting.PLAIN) -> list[Edit]:
    """What makes of the text what the style prints; addresses, code and numbers of documents stay as they are."""
    if spacing is Spacing.KEEP:
        return []
    borders = superfluous_blanks(text, setting) if spacing is Spacing.REMOVE else lacking_blanks(text)
    found = list(borders)
    if not found:
        return []
    guard = protected(text)
    blank = " " if spacing is Spacing.INSERT else ""
    return [Edit(border.span, blank) for border in found if not guard.touches(border.span)]


def _beside(before: str, after: str) -> str:
    """What Han meets there, in Chinese; empty where it meets nothing Latin, or none of the two is Han."""
    latin = after if is_han(before) else before if is_han(after) else ""
    if latin.isascii() and latin.isalpha():
        return "字母"
    return "数字" if latin and (latin in "0123456789" or (latin in "%‰℃" and latin == before)) else ""


def _is_meant(text: str, span: Span, setting: Setting) -> bool:
    """Whether the blank is meant: behind a label or a section's number, or between the two clauses of a title."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    numbered = before.isdecimal() and (setting is Setting.HEADING or _SECTION.fullmatch(text) is not None)
    if span.start <= _LONGEST_LABEL and (_LABEL.fullmatch(before) or numbered):
        return True
    return setting is not Setting.PLAIN and parts_clauses(before, after)


def parts_clauses(before: str, after: str) -> bool:
    """Whether what stands on both sides of a blank may be the two clauses of a title.

    A number with blanks on both sides is usually just set off, so there both must be longer; of those two blanks only
    the one behind the number is superfluous for certain: `成效显著 2024 年再上新台阶` must not lose the other.
    """
    left = _BORDER.split(before)[-1]
    right = _PAUSE.split(after)[0]
    least = _CLAUSE_BESIDE_NUMBER if _SET_OFF.match(after) else _CLAUSE
    return _han(left) >= least and _han(right) >= least


def _han(text: str) -> int:
    return sum(map(is_han, text))
