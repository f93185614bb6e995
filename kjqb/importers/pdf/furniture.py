"""Page numbers and running heads: what stands at the head and foot of pages and is none of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kjqb.importers.lines import is_folio
from kjqb.importers.pdf.paragraphs import Measure
from kjqb.importers.pdf.rows import PdfLine

_EDGE = 2
"""So many lines at either end of a page may be furniture."""
_OFTEN = 0.3
"""Share of the pages that bear a running head, at least two; odd and even pages may have different ones."""
_LEVEL = 3.0
"""Points by which its height may differ from page to page."""
_SMALL = 0.9
"""Size, in that of the text, below which a line at a page's edge is none of it."""
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"[·•.\s]*(\d{1,4})[·•.\s]*")


@dataclass(frozen=True, slots=True)
class Furnished:
    """The lines of the text, and what was taken out of them."""

    text: tuple[PdfLine, ...]
    folios: tuple[PdfLine, ...]
    heads: tuple[PdfLine, ...]


def take_out(found: Sequence[PdfLine], pages: int, area: Measure) -> Furnished:
    """Take page numbers and running heads out of lines of so many pages; `area` is that of all the lines."""
    by_page = {page: list(group) for page, group in groupby(found, key=lambda line: line.page)}
    folios = set(_folios(by_page, area))
    heads: set[PdfLine] = set()
    for _ in range(_EDGE):
        left = {page: [each for each in lines if each not in folios | heads] for page, lines in by_page.items()}
        heads |= {*_heads(left, pages), *_small_heads(left, area)}
    kept = tuple(each for each in found if each not in folios | heads)
    in_order = (tuple(each for each in found if each in taken) for taken in (folios, heads))
    return Furnished(kept, *in_order)


def _folios(by_page: dict[int, list[PdfLine]], area: Measure) -> Iterator[PdfLine]:
    """Lines at a page's edge that are its number: with dashes or 页, or bare and going up with the pages, or small."""
    counted: dict[int, list[PdfLine]] = defaultdict(list)
    for page, lines in by_page.items():
        for each in {*lines[:_EDGE], *lines[-_EDGE:]}:
            bare = _BARE.fullmatch(each.text)
            if is_folio(each.text):
                yield each
            elif bare and each in (lines[0], lines[-1]):
                counted[int(bare[1]) - page].append(each)
                if each.size < _SMALL * area.size:
                    yield each
    for group in counted.values():
        if len({each.page for each in group}) > 1:
            yield from group


def _small_heads(by_page: dict[int, list[PdfLine]], area: Measure) -> Iterator[PdfLine]:
    """First lines of pages in a smaller type than the text, which is no place for notes."""
    for lines in by_page.values():
        if len(lines) > 1 and lines[0].size < _SMALL * area.size <= lines[1].size:
            yield lines[0]


def _heads(by_page: dict[int, list[PdfLine]], pages: int) -> Iterator[PdfLine]:
    """Outermost lines that are the same, digits aside, at one height on many pages."""
    alike: dict[tuple[str, int], list[PdfLine]] = defaultdict(list)
    for lines in by_page.values():
        for place, at in (("", 0), ("", -1)):
            if len(lines) > 1:
                alike[place + _DIGITS.sub("0", lines[at].text), at].append(lines[at])
    for group in alike.values():
        level = [each for each in group if abs(each.base - group[0].base) <= _LEVEL]
        if len({each.page for each in level}) >= max(2, _OFTEN * pages):
            yield from level
