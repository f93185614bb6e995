"""Where blocks fall when they fill pages, keeping together what belongs together. Lengths in twips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kjqb.layout.pages import LaidBlock

AT_LEAST = 2
"""Lines that widow control keeps together at the foot and at the head of a page."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines of one block that stand together on one page."""

    block: int
    first: int
    count: int
    page: int
    top: int


@dataclass(frozen=True, slots=True)
class Extents:
    """What of a block decides where it falls."""

    lines: int
    pitch: int
    holds_two: bool
    new_page: bool
    kept: bool
    """Whether the block before it holds on to it."""
    needed: int
    """What must stand on one page with its first line: itself, if it keeps the next, and so on."""


def extents(blocks: Sequence[LaidBlock]) -> list[Extents]:
    """What decides where each block falls, in their order."""
    made: list[Extents] = []
    needed = 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        keeps = block.style.keep_next and at + 1 < len(blocks) and not blocks[at + 1].new_page
        needed = block.height + needed if keeps else _opening(block) * block.style.pitch.twips
        kept = at > 0 and blocks[at - 1].style.keep_next and not block.new_page
        count, pitch = len(block.lines), block.style.pitch.twips
        made.append(Extents(count, pitch, block.holds_two, block.new_page, kept, needed))
    return made[::-1]


def flow(blocks: Sequence[Extents], depth: int, *, change: int = 0, used: int = 0) -> Iterator[Segment]:
    """The segments of blocks that begin on page 0, `used` of which is taken; `change` is added to that page's depth."""
    page, room, fresh = 0, depth + change - used, used == 0
    for at, block in enumerate(blocks):
        if not fresh and (block.new_page or (not block.kept and block.needed > room)):
            page, room, fresh = page + 1, depth, True
        first = 0
        while first < block.lines:
            count = _fitting(block, first, room, fresh=fresh)
            if count:
                top = depth - room if page else depth + change - room
                yield Segment(at, first, count, page, top)
                first, room, fresh = first + count, room - count * block.pitch, False
            if first < block.lines:
                page, room, fresh = page + 1, depth, True


def _fitting(block: Extents, first: int, room: int, *, fresh: bool) -> int:
    """How many of a block's lines from `first` go into the room; on a fresh page at least one."""
    remaining = block.lines - first
    fitting = min(remaining, max(room // block.pitch, 0))
    if block.holds_two and remaining - fitting == 1 and fitting:
        fitting -= 1
    return max(fitting, 1) if fresh else fitting


def _opening(block: LaidBlock) -> int:
    """Fewest lines of a block that may stand at a page's foot."""
    count = len(block.lines)
    if not block.holds_two:
        return 1
    return AT_LEAST if count >= 2 * AT_LEAST else count
