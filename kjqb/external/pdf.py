"""The text of PDF files as painted, read with the library pypdfium2, which only verification needs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from ctypes import c_double
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kjqb.errors import KjqbError, ToolMissingError, Where

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

PACKAGE = "pypdfium2"

_SAME_LINE = 0.4
"""How far apart, in heights of a character, neighbouring base lines of one line may be: a raised number is a third."""

_LINE_END_HYPHENS = ("\x02", "\ufffe")
"""What the library says for a hyphen behind which a word goes on in the next line."""


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
        hint = '核对页码才用得上它；用“pip install "kjqb[pdf]"”安装'
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
        return tuple(tuple(_lines(_glyphs(page.get_textpage()))) for page in document)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A painted character; lengths in points from the page's lower left corner."""

    character: str
    left: float
    base: float
    height: float


def _glyphs(text: PdfTextPage) -> Iterator[_Glyph]:
    raw = library().raw
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character in _LINE_END_HYPHENS:
            character = "-"
        if _is_visible(character) and raw.FPDFText_IsGenerated(text, index) != 1:
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            _, bottom, _, top = text.get_charbox(index, loose=True)
            yield _Glyph(character, x.value, y.value, abs(top - bottom))


def _is_visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character)[0] != "C"


def _lines(glyphs: Iterable[_Glyph]) -> Iterator[str]:
    line: list[_Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if line and line[-1].base - glyph.base > _SAME_LINE * max(glyph.height, line[-1].height):
            yield _text(line)
            line = []
        line.append(glyph)
    if line:
        yield _text(line)


def _text(line: list[_Glyph]) -> str:
    return "".join(glyph.character for glyph in sorted(line, key=attrgetter("left")))
