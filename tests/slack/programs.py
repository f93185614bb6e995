"""Programs that do not keep to an edition's settings, simulated.

What Word does by default was read off PDFs that Word 2010 to 2016 had made of documents of others; nothing here is
what a program was seen to do with an edition of ours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

from kjqb.layout.inline import Inline
from kjqb.layout.kinsoku import BLANKS, may_break
from kjqb.layout.libreoffice import LibreOfficeParagraph
from kjqb.layout.linebreak import Measure
from kjqb.layout.metrics import Type
from kjqb.layout.word import WordParagraph
from kjqb.text.characters import CLOSING_MARKS, OPENING_MARKS, is_han, is_latin
from kjqb.units import Length

MARKS = frozenset("。，、；：？！" + CLOSING_MARKS + OPENING_MARKS)
"""Marks that can be set half wide."""

HALF = 0.5
"""What a mark gives way at the most, in em."""

GAIN = 0.4
"""What a line gains at the most for anything but a mark, in em."""

AUTO_SPACE = 0.25
"""Word's space between Han and a letter or digit, in em."""

REACH = 4
"""More characters than squeezing and hanging ever add to a line."""

ROUNDING = 1
"""Twips by which a sum of widths may be off."""

HUNG_BY_LIBREOFFICE = frozenset("!,.:;?、。！，．：；？")
"""What LibreOffice lets hang at a line's end in Chinese."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which of Word's defaults are on."""

    squeezes: bool = False
    """Marks give way inside justified lines, and of two marks in a row the first is half wide in any line."""
    hangs: bool = False
    """A mark that falls over the end of a justified line and cannot be squeezed in stands outside."""
    auto_space: float = 0.0
    """Between Han and a letter or digit, in em; none beside a blank."""
    last_lines: bool = False
    """Whether a paragraph's last line, which stands left, squeezes and hangs too."""


class LooseWordParagraph:
    """A paragraph in a Word that has some of its defaults on; only one in body type is justified."""

    def __init__(self, inline: Inline, type_: Type, *, rules: Rules, body: Length) -> None:
        self._text = inline.text
        self._rules = rules
        self._justified = type_.size == body
        self._em = type_.size.twips
        self._added = [0.0, *(self._em * _added(*pair, rules) for pair in pairwise(inline.text)), 0.0]
        widths = (advance + added for advance, added in zip(type_.advances(inline), self._added, strict=False))
        self._ends = list(accumulate(widths, initial=0.0))
        full = (one in MARKS and two not in MARKS for one, two in pairwise([*inline.text, ""]))
        self._full_marks = list(accumulate(full, initial=0))

    def reach(self, start: int, room: float) -> int:
        """The end of the longest stretch from `start` that fits into `room` twips or is made to."""
        edge = self._ends[start] + self._added[start] + room
        natural = bisect_right(self._ends, edge, lo=start) - 1
        if not self._justified:
            return natural
        furthest = min(natural + REACH, len(self._text) - (not self._rules.last_lines))
        return max((end for end in range(natural + 1, furthest + 1) if self._fits(start, end, edge)), default=natural)

    def last_break(self, start: int, cut: int) -> int:
        """The last place after `start` and not behind `cut` where a line may end; `start` when there is none."""
        return next((at for at in range(cut, start, -1) if may_break(self._text, at)), start)

    def _fits(self, start: int, end: int, edge: float) -> bool:
        """Whether a line that is too wide by itself may end at `end`, and is made to fit."""
        following = self._text[end : end + 1]
        if following and following not in BLANKS and not may_break(self._text, end):
            return False
        over = self._ends[end] - edge
        inner = HALF * self._em * (self._full_marks[end - 1] - self._full_marks[start])
        if self._text[end - 1] in MARKS and self._ends[end - 1] <= edge:
            squeezed = over <= inner + HALF * self._em + ROUNDING
            return self._rules.hangs or (self._rules.squeezes and squeezed)
        return self._rules.squeezes and over <= min(inner, GAIN * self._em) + ROUNDING


class HangingLibreOfficeParagraph:
    """A paragraph of an edition for Word in LibreOffice, which takes the setting against hanging for one in favour."""

    def __init__(self, inline: Inline, type_: Type) -> None:
        self._text = inline.text
        self._plain = LibreOfficeParagraph(inline, type_)

    def reach(self, start: int, room: float) -> int:
        """The end of the longest stretch that fits, and a mark behind it."""
        end = self._plain.reach(start, room)
        return end + (end < len(self._text) and self._text[end] in HUNG_BY_LIBREOFFICE)

    def last_break(self, start: int, cut: int) -> int:
        """The last place after `start` and not behind `cut` where a line ends; `start` when there is none."""
        return self._plain.last_break(start, cut)


class OnlyOfficeParagraph:
    """A paragraph in OnlyOffice, where a mark that fills a line goes down with the character before it."""

    def __init__(self, inline: Inline, type_: Type) -> None:
        self._text = inline.text
        self._plain = WordParagraph(inline, type_)
        self._full = 0.2 * type_.size.twips

    def reach(self, start: int, room: float) -> int:
        """The end of the longest stretch that fits, less such a mark."""
        end = self._plain.reach(start, room)
        fills = self._plain.reach(start, room - self._full) < end < len(self._text)
        return end - (fills and self._text[end - 1] in MARKS)

    def last_break(self, start: int, cut: int) -> int:
        """The last place after `start` and not behind `cut` where a line may end; `start` when there is none."""
        return self._plain.last_break(start, cut)


DEFAULTS = "Word's defaults"

LIKELY: Mapping[str, Rules] = {
    DEFAULTS: Rules(squeezes=True, hangs=True, auto_space=AUTO_SPACE),
    "auto space": Rules(auto_space=AUTO_SPACE),
    "hanging": Rules(hangs=True),
}
"""Words in which somebody has switched on what the edition switches off."""

UNLIKELY: Mapping[str, Rules] = {
    "squeezing": Rules(squeezes=True, hangs=True),
    "last lines too": Rules(squeezes=True, hangs=True, auto_space=AUTO_SPACE, last_lines=True),
}
"""Words that show how much depends on what is not known of Word."""


def programs(body: Length) -> Mapping[str, Measure]:
    """What is compared, for a body type of that size; the unlikely ones last."""
    return {
        **_words(LIKELY, body),
        "LibreOffice": HangingLibreOfficeParagraph,
        "OnlyOffice": OnlyOfficeParagraph,
        **_words(UNLIKELY, body),
    }


def _words(rules: Mapping[str, Rules], body: Length) -> Mapping[str, Measure]:
    return {name: partial(LooseWordParagraph, rules=each, body=body) for name, each in rules.items()}


def _added(one: str, two: str, rules: Rules) -> float:
    """By how much two neighbours are wider than each alone, in em."""
    if one in MARKS and two in MARKS:
        return -HALF if rules.squeezes else 0.0
    return rules.auto_space if (is_han(one) and is_latin(two)) or (is_latin(one) and is_han(two)) else 0.0
