"""Lines of a PDF to paragraphs: a line goes on in the next where it is full, over page turns too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kjqb.importers.numbered import opens_item
from kjqb.importers.pdf.rows import PdfLine
from kjqb.text.characters import ends_sentence

_SHARE = 0.05
"""Share of the lines that begin or end at a margin."""
_INDENT, _TOLERANCE = 1.2, 0.6
"""In sizes of the type: what counts as an indent, and by how much ends of full lines differ."""
_ENOUGH = 8
"""Lines by which margins are told."""
_SAME_SIZE = 0.06
"""Share by which sizes of one paragraph's lines may differ."""
_SMALL = 0.9
"""Size, in that of the text, below which lines at a page's foot are notes."""
_FAR = 1.45
"""Distance of two lines, in the usual one, that parts paragraphs."""
_ENTRY = re.compile(r"(?:[.．…⋯‥·・_]{2,}|\t)\s*\d{1,4}\Z")
"""The end of a line of a contents list."""


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """The lines of one paragraph."""

    lines: tuple[PdfLine, ...]

    @property
    def turns(self) -> int:
        """How many page turns it goes over."""
        return len({line.page for line in self.lines}) - 1

    @property
    def size(self) -> float:
        """Of the type of its first line, in points."""
        return self.lines[0].size


@dataclass(frozen=True, slots=True)
class Measure:
    """The text area, by odd and even pages, and its type; in points."""

    left: tuple[float, float]
    right: tuple[float, float]
    size: float
    pitch: float

    def indent(self, line: PdfLine) -> float:
        """How far from the margin a line begins, in sizes of the type."""
        return (line.left - self.left[line.page % 2]) / self.size

    def rest(self, line: PdfLine) -> float:
        """How far from the other margin it ends, in points."""
        return self.right[line.page % 2] - line.right


def measure(found: Sequence[PdfLine]) -> Measure:
    """The text area of a document's lines; there is at least one."""
    size = Counter(round(line.size * 2) / 2 for line in found for _ in line.text).most_common(1)[0][0] or 1.0
    text = [line for line in found if abs(line.size - size) <= _SAME_SIZE * size + 0.3] or list(found)
    sides = [[line for line in text if line.page % 2 == side] for side in (0, 1)]
    edges = [_edges(max(sides, key=len))] * 2
    for side, of_side in enumerate(sides):
        edges[side] = _edges(of_side) if len(of_side) >= _ENOUGH else _shifted(edges[side], of_side)
    distances = [
        round(above.base - below.base, 1) for above, below in pairwise(text) if above.page == below.page
    ]  # fmt: skip
    usual = Counter(distance for distance in distances if distance > 0).most_common(1)
    return Measure(
        left=(edges[0][0], edges[1][0]),
        right=(edges[0][1], edges[1][1]),
        size=size,
        pitch=usual[0][0] if usual else 2 * size,
    )


def _edges(found: Sequence[PdfLine]) -> tuple[float, float]:
    return _margin(found, "left"), _margin(found, "right")


def _shifted(edges: tuple[float, float], found: Sequence[PdfLine]) -> tuple[float, float]:
    """The margins of the other pages, moved to where these few lines begin if they are outside of them."""
    left, right = edges
    begin, end = min((line.left for line in found), default=left), max((line.right for line in found), default=right)
    if left - 1 <= begin and end <= right + 1:
        return edges
    return begin, max(end, begin + right - left)


def _margin(found: Sequence[PdfLine], side: str) -> float:
    """The outermost place where several lines begin or end."""
    outermost = min if side == "left" else max
    places = Counter(round(getattr(line, side)) for line in found)
    near = {place: sum(places[place + by] for by in (-1, 0, 1)) for place in places}
    often = [place for place, count in near.items() if count >= max(2, _SHARE * len(found))]
    return float(outermost(often or places))


def paragraphs(found: Sequence[PdfLine], area: Measure) -> Iterator[PdfParagraph]:
    """The lines in order, those of one paragraph together; notes at the foot of a page follow what goes over it."""
    group: list[PdfLine] = []
    held: list[PdfLine] = []
    notes = set(_notes(found, area))
    for line in found:
        if line in notes:
            held.append(line)
            continue
        if group and not _goes_on(group[-1], line, area):
            yield PdfParagraph(tuple(group))
            yield from _apart(held, area)
            group, held = [], []
        group.append(line)
    if group:
        yield PdfParagraph(tuple(group))
    yield from _apart(held, area)


def _apart(held: Sequence[PdfLine], area: Measure) -> Iterator[PdfParagraph]:
    """Notes, each beginning with its number or mark."""
    group: list[PdfLine] = []
    for line in held:
        if group and (_NOTE.match(line.text) or line.page != group[-1].page or area.rest(group[-1]) > 4 * line.size):
            yield PdfParagraph(tuple(group))
            group = []
        group.append(line)
    if group:
        yield PdfParagraph(tuple(group))


_NOTE = re.compile(r"[①-⑳*＊†\[［〔]|\d{1,2}(?!\d)|注[：:]")


def _notes(found: Sequence[PdfLine], area: Measure) -> Iterator[PdfLine]:
    """The small lines that end a page that has others."""
    for page in {line.page for line in found}:
        on_page = [line for line in found if line.page == page]
        small = [line.size < _SMALL * area.size for line in on_page]
        if False in small:
            last = len(small) - small[::-1].index(False)
            yield from on_page[last:]


def _goes_on(line: PdfLine, after: PdfLine, area: Measure) -> bool:
    """Whether a paragraph goes on: its line is full, the next is not indented, of the same type, and near."""
    if abs(line.size - after.size) > _SAME_SIZE * line.size or line.cells > 1 or after.cells > 1:
        return False
    if _ENTRY.search(line.text):
        return False
    if line.page == after.page and line.base - after.base > _FAR * area.pitch:
        return False
    if area.rest(line) >= after.first + _TOLERANCE * area.size:
        return False
    if area.indent(after) <= _INDENT:
        return area.indent(line) <= 2 * _INDENT + _TOLERANCE or abs(line.left - after.left) < area.size
    aligned = abs(line.left - after.left) <= _TOLERANCE * area.size
    return aligned and not ends_sentence(line.text) and not opens_item(after.text)
