"""Texts that know where in which file each of their characters stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from kjqb.errors import Where
from kjqb.text.marks import Mark, cut
from kjqb.text.spans import Span


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its name (as messages show it) and its text, line ends as they stand in the file."""

    name: str
    text: str
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(at + 1 for at, character in enumerate(self.text) if character == "\n"))
        object.__setattr__(self, "_line_starts", starts)

    def line_of(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._line_starts, offset)

    def where(self, offset: int) -> Where:
        """File, line and column (both from 1) of an offset."""
        line = self.line_of(offset)
        return Where(self.name, line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of a source."""

    source: Source
    span: Span

    @property
    def where(self) -> Where:
        """Its first character's place."""
        return self.source.where(self.span.start)

    @property
    def end(self) -> Where:
        """The place behind its last character."""
        return self.source.where(self.span.end)

    @property
    def text(self) -> str:
        """What stands there."""
        return self.source.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` characters of a passage, from `start`, that come from `extent` characters of the source at `offset`."""

    start: int
    length: int
    offset: int
    extent: int

    @property
    def verbatim(self) -> bool:
        """Whether it stands in the source character for character."""
        return self.length == self.extent


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as the reader sees it, and the pieces of the source it was made from.

    The pieces follow each other without a gap in the passage; between them the source may hold line ends and markup.
    """

    text: str
    source: Source
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()
    """What is set apart in it, and the places of footnotes."""

    @classmethod
    def verbatim(cls, source: Source, span: Span) -> Passage:
        """The passage that is a stretch of the source itself."""
        length = span.end - span.start
        return cls(source.text[span.start : span.end], source, (Piece(0, length, span.start, length),))

    @classmethod
    def join(cls, passages: Iterable[Passage]) -> Passage:
        """One passage from several of one source, in order, with nothing between them.

        Raises ValueError when there is none.
        """
        parts = tuple(passages)
        if not parts:
            raise ValueError("nothing to join")
        pieces: list[Piece] = []
        marks: list[Mark] = []
        at = 0
        for part in parts:
            pieces += [Piece(at + piece.start, piece.length, piece.offset, piece.extent) for piece in part.pieces]
            marks += [mark.moved(at) for mark in part.marks]
            at += len(part.text)
        return cls("".join(part.text for part in parts), parts[0].source, tuple(pieces), tuple(marks))

    @property
    def extent(self) -> Extent:
        """The stretch of the source from its first to its last character."""
        return self.at(0, len(self.text))

    def at(self, start: int, end: int) -> Extent:
        """The stretch of the source that characters `start` to `end` (exclusive) of the passage come from."""
        begin = self._offset(start)
        return Extent(self.source, Span(begin, begin if start == end else max(begin, self._end_offset(end))))

    def part(self, start: int, end: int) -> Passage:
        """The passage of characters `start` to `end` (exclusive)."""
        return Passage(
            self.text[start:end], self.source, tuple(self._cut(start, end)), tuple(cut(self.marks, start, end))
        )

    def strip(self) -> Passage:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether an edit of these characters is the same edit of the source."""
        touched = [
            piece for piece in self._near(start, end) if piece.start < end and start < piece.start + piece.length
        ]
        contiguous = all(before.offset + before.extent == after.offset for before, after in pairwise(touched))
        return contiguous and all(piece.verbatim for piece in touched)

    def _cut(self, start: int, end: int) -> Iterable[Piece]:
        for piece in self._near(start, end):
            first, last = max(start, piece.start), min(end, piece.start + piece.length)
            if first < last:
                skipped = first - piece.start
                whole = Piece(first - start, last - first, piece.offset, piece.extent)
                yield (
                    Piece(first - start, last - first, piece.offset + skipped, last - first)
                    if piece.verbatim
                    else whole
                )

    def _near(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that may hold some of these characters."""
        first = bisect_right(self.pieces, start, key=_start)
        return self.pieces[max(0, first - 1) : bisect_left(self.pieces, end, key=_start)]

    def _offset(self, index: int) -> int:
        at = bisect_right(self.pieces, index, key=_start)
        piece = self.pieces[at - 1] if at else None
        if piece is None or index >= piece.start + piece.length:
            return self._end_offset(index)
        return piece.offset + (index - piece.start if piece.verbatim else 0)

    def _end_offset(self, index: int) -> int:
        at = bisect_left(self.pieces, index, key=_start)
        if not at:
            return self.pieces[0].offset if self.pieces else 0
        piece = self.pieces[at - 1]
        return piece.offset + (index - piece.start if piece.verbatim else piece.extent)


_start = attrgetter("start")
