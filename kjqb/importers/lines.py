"""Lines of a plain text, and the paragraphs that they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kjqb.importers.numbered import heading_level, opens_item
from kjqb.model.source import Passage, Piece, Source
from kjqb.text.characters import ends_sentence, is_cjk
from kjqb.text.spans import Span

_LINE = re.compile(r"(?P<text>[^\n\r\v\f\x85\u2028\u2029]*)(?P<end>\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")
_INDENT = re.compile(r"\u3000|\s{2}|\t")
_PAUSE = re.compile("[，、；：。]")

_FOLIO = re.compile(r"[—–─━－-]+\s*\d{1,4}\s*[—–─━－-]+|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?")

_NARROWEST, _WIDEST = 16, 60
"""Lines that a program has wrapped are so wide, in em."""

_SLACK = 5
"""By how much wrapped lines fall short of the measure, in em: 避头尾 and Latin words."""

_MOSTLY = 0.5
"""Share of full lines by which a wrapped text is known."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank."""

    passage: Passage
    """Without the blanks at its ends."""
    block: int
    """Which of the blocks, parted by blank lines and page turns, it stands in."""
    indented: bool
    titled: bool = False
    """Whether its style says that it is an article's title."""

    @property
    def text(self) -> str:
        """Its characters."""
        return self.passage.text


def lines(source: Source) -> tuple[Line, ...]:
    """The lines of a text that are not blank, in order."""
    return tuple(_lines(source))


def without_folios(found: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Passage, ...]]:
    """The lines without those that are a printed page's number (`— 2 —`, `第2页`), and these."""
    folios = tuple(line.passage for line in found if is_folio(line.text))
    return tuple(line for line in found if not is_folio(line.text)), folios


def is_folio(text: str) -> bool:
    """Whether a line is a page number and nothing else; a number without dashes or 页 beside it may be text."""
    return _FOLIO.fullmatch(text) is not None


def paragraphs(body: Sequence[Line], measure: float | None) -> Iterator[tuple[Line, ...]]:
    """The lines in order, those of one paragraph together; `measure` is what `wrap_measure` says of the whole text.

    A line goes on in the next of its block where it is full, or is a sentence without an end. Where the text is not
    wrapped, or an indent says so, every line of a block may be a paragraph.
    """
    group: list[Line] = []
    for line in body:
        if group and not _goes_on(group[-1], line, measure):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def wrap_measure(body: Sequence[Line]) -> float | None:
    """The measure to which a text was wrapped, in em; None where it was not."""
    pairs = [(line, after) for line, after in pairwise(body) if line.block == after.block]
    measure = max((_width(line) for pair in pairs for line in pair), default=0)
    if not _NARROWEST <= measure <= _WIDEST:
        return None
    full = sum(_width(line) >= measure - _SLACK for line, _ in pairs)
    return measure if full >= _MOSTLY * len(pairs) else None


def joined(parts: Iterable[Line]) -> Passage:
    """The lines as one passage, with a blank only where two meet that have no Chinese at either side.

    Raises ValueError when there is none.
    """
    return Passage.join(with_joints(part.passage for part in parts))


def with_joints(parts: Iterable[Passage]) -> Iterator[Passage]:
    """Pieces of one text, in order, with a blank between two that meet without Chinese at either side."""
    before: Passage | None = None
    for part in parts:
        if before and not (is_cjk(before.text[-1]) or is_cjk(part.text[0])):
            yield joint(before, part)
        yield part
        before = part


def joint(before: Passage, after: Passage) -> Passage:
    """A blank in the place of the line end between two passages."""
    end, start = before.extent.span.end, after.extent.span.start
    return Passage(" ", after.source, (Piece(0, 1, end, start - end),))


def _lines(source: Source) -> Iterator[Line]:
    block, empty = 0, False
    for match in _LINE.finditer(source.text):
        text = match["text"]
        bare = text.strip()
        if bare:
            block += empty
            empty = False
            start = match.start() + text.index(bare[0])
            passage = Passage.verbatim(source, Span(start, start + len(bare)))
            yield Line(passage, block, _INDENT.match(text) is not None)
        if not bare or match["end"] in {"\f", "\u2029"}:
            empty = True


def _goes_on(line: Line, following: Line, measure: float | None) -> bool:
    if line.block != following.block or following.indented:
        return False
    if measure is not None and _width(line) >= measure - _SLACK:
        return not (ends_sentence(line.text) and opens_item(following.text))
    if ends_sentence(line.text) or opens_item(following.text) or heading_level(line.text):
        return False
    return _PAUSE.search(line.text) is not None


def _width(line: Line) -> float:
    """In em, all but ASCII being full-width."""
    return len(line.text) - len(line.text.encode("ascii", "ignore")) / 2
