"""Where blocks fall when they fill pages, keeping together what belongs together. Lengths in twips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kjqb.layout.pages import LaidBlock, LaidNote, LaidTable, LaidText, begins_page, keeps_next

AT_LEAST = 2
"""Lines that widow control keeps together at the foot and at the head of a page, and rows of a table at its foot."""

NOTE_RULE = 210
"""What the rule above a page's footnotes takes, whatever their number.

LibreOffice takes some 120, whatever the file says; on a grid of half pitches no page turn depends on which it is.
"""


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines of one block, or rows of a table, that stand together on one page."""

    block: int
    first: int
    count: int
    page: int
    top: int
    room: int
    """What it leaves of its page, footnotes taken off."""
    carried: int = 0
    """What of its last footnote is left for the foot of the next page."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What no page turn parts, where the strips of a block are not alike: a row, or a line of a noted paragraph."""

    height: int
    notes: tuple[int, ...] = ()
    """Height of each footnote that hangs on it."""
    note_line: int = 0
    """Height of a line of them."""


@dataclass(frozen=True, slots=True)
class Extents:
    """What of a block decides where it falls."""

    lines: int
    """Lines, rows, or one figure."""
    pitch: int
    """Of each of them, where they are alike."""
    holds_two: bool
    new_page: bool
    kept: bool
    """Whether the block before it holds on to it."""
    needed: int
    """What must stand on one page with its first line: itself, if it keeps the next, and so on."""
    opening: tuple[Strip, ...] = ()
    """The same, strip by strip, where footnotes hang on it."""
    strips: tuple[Strip, ...] = ()
    """One for each of its lines, where they are not alike."""
    header: int = 0
    """Height of what heads it again on every further page."""


def extents(blocks: Sequence[LaidBlock]) -> list[Extents]:
    """What decides where each block falls, in their order."""
    made: list[Extents] = []
    opening: tuple[Strip, ...] = ()
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        keeps = keeps_next(block) and at + 1 < len(blocks) and not begins_page(blocks[at + 1])
        opening = (*_strips(block), *opening) if keeps else _opening(block)
        kept = at > 0 and keeps_next(blocks[at - 1]) and not begins_page(block)
        made.append(_extents(block, opening, kept=kept))
    return made[::-1]


def flow(blocks: Sequence[Extents], depth: int, *, used: int = 0) -> Iterator[Segment]:
    """The segments of blocks that begin on page 0, of which so much is used already."""
    page = _Page(depth, used)
    for at, block in enumerate(blocks):
        if not page.fresh and (block.new_page or not (block.kept or page.has_room(block))):
            page = page.following(0)
        first = 0
        while first < block.lines:
            count = page.fitting(block, first)
            if count:
                top = page.text
                page.take(block, first, count)
                yield Segment(at, first, count, page.number, top, page.room, page.carried)
                first += count
            if first < block.lines:
                page = page.following(block.header)


