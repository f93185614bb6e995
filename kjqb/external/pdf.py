"""The text of PDF files as painted, read with the library pypdfium2, which verification and import need."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from ctypes import c_double
from dataclasses import dataclass
from math import sin
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kjqb.errors import KjqbError, ToolMissingError, Where
from kjqb.external.pdf_streams import swells

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

PACKAGE = "pypdfium2"

_SAME_LINE = 0.4
"""How far apart, in heights of a character, neighbouring base lines of one line may be: a raised number is a third."""

_SAME_LINE_OF_TYPE = 0.5
"""The same in sizes of the type, where those are known: word processors raise by up to 0.42, lines are 1.1 apart."""

_LINE_END_HYPHENS = ("\x02", "\ufffe")
"""What the library says for a hyphen behind which a word goes on in the next line."""


_UNKNOWN = ("\0", "\ufffd")
"""What the library says for a character that the file does not name."""

_UPRIGHT = 0.17
"""Sine of the angle, some ten degrees, up to which a character counts as upright."""


class LargePdfError(KjqbError):
    """A PDF file of more pages or characters than are read."""

    slug = "large-pdf"

    def __init__(self, name: str, what: str) -> None:
        super().__init__(what, where=Where(name), hint="用PDF软件取出所需的几页，另存后再导入")


class UnreadablePdfError(KjqbError):
    """A PDF file that is damaged, locked with a password, or none."""

    slug = "unreadable-pdf"

    def __init__(self, name: str) -> None:
        super().__init__("无法读取这个PDF文件", where=Where(name), hint="确认文件完整、没有密码，或重新打印为PDF")


def library() -> Any:
    """The library; raises ToolMissingError when it is not installed."""
    try:
        import pypdfium2
    except ModuleNotFoundError:
        hint = '核对页码、导入PDF才用得上它；用“pip install "kjqb[pdf]"”安装'
        raise ToolMissingError(f"没有找到读取PDF的程序库{PACKAGE}", hint=hint) from None
    return pypdfium2


def pages(file: Path) -> tuple[tuple[str, ...], ...]:
    """The lines of each page, from the top down, without white space; the cells of a row are one line.

    Lines are made from the places of the characters, not from their order in the file: a justified line is one,
    whatever it is painted in. Raises ToolMissingError and UnreadablePdfError.
    """
    pdfium = library()
    try:
        document = pdfium.PdfDocument(file)
    except pdfium.PdfiumError:
        raise UnreadablePdfError(file.name) from None
    try:
        return tuple(tuple(map(_text, _rows(_glyphs(page.get_textpage())))) for page in document)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class Glyph:
    """A painted character; lengths in points from the page's lower left corner."""

    character: str
    left: float
    base: float
    height: float
    """That of its font."""
    right: float = 0.0
    size: float = 0.0
    """The font's, as the file states it."""
    upright: bool = True
    known: bool = True
    """Whether the file says which character it is."""


Row = tuple[Glyph, ...]
"""What stands on one base line, from the left, blanks among it."""


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A page as painted."""

    rows: tuple[Row, ...]
    """From the top down, upright characters only."""
    slanted: str
    """The characters that are turned, such as a watermark's, in the order of the file."""
    images: int
    image_share: float
    """How much of the page its largest image covers, 0 to 1."""


def painted_pages(data: bytes, name: str, most_pages: int, most_characters: int) -> tuple[PaintedPage, ...]:
    """The pages of a file, with the places of the characters.

    Raises ToolMissingError, UnreadablePdfError, and LargePdfError where there are more pages or characters than that,
    or where what is packed in it swells.
    """
    pdfium = library()
    if swells(data):
        raise LargePdfError(name, "文件里压缩的内容展开后太大，不像是一篇文章")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise UnreadablePdfError(name) from None
    try:
        if len(document) > most_pages:
            raise LargePdfError(name, f"这个PDF文件有{len(document)}页，最多可读{most_pages}页")
        found: list[PaintedPage] = []
        left = most_characters
        for page in document:
            text = page.get_textpage()
            left -= text.count_chars()
            if left < 0:
                raise LargePdfError(name, f"文字超过{most_characters:,}个，不像是一篇文章")
            found.append(_painted(page, text))
        return tuple(found)
    except pdfium.PdfiumError:
        raise UnreadablePdfError(name) from None
    finally:
        document.close()


def _painted(page: PdfPage, text: PdfTextPage) -> PaintedPage:
    glyphs = list(_glyphs(text, whole=True))
    width, height = page.get_size()
    boxes = [each.get_bounds() for each in page.get_objects(filter=(library().raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4)]
    covered = ((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return PaintedPage(
        rows=tuple(tuple(row) for row in _rows((glyph for glyph in glyphs if glyph.upright), _SAME_LINE_OF_TYPE)),
        slanted="".join(glyph.character for glyph in glyphs if not glyph.upright),
        images=len(boxes),
        image_share=max(covered, default=0.0) / (width * height) if width * height else 0.0,
    )


def _glyphs(text: PdfTextPage, *, whole: bool = False) -> Iterator[Glyph]:
    """The characters that are seen; `whole` takes blanks too, and all that is known of each."""
    raw = library().raw
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        character = _character(raw.FPDFText_GetUnicode(text, index))
        if character in _LINE_END_HYPHENS:
            character = "-"
        if raw.FPDFText_IsGenerated(text, index) == 1 or not (_is_visible(character) or whole):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        height = abs(top - bottom)
        if not whole:
            yield Glyph(character, x.value, y.value, height)
            continue
        known = raw.FPDFText_HasUnicodeMapError(text, index) != 1 and character not in _UNKNOWN
        if not known or _is_visible(character) or character.isspace() or unicodedata.category(character) == "Co":
            size = raw.FPDFText_GetFontSize(text, index)
            upright = abs(sin(raw.FPDFText_GetCharAngle(text, index))) < _UPRIGHT
            yield Glyph(character, x.value, y.value, height, max(left, right), size or height, upright, known)


def _character(code: int) -> str:
    """The character of a code; NUL where there can be none."""
    return chr(code) if code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF else "\0"


def _is_visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character)[0] != "C"


def _rows(glyphs: Iterable[Glyph], near: float = _SAME_LINE) -> Iterator[list[Glyph]]:
    """What stands on each base line, from the top down; a row goes from the left."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if row and row[-1].base - glyph.base > near * max(_tall(glyph), _tall(row[-1])):
            yield sorted(row, key=attrgetter("left"))
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=attrgetter("left"))


def _tall(glyph: Glyph) -> float:
    return max(glyph.height, glyph.size)


def _text(row: list[Glyph]) -> str:
    return "".join(glyph.character for glyph in row)
