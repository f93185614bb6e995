"""Filling pages with lines, rows and figures, and their feet with footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kjqb.layout.flow import Segment, extents, flow
from kjqb.layout.inline import OWN_NUMBER
from kjqb.layout.pages import (
    LaidBlock,
    LaidNote,
    LaidTable,
    LaidText,
    PlacedFigure,
    PlacedItem,
    PlacedLine,
    PlacedRow,
)
from kjqb.units import Length


@dataclass(frozen=True, slots=True)
class Start:
    """Where a block begins."""

    page: int
    """From 0."""
    top: int
    """From the top of the type area, in twips."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands on a page."""

    items: tuple[PlacedItem, ...] = ()
    notes: tuple[PlacedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """Blocks on pages."""

    pages: tuple[Filled, ...]
    starts: tuple[Start, ...]
    """For each block, in their order."""


def paginate(blocks: Sequence[LaidBlock], depth: Length) -> Placed:
    """Fill pages of a depth with blocks, each on the page where it falls; at least one page, perhaps empty."""
    pages = [_PageInMaking()]
    starts: list[Start] = []
    for segment in flow(extents(blocks), depth.twips):
        if segment.first == 0:
            starts.append(Start(segment.page, segment.top))
        while segment.page >= len(pages):
            pages.append(_PageInMaking(pages[-1].rest))
        pages[segment.page].take(blocks[segment.block], segment)
    if pages[-1].rest:
        pages.append(_PageInMaking(pages[-1].rest))
    return Placed(tuple(page.filled(depth) for page in pages), tuple(starts))


NoteLine = tuple[LaidText, int, int]
"""A line of a footnote: its paragraph, which of its lines it is, and the footnote's number."""


class _PageInMaking:
    """A page that takes segments, and numbers their footnotes as they come."""

    def __init__(self, rest: Sequence[NoteLine] = ()) -> None:
        """`rest` is what the page before has left of a footnote."""
        self._items: list[PlacedItem] = []
        self._notes = list(rest)
        self._count = 0
        self._carried = 0

    def take(self, block: LaidBlock, segment: Segment) -> None:
        """Place a segment."""
        if isinstance(block, LaidText):
            self._items += self._lines(block, segment)
        elif isinstance(block, LaidTable):
            self._items += _rows(block, segment)
        else:
            self._items.append(PlacedFigure(block, Length(segment.top)))
        self._carried = segment.carried // self._notes[-1][0].style.pitch.twips if self._notes else 0

    @property
    def rest(self) -> Sequence[NoteLine]:
        """The lines of its last footnote that it has no room for."""
        return self._notes[len(self._notes) - self._carried :]

    def filled(self, depth: Length) -> Filled:
        """The page, its footnotes at the foot of the type area."""
        lines = self._notes[: len(self._notes) - self._carried]
        top = depth.twips - sum(paragraph.style.pitch.twips for paragraph, _, _ in lines)
        placed: list[PlacedLine] = []
        for paragraph, index, number in lines:
            line = paragraph.lines[index]
            placed.append(PlacedLine(line, paragraph, index, Length(top), (number,) * line.text.count(OWN_NUMBER)))
            top += paragraph.style.pitch.twips
        return Filled(tuple(self._items), tuple(placed))

    def _lines(self, block: LaidText, segment: Segment) -> Iterator[PlacedLine]:
        pitch = block.style.pitch.twips
        hung = _by_line(block) if block.notes else None
        for rank in range(segment.count):
            index = segment.first + rank
            numbers = tuple(map(self._number, hung[index])) if hung else ()
            yield PlacedLine(block.lines[index], block, index, Length(segment.top + rank * pitch), numbers)

    def _number(self, note: LaidNote) -> int:
        """Take in a footnote; its number on this page."""
        self._count += 1
        self._notes += (
            (paragraph, index, self._count) for paragraph in note.paragraphs for index in range(len(paragraph.lines))
        )
        return self._count


def _rows(table: LaidTable, segment: Segment) -> Iterator[PlacedRow]:
    """The rows of a segment, below the header where it goes on from another page."""
    if segment.first:
        yield PlacedRow(table, 0, Length(segment.top - table.rows[0].height.twips))
    top = segment.top
    for index in range(segment.first, segment.first + segment.count):
        yield PlacedRow(table, index, Length(top))
        top += table.rows[index].height.twips


def _by_line(block: LaidText) -> list[tuple[LaidNote, ...]]:
    """The footnotes of each line."""
    ends = accumulate((line.notes for line in block.lines), initial=0)
    return [block.notes[start:end] for start, end in pairwise(ends)]
