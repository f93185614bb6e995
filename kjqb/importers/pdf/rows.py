"""Rows of painted characters to lines of text, with the places where they begin and end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kjqb.external.pdf import Glyph, Row
from kjqb.text.characters import is_han, is_latin
from kjqb.text.shifted import shifted

UNKNOWN = "〓"
"""Stands for a character that the file does not name, as in galleys."""

_WORD_GAP = 0.18
"""Gap, in sizes of the type, that parts two Latin words painted without a blank."""
_HAN_GAP, _MORE = 0.2, 0.15
"""Gap that parts two Han, and by how much it is wider than the line's usual one; a justified line has wide ones all
over. Between Han and Latin a gap says nothing: word processors put one there where no blank stands."""
_CELL_GAP = 1.9
"""Gap that parts two cells of a row."""
_SHIFTED_SIZE, _UP, _DOWN = 0.8, 0.15, -0.05
"""Of a raised or lowered number: its size, and how far its base is from the line's, in the size of the line's type."""
_RADICALS = "\u2e80", "\u2fdf"
"""Signs for radicals, which some programs write for the characters that look the same."""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of text on a page; lengths in points from the page's lower left corner."""

    text: str
    page: int
    """From 1."""
    left: float
    right: float
    base: float
    size: float
    """Of its type, in points: the median of its characters'."""
    first: float
    """What the first word, with the marks that may not be parted from it, is wide."""
    cells: int = 1
    """So many parts stand far from each other."""
    longest_cells: tuple[int, ...] = ()
    """How many characters each has."""
    shifted: int = 0
    """How many raised and lowered numbers were put in characters of their own."""


def line(row: Row, page: int) -> PdfLine | None:
    """The line that a row is; None where all of it is blank."""
    seen = [glyph for glyph in row if not glyph.character.isspace()]
    if not seen:
        return None
    size = median(glyph.size for glyph in seen)
    base = median(glyph.base for glyph in seen)
    level = [_level(glyph, size, base) for glyph in row]
    text = _text(level, size)
    cells = text.split("\t")
    return PdfLine(
        text=text,
        page=page,
        left=seen[0].left,
        right=max(glyph.right for glyph in seen),
        base=base,
        size=size,
        first=_first_word(seen),
        cells=len(cells),
        longest_cells=tuple(map(len, cells)),
        shifted=sum(one is not other for one, other in zip(row, level, strict=True)),
    )


def common(text: str) -> tuple[str, int]:
    """The text with signs for radicals put as the characters that they stand for, and how many there were."""
    low, high = _RADICALS
    found = [unicodedata.normalize("NFKC", each) if low <= each <= high else each for each in text]
    return "".join(found), sum(one != other for one, other in zip(text, found, strict=True))


def _text(row: Sequence[Glyph], size: float) -> str:
    """The characters with one blank where blanks are painted or Latin words part, a tab between cells."""
    seen = [glyph for glyph in row if not glyph.character.isspace()]
    usual = median([(after.left - before.right) / (size or 1) for before, after in pairwise(seen)] or [0.0])
    parts: list[str] = []
    before: Glyph | None = None
    blank = False
    for glyph in row:
        if glyph.character.isspace():
            blank = blank or before is not None
            continue
        if before is not None:
            gap = (glyph.left - before.right) / (size or 1)
            parts.append(" " if blank and gap <= _CELL_GAP else _gap(before.character, glyph.character, gap, usual))
        parts.append(glyph.character if glyph.known else UNKNOWN)
        before, blank = glyph, False
    return "".join(parts)


def _level(glyph: Glyph, size: float, base: float) -> Glyph:
    """A number that is raised or lowered, in characters of its own."""
    by = (glyph.base - base) / size if size else 0.0
    if glyph.size > _SHIFTED_SIZE * size or _DOWN < by < _UP:
        return glyph
    character = shifted(glyph.character, up=by > 0)
    return replace(glyph, character=character) if character else glyph


def _gap(before: str, after: str, gap: float, usual: float) -> str:
    """What a gap between two characters, in sizes of the type, stands for; `usual` is that of the line."""
    if gap > _CELL_GAP:
        return "\t"
    if is_latin(before) and is_latin(after):
        return " " if gap > _WORD_GAP else ""
    parted = is_han(before) and is_han(after) and gap > max(_HAN_GAP, usual + _MORE)
    return " " if parted else ""


def _first_word(seen: list[Glyph]) -> float:
    """The width that the line above would have needed to take the beginning of this one."""
    end = 1
    for before, after in pairwise(seen):
        joined = is_latin(before.character) and is_latin(after.character)
        gap = after.left - before.right
        if not (joined and gap <= _WORD_GAP * after.size) and not _is_bound(after.character):
            break
        end += 1
    return seen[end - 1].right - seen[0].left


def _is_bound(character: str) -> bool:
    """Whether it may not begin a line."""
    return unicodedata.category(character) in {"Pe", "Pf"} or character in "，。、；：？！…—％%"


def lines(pages: tuple[tuple[Row, ...], ...]) -> Iterator[PdfLine]:
    """The lines of all pages, in order."""
    for number, rows in enumerate(pages, 1):
        for row in rows:
            found = line(row, number)
            if found:
                yield found
