"""What somebody has changed in a Word file, found by comparing its paragraphs with the issue's as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kjqb.check.subject import HandEdited, PrintedText
from kjqb.layout.inline import NOTE, OWN_NUMBER
from kjqb.ooxml.document import LINE_BREAK, PAGE_BREAK, TAB, WordParagraph
from kjqb.text.runs import plain_digits
from kjqb.text.spans import Span

_ALIKE = 0.5
"""How alike two paragraphs are that are one, edited (0 to 1, as difflib counts)."""

_END = 300
"""Characters at each end by which long paragraphs are compared."""

_ENOUGH, _HARDLY = 10, 0.2
"""Of so many paragraphs, this part at least is unchanged in what somebody has edited."""

_MOST_PAIRS = 2_500
"""Beyond so many no likeness is looked for among paragraphs that all differ."""

_NUMBER = re.compile(r"[\t.．·…]+\d*\s*$")

_MARKERS = "★☆●○■□◆◇▲△※ "

_LEFT_OUT = str.maketrans({NOTE: "", OWN_NUMBER: "", LINE_BREAK: "", PAGE_BREAK: "", TAB: " ", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph of the issue that has another text in Word, or none."""

    printed: PrintedText
    now: str | None
    """None where Word lacks it."""


@dataclass(frozen=True, slots=True)
class Addition:
    """Paragraphs that only Word has."""

    after: PrintedText | None
    texts: tuple[str, ...]


def as_seen(text: str) -> str:
    """A text as it is compared: without footnotes' numbers and line breaks, raised digits as plain ones."""
    return plain_digits(text.translate(_LEFT_OUT)).strip()


def is_another_text(edited: HandEdited) -> bool:
    """Whether hardly a paragraph of the issue stands in the Word file: it is none of its editions."""
    printed = {as_seen(text.text) for text in edited.printed}
    there = set(map(_word_text, edited.document.paragraphs))
    return len(printed) >= _ENOUGH and len(printed & there) < _HARDLY * len(printed)


def hand_edits(edited: HandEdited) -> Iterator[Change | Addition]:
    """The differences, in printing order."""
    printed = [text for text in edited.printed if as_seen(text.text)]
    there = [text for text in map(_word_text, edited.document.paragraphs) if text]
    matcher = SequenceMatcher(None, [as_seen(text.text) for text in printed], there, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            before = printed[start - 1] if start else None
            yield from _differences(printed[start:end], there[first:last], before)


def changed_stretch(change: Change) -> tuple[Span, str, str]:
    """Where the two texts differ: a stretch of the printed one, what stands there, what Word has instead."""
    was, now = as_seen(change.printed.text), change.now or ""
    start = _common(was, now)
    tail = _common(was[start:][::-1], now[start:][::-1])
    end = len(was) - tail
    return Span(start, end), was[start:end], now[start : len(now) - tail]


def in_source(printed: PrintedText, span: Span) -> Span:
    """The stretch of the passage that a stretch of its printed text, as it is compared, stands for; else all of it.

    They differ in blanks only; a stretch without characters is widened by the one before it, or after it.
    """
    passage = printed.passage.text
    whole = Span(0, len(passage))
    was = as_seen(printed.text)
    places = [at for at, character in enumerate(passage) if not character.isspace()]
    ranks = [at for at, character in enumerate(was) if not character.isspace()]
    seen = plain_digits(passage.translate(_LEFT_OUT))
    if not printed.is_own or not places or "".join(seen.split()) != "".join(was.split()) or len(seen) != len(passage):
        return whole
    first = sum(at < span.start for at in ranks)
    last = sum(at < span.end for at in ranks)
    if first == last:
        first, last = (first - 1, last) if first else (0, 1)
    return Span(places[first], places[last - 1] + 1)


def _word_text(paragraph: WordParagraph) -> str:
    """What a paragraph of Word shows, without the leaders and the number that end an entry of a contents list."""
    text = paragraph.text
    if paragraph.fields and any(found.keyword == "PAGEREF" for found in paragraph.fields):
        text = _NUMBER.sub("", text).lstrip(_MARKERS)
    return as_seen(text)


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _differences(
    printed: Sequence[PrintedText], there: Sequence[str], before: PrintedText | None
) -> Iterator[Change | Addition]:
    """What became of paragraphs none of which is unchanged."""
    pairs = dict(_pairs(printed, there))
    at = 0
    for rank, text in enumerate(printed):
        partner = pairs.get(rank)
        if partner is None:
            yield Change(text, None)
        else:
            if at < partner:
                yield Addition(before, tuple(there[at:partner]))
            yield Change(text, there[partner])
            at = partner + 1
        before = text
    if at < len(there):
        yield Addition(before, tuple(there[at:]))


def _pairs(printed: Sequence[PrintedText], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which paragraph became which, both in order."""
    if len(printed) * len(there) > _MOST_PAIRS:
        yield from ((rank, rank) for rank in range(min(len(printed), len(there))))
        return
    at = 0
    for rank, text in enumerate(printed):
        likeness = [(_likeness(as_seen(text.text), other), -index) for index, other in enumerate(there) if index >= at]
        best, place = max(likeness, default=(0.0, 0))
        if best >= _ALIKE:
            yield rank, -place
            at = -place + 1


def _likeness(one: str, other: str) -> float:
    """How alike two texts are; of long ones their ends are looked at."""
    matcher = SequenceMatcher(None, _ends(one), _ends(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _ends(text: str) -> str:
    return text if len(text) <= 2 * _END else text[:_END] + text[-_END:]
