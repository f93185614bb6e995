"""How safe a page number is: by how many lines the text before a title may grow or shrink and leave it on its page.

The text is cut into stretches: what is kept together, and the plain lines behind it. Between two stretches lines may
come or go. A stretch hands on to the next the places where the text may end, each with the fewest lines that bring it
there; so the work grows with the text, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from kjqb.layout.flow import NOTE_RULE, Extents, Segment, extents, flow
from kjqb.layout.pages import LaidBlock, is_title
from kjqb.model.page_setup import PageSetup

SAFE = 4
"""With so many lines of slack or more no page number moved in any likely program simulated (docs/slack.md)."""

Place = int
"""How far down the text has come, in twips: whole pages of lines, and lines of the page that is being filled."""

Costs = dict[Place, int]
"""Places that the end of a text may come to, each with the fewest lines that must come or go for it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks of which each is kept with the one before, and plain lines, which a page turn parts anywhere."""

    blocks: tuple[Extents, ...]
    lines: int
    """The plain lines."""
    titles: tuple[int, ...]
    """Which of the blocks are articles' titles; several where an article has no text yet."""
    height: int | None
    """Of the blocks, in twips; None where more than their lines decides it."""
    needed: float
    """What of a page must be free for it to begin there, in twips; none is enough for what begins a page of its own."""

    @property
    def spare(self) -> int:
        """Lines that may go so that no block goes altogether."""
        return self.lines + (self.blocks[-1].lines - 1 if self.blocks else 0)


@dataclass(frozen=True, slots=True)
class Grid:
    """Pages as so many lines below one another."""

    depth: int
    pitch: int
    lines: int
    page: int
    """From the first line of a page to that of the next."""

    @classmethod
    def of(cls, setup: PageSetup) -> Grid:
        """The grid of a page setup."""
        return cls(setup.depth.twips, setup.pitch.twips, setup.lines, setup.lines * setup.pitch.twips)

    @property
    def most(self) -> int:
        """Lines that, if as many may go as come, move any title: half a page, rounded up."""
        return (self.lines + 1) // 2


def is_safe(slack: int) -> bool:
    """Whether a page number with that slack may be trusted in programs that squeeze, hang or space marks."""
    return slack >= SAFE


def slacks(blocks: Sequence[LaidBlock], setup: PageSetup) -> list[int]:
    """The slack of every article's title, in order: at most half a page; a page for the first, which cannot move.

    The lines may come or go at one place or at several; more of one and fewer of another do not make up for each
    other. Before an article that begins a page of its own, only the number of pages counts.
    """
    grid = Grid.of(setup)
    found: list[int] = []
    place, costs, most = 0, {0: 0}, grid.most
    before: Stretch | None = None
    for stretch in _stretches(blocks, grid):
        costs = _spread(costs, before.spare, grid.pitch, most) if before else costs
        before = stretch
        ends = {start: _set(stretch, start, grid) for start in costs}
        pages, place = ends[place]
        for rank, page in enumerate(pages):
            moving = (cost for start, cost in costs.items() if ends[start][0][rank] != page)
            found.append(min(moving, default=most + 1) - 1 if found else grid.lines)
        costs = _fewest((ends[start][1], cost) for start, cost in costs.items())
        most = min(most, _whole_pages(costs, place, grid))
    return found


def _stretches(blocks: Sequence[LaidBlock], grid: Grid) -> Iterator[Stretch]:
    """The blocks in order; a stretch begins with each that is neither plain nor kept."""
    chain: list[Extents] = []
    titles: tuple[int, ...] = ()
    lines = 0
    for block, extent in zip(blocks, extents(blocks), strict=True):
        plain = 0 if is_title(block) else _plain_lines(extent, grid)
        if plain < extent.lines:
            if not extent.kept and (chain or lines):
                yield _stretch(chain, lines, titles)
                chain, titles, lines = [], (), 0
            titles += (len(chain),) if is_title(block) else ()
            chain.append(replace(extent, lines=extent.lines - plain) if plain else extent)
        lines += plain
    if chain or lines:
        yield _stretch(chain, lines, titles)


def _stretch(chain: Sequence[Extents], lines: int, titles: tuple[int, ...]) -> Stretch:
    height = None if any(block.strips for block in chain) else sum(block.lines * block.pitch for block in chain)
    return Stretch(tuple(chain), lines, titles, height, _needed(chain[0]) if chain else 0)


def _needed(first: Extents) -> float:
    """What of a page must be free for a block to begin there; nothing where the height of lines does not decide it."""
    if first.new_page:
        return inf
    return 0 if first.kept or first.opening else first.needed


def _plain_lines(block: Extents, grid: Grid) -> int:
    """How many of a block's lines, from its last one up, a page turn may part anywhere, and before them."""
    bound = block.new_page or block.holds_two or block.strips
    if bound or block.pitch != grid.pitch or block.needed != grid.pitch:
        return 0
    return block.lines - 1 if block.kept else block.lines


def _set(stretch: Stretch, start: Place, grid: Grid) -> tuple[tuple[int, ...], Place]:
    """The pages of a stretch's titles, and where it ends, if the text before it ends at `start`."""
    page, used = divmod(start, grid.page)
    if used and stretch.needed > grid.depth - used:
        page, used, start = page + 1, 0, start - used + grid.page
    if stretch.height is not None and used + stretch.height <= grid.page:
        return (page,) * len(stretch.titles), _below(start + stretch.height, stretch.lines, grid)
    titles: list[int] = []
    for segment in flow(stretch.blocks, grid.depth, used=used):
        if segment.block in stretch.titles and segment.first == 0:
            titles.append(page + segment.page)
    return tuple(titles), _below(page * grid.page + _end(segment, grid), stretch.lines, grid)


def _end(segment: Segment, grid: Grid) -> Place:
    """Where the text comes to behind a segment; what is carried over of a footnote takes the head of the next page."""
    if segment.carried:
        return (segment.page + 1) * grid.page + NOTE_RULE + segment.carried
    return segment.page * grid.page + min(grid.depth - segment.room, grid.page)


def _below(place: Place, lines: int, grid: Grid) -> Place:
    """So many plain lines below a place; what is left of a page behind its last whole line stays free."""
    room = (grid.page - place % grid.page) // grid.pitch
    if lines <= room:
        return place + lines * grid.pitch
    return (place // grid.page + 1) * grid.page + (lines - room) * grid.pitch


def _spread(costs: Costs, spare: int, pitch: int, most: int) -> Costs:
    """The places that more lines lead to from those reached so far, or fewer, of which there are only so many.

    From the top down, so that a way may end where another has come as cheaply: that one leads on at least as far.
    """
    made = {place: cost for place, cost in sorted(costs.items()) if cost <= most}
    for place, cost in list(made.items()):
        for step, steps in ((pitch, most - cost), (-pitch, min(most - cost, spare))):
            for change in range(1, steps + 1):
                moved = place + change * step
                if made.get(moved, most + 1) <= cost + change:
                    break
                made[moved] = cost + change
    return made


def _whole_pages(costs: Costs, place: Place, grid: Grid) -> int:
    """The fewest lines that bring the text whole pages away from its place, and with it all titles that follow."""
    away = (cost for other, cost in costs.items() if other != place and (other - place) % grid.page == 0)
    return min(away, default=grid.most)


def _fewest(ends: Iterable[tuple[Place, int]]) -> Costs:
    made: Costs = {}
    for place, cost in ends:
        made[place] = min(cost, made.get(place, cost))
    return made
