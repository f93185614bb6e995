"""Blanks within a text: which there are, and which of them have a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.subject import Kind, Part
from kjqb.text.characters import ends_sentence
from kjqb.text.pattern import Pattern
from kjqb.text.spacing import parts_clauses
from kjqb.text.spans import Span

IMPRINT = frozenset({Kind.MASTHEAD, Kind.ISSUE_LINE, Kind.OFFICE, Kind.COLOPHON})
"""Parts whose names and labels are set apart by blanks."""

_BLANK = Pattern(r"(?<=\S)[ \t]+(?=\S)")
_COLUMN = 3
"""So many blanks and more set columns apart, unless they stand in a sentence."""
_NEAR = 60
_PAUSE = Pattern("[，。、；：？！]")
_LONGEST_LABEL = 40
_LIST_NUMBER = Pattern(
    r"(?:^|[。；：！？，])[ \u3000]{0,4}"
    r"(?:(?P<dotted>\d{1,2}[.．]|[A-Za-z][.．、）)])"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,2}[、）)]|[①-⑳]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z])[）)])$"
)
_FAR = 12


def inner_blanks(part: Part) -> Iterator[Span]:
    """Stretches of blanks and tabs between characters, in order; no line ends of the source among them."""
    sentence = ends_sentence(part.text)
    for match in _BLANK.finditer(part.text):
        span = Span(*match.span())
        if span.end - span.start >= _COLUMN and not sentence:
            continue
        if "\n" not in part.passage.at(span.start, span.end).text:
            yield span


def may_part_clauses(part: Part, span: Span) -> bool:
    """Whether a blank may stand between the two clauses of a title."""
    return parts_clauses(part.text[max(0, span.start - _NEAR) : span.start], part.text[span.end : span.end + _NEAR])


def is_label(part: Part) -> bool:
    """Whether a text is no sentence but a signature, a label, a line of names: short and without any mark."""
    return len(part.text) <= _LONGEST_LABEL and not _PAUSE.search(part.text)


def follows_list_number(text: str, span: Span) -> bool:
    """Whether a blank stands behind the number of an item and is not needed to part that number from another."""
    start = max(0, span.start - _FAR)
    match = _LIST_NUMBER.search(text[start : span.start])
    if not match or (start and match.start() == 0 and match[0][0] not in "。；：！？，"):
        return False
    return not match["dotted"] or not text[span.end].isascii()
