"""The stretch of an article that shows where a hit stands."""

from __future__ import annotations

from dataclasses import dataclass

from kjqb.archive.search.folding import Folded
from kjqb.archive.search.query import Query
from kjqb.archive.search.reading import Text
from kjqb.text.spans import Span

WIDTH, BEFORE = 60, 20
"""Characters of a snippet, and how many of them stand before the first hit at most."""
_LEFT_OUT = "……"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in which hits are marked."""

    text: str
    hits: tuple[Span, ...] = ()
    """In order, none overlapping another."""


def marked(text: str, query: Query) -> Marked:
    """A text with all hits in it."""
    folded = Folded.of(text, simplify=query.simplify)
    spans = sorted(
        (span for term in query.folded for span in folded.find(term)), key=lambda span: (span.start, -span.end)
    )
    return Marked(text, tuple(_joined(spans)))


def snippet(text: Text, query: Query) -> Marked:
    """The paragraph with the most of the terms, the first of such, cut to what fits; else the beginning."""
    lines = text.body.split("\n")
    terms = query.folded
    best, most = lines[0], 0
    for line in lines:
        folded = Folded.of(line, simplify=query.simplify).text if most < len(terms) else ""
        held = sum(term in folded for term in terms)
        if held > most:
            best, most = line, held
    return _cut(marked(best, query))


def _cut(whole: Marked) -> Marked:
    text = whole.text
    first = whole.hits[0].start if whole.hits else 0
    start = max(0, min(first - BEFORE, len(text) - WIDTH))
    end = min(len(text), start + WIDTH)
    before = _LEFT_OUT if start else ""
    after = _LEFT_OUT if end < len(text) else ""
    moved = len(before) - start
    hits = tuple(
        Span(span.start + moved, min(span.end, end) + moved) for span in whole.hits if start <= span.start < end
    )
    return Marked(before + text[start:end] + after, hits)


def _joined(spans: list[Span]) -> list[Span]:
    """Overlapping ones as one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