class _Page:
    """A page that is filled with text from its head and with footnotes from its foot."""

    __slots__ = ("carried", "depth", "fresh", "note_line", "noted", "number", "room", "text")

    def __init__(self, depth: int, used: int = 0, number: int = 0) -> None:
        self.depth = depth
        self.number = number
        self.text = used
        self.room = depth - used
        self.fresh = used == 0
        self.noted = False
        self.carried = self.note_line = 0

    def following(self, header: int) -> _Page:
        """The page after it, with what of a footnote is left at its foot, and so much at its head already."""
        page = _Page(self.depth, number=self.number + 1)
        page.text = header
        page.room -= header
        if self.carried:
            page._note(self.carried, self.note_line)
        return page

    def has_room(self, block: Extents) -> bool:
        """Whether what must stand together at the block's beginning goes on it."""
        if not block.opening:
            return block.needed <= self.room
        trial = self._copy()
        return all(trial._takes(strip) for strip in block.opening)

    def fitting(self, block: Extents, first: int) -> int:
        """How many of a block's lines from `first` go on it; on a fresh page at least one."""
        remaining = block.lines - first
        count = self._fitting_strips(block, first) if block.strips else min(remaining, max(self.room // block.pitch, 0))
        if block.holds_two and remaining - count == 1 and count:
            count -= 1
        return max(count, 1) if self.fresh else count

    def take(self, block: Extents, first: int, count: int) -> None:
        """Set so many of its lines."""
        if block.strips:
            for strip in block.strips[first : first + count]:
                self._set(strip)
        else:
            self._fill(count * block.pitch)

    def _fitting_strips(self, block: Extents, first: int) -> int:
        trial = self._copy()
        for count, strip in enumerate(block.strips[first:]):
            if not trial._takes(strip):
                return count
        return block.lines - first

    def _takes(self, strip: Strip) -> bool:
        """Set a strip if it goes on the page: with its footnotes, of the last of which one line is enough."""
        if strip.notes:
            rule = 0 if self.noted else NOTE_RULE
            least = strip.height + sum(strip.notes[:-1]) + strip.note_line + rule
            if self.carried or least > self.room:
                return False
        elif strip.height > self.room:
            return False
        self._set(strip)
        return True

    def _set(self, strip: Strip) -> None:
        self._fill(strip.height)
        for note in strip.notes:
            self._note(note, strip.note_line)

    def _fill(self, height: int) -> None:
        self.text += height
        self.room -= height
        self.fresh = False

    def _note(self, height: int, line: int) -> None:
        """Set a footnote, as many of its lines as there is room for."""
        if not self.noted:
            self.room -= NOTE_RULE
            self.noted = True
        lines = min(height, max(self.room, 0) // line * line)
        self.room -= lines
        self.carried, self.note_line = height - lines, line

    def _copy(self) -> _Page:
        page = _Page(self.depth)
        for name in self.__slots__:
            setattr(page, name, getattr(self, name))
        return page


def _extents(block: LaidBlock, opening: tuple[Strip, ...], *, kept: bool) -> Extents:
    """What decides where a block falls, of which `opening` must stand together."""
    needed = sum(strip.height for strip in opening)
    noted = opening if any(strip.notes for strip in opening) else ()
    if isinstance(block, LaidText):
        strips = _strips(block) if block.notes else ()
        lines, pitch = len(block.lines), block.style.pitch.twips
        return Extents(lines, pitch, block.holds_two, block.new_page, kept, needed, noted, strips)
    if isinstance(block, LaidTable):
        header = block.rows[0].height.twips
        return Extents(len(block.rows), 0, False, False, kept, needed, noted, _strips(block), header)
    return Extents(1, block.height, False, False, kept, needed, noted)


def _strips(block: LaidBlock) -> tuple[Strip, ...]:
    """What no page turn parts, in order."""
    if isinstance(block, LaidTable):
        return tuple(Strip(row.height.twips) for row in block.rows)
    if not isinstance(block, LaidText):
        return (Strip(block.height),)
    pitch, notes = block.style.pitch.twips, iter(block.notes)
    if not block.notes:
        return (Strip(pitch),) * len(block.lines)
    return tuple(_line(pitch, [next(notes) for _ in range(line.notes)]) for line in block.lines)


def _line(pitch: int, notes: Sequence[LaidNote]) -> Strip:
    if not notes:
        return Strip(pitch)
    return Strip(pitch, tuple(note.height for note in notes), notes[0].pitch)


def _opening(block: LaidBlock) -> tuple[Strip, ...]:
    """What of a block must stand together where it begins."""
    strips = _strips(block)
    if isinstance(block, LaidTable):
        return strips[:AT_LEAST]
    if not isinstance(block, LaidText) or block.style.whole:
        return strips
    count = len(strips)
    return strips[: (AT_LEAST if count >= 2 * AT_LEAST else count) if block.holds_two else 1]
