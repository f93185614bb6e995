"""Filling pages with blocks, keeping together what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kjqb.layout.pages import LaidBlock, PlacedLine
from kjqb.units import Length

AT_LEAST = 2
"""Lines that widow control keeps together at the foot and at the head of a page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Blocks on pages, and where each block began."""

    pages: tuple[tuple[PlacedLine, ...], ...]
    starts: tuple[Start, ...]
    """For each block, in their order."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a block began, and how close that was to a page turn. Heights in twips."""

    page: int
    """From 0."""
    above: int
    """What stands over it on its page."""
    needed: int
    """What must stand on one page with its first line: its chain of kept blocks."""
    left_before: int
    """What was left free at the foot of the page before."""


def paginate(blocks: Sequence[LaidBlock], depth: Length) -> Placed:
    """Fill pages of a depth with blocks, each on the page where it falls; at least one page, perhaps empty."""
    filler = _Filler(depth.twips)
    starts: list[Start] = []
    for at, block in enumerate(blocks):
        needed = sum(_needed_heights(blocks[at:]))
        kept = at > 0 and blocks[at - 1].style.keep_next and not block.new_page
        if (block.new_page and not filler.is_fresh) or (not kept and not filler.has_room(needed)):
            filler.turn()
        starts.append(Start(len(filler.pages) - 1, filler.used, needed, filler.left_before))
        filler.add(block)
    return Placed(tuple(tuple(page) for page in filler.pages), tuple(starts))


def _needed_heights(blocks: Sequence[LaidBlock]) -> Iterator[int]:
    """Heights that must share a page: the first block's opening lines, or its all and so on while it keeps the next."""
    for block in blocks:
        if block.style.keep_next:
            yield block.height
            continue
        yield _opening(block) * block.style.pitch.twips
        return


def _opening(block: LaidBlock) -> int:
    """Fewest lines of a block that may stand at a page's foot."""
    count = len(block.lines)
    if not block.holds_two:
        return 1
    return AT_LEAST if count >= 2 * AT_LEAST else count


class _Filler:
    """The pages so far and what is used of the last one, in twips."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self.pages: list[list[PlacedLine]] = [[]]
        self.used = 0
        self.left_before = 0

    @property
    def is_fresh(self) -> bool:
        return not self.pages[-1]

    def has_room(self, height: int) -> bool:
        return self.is_fresh or self.used + height <= self._depth

    def turn(self) -> None:
        self.left_before = self._depth - self.used
        self.pages.append([])
        self.used = 0

    def add(self, block: LaidBlock) -> None:
        pitch, count = block.style.pitch.twips, len(block.lines)
        for index, text in enumerate(block.lines):
            remaining = count - index
            widow = block.holds_two and remaining == AT_LEAST and index > 0 and not self._fits(AT_LEAST * pitch)
            if not self.is_fresh and (widow or not self._fits(pitch)):
                self.turn()
            self.pages[-1].append(PlacedLine(text, block, index, Length(self.used)))
            self.used += pitch

    def _fits(self, height: int) -> bool:
        return self.used + height <= self._depth
