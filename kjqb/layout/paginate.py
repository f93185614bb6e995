"""Filling pages with lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kjqb.layout.flow import extents, flow
from kjqb.layout.pages import LaidBlock, PlacedLine
from kjqb.units import Length


@dataclass(frozen=True, slots=True)
class Start:
    """Where a block begins."""

    page: int
    """From 0."""
    top: int
    """From the top of the type area, in twips."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Blocks on pages."""

    pages: tuple[tuple[PlacedLine, ...], ...]
    starts: tuple[Start, ...]
    """For each block, in their order."""


def paginate(blocks: Sequence[LaidBlock], depth: Length) -> Placed:
    """Fill pages of a depth with blocks, each on the page where it falls; at least one page, perhaps empty."""
    pages: list[list[PlacedLine]] = [[]]
    starts: list[Start] = []
    for segment in flow(extents(blocks), depth.twips):
        block = blocks[segment.block]
        if segment.first == 0:
            starts.append(Start(segment.page, segment.top))
        pages += [[] for _ in range(segment.page + 1 - len(pages))]
        for rank in range(segment.count):
            index = segment.first + rank
            top = Length(segment.top + rank * block.style.pitch.twips)
            pages[segment.page].append(PlacedLine(block.lines[index], block, index, top))
    return Placed(tuple(map(tuple, pages)), tuple(starts))
