"""A Markdown text as markdown-it reads it, and the way back to the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.errors import Where
from kjqb.model.source import Passage, Piece, Source
from kjqb.text.spans import Span

BLANKS = "\t\n\v\f\r \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
"""What readers of Markdown trim from both ends of a block."""

_LINE_END = re.compile(r"\r\n?")


class MarkdownText:
    """Part of a source, with LF for every line end."""

    def __init__(self, source: Source, span: Span) -> None:
        self.source = source
        self._start = span.start
        raw = source.text[span.start : span.end]
        self.text = _LINE_END.sub("\n", raw)
        self._shortened = [match.start() - rank for rank, match in enumerate(re.finditer("\r\n", raw))]
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line_start(self, line: int) -> int:
        """Where a line (from 0) begins; behind the last line where there is none."""
        return self._line_starts[line] if line < len(self._line_starts) else len(self.text)

    def offset(self, at: int) -> int:
        """The offset in the source of one in the text."""
        return self._start + at + bisect_left(self._shortened, at)

    def where(self, at: int) -> Where:
        """The place in the file."""
        return self.source.where(self.offset(at))

    def passage(self, start: int, end: int) -> Passage:
        """A stretch of one line."""
        offset = self.offset(start)
        return Passage.verbatim(self.source, Span(offset, offset + end - start))


@dataclass(frozen=True, slots=True)
class Stretch:
    """`length` characters of an inline content, from `start`, that stand in the text at `offset`."""

    start: int
    offset: int
    length: int


class Places:
    """Where the characters of an inline content stand in a text.

    What lies between two stretches of the content is line ends and blanks, between two of the text also markup.
    """

    def __init__(self, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._starts = [stretch.start for stretch in stretches]

    def offset(self, index: int) -> int:
        """Where a character stands; of one in no stretch, where the stretch before it ends."""
        stretch = self._stretches[max(0, bisect_right(self._starts, index) - 1)]
        return stretch.offset + min(max(0, index - stretch.start), stretch.length)

    def part(self, start: int, end: int) -> Places:
        """Those of the content from `start` to `end` (exclusive)."""
        made: list[Stretch] = []
        for stretch in self._stretches:
            first, last = max(start, stretch.start), min(end, stretch.start + stretch.length)
            if first < last:
                made.append(Stretch(first - start, stretch.offset + first - stretch.start, last - first))
        return Places(made or [Stretch(0, self.offset(start), 0)])

    def passage(self, text: MarkdownText, content: str, start: int, end: int) -> Passage:
        """Characters `start` to `end` (exclusive) of the content as they stand in the text."""
        pieces = tuple(self._pieces(text, start, end))
        return Passage(content[start:end], text.source, pieces or (Piece(0, 0, text.offset(self.offset(start)), 0),))

    def replaced(self, text: MarkdownText, written: Span, shown: str) -> Passage:
        """A text that is shown for the characters of the content that are written."""
        start = text.offset(self.offset(written.start))
        end = text.offset(self.offset(written.end - 1)) + 1
        return Passage(shown, text.source, (Piece(0, len(shown), start, end - start),))

    def _pieces(self, text: MarkdownText, start: int, end: int) -> Iterator[Piece]:
        first = max(0, bisect_right(self._starts, start) - 1)
        for rank in range(first, bisect_left(self._starts, end)):
            stretch = self._stretches[rank]
            begin, stop = max(start, stretch.start), min(end, stretch.start + stretch.length)
            if begin < stop:
                offset = text.offset(stretch.offset + begin - stretch.start)
                yield Piece(begin - start, stop - begin, offset, stop - begin)
