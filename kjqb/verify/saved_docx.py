"""A .docx that Word has saved: on which page each paragraph stood when it was last laid out.

Word notes where its pages begin (`w:lastRenderedPageBreak`), and how many they are (docProps/app.xml). WPS notes
nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kjqb.errors import KjqbError, Where
from kjqb.ooxml.opened import opened
from kjqb.verify.rendered import RenderedPage, bare

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_APP = "docProps/app.xml"

_PASSED_OVER = {f"{_W}{tag}" for tag in ("del", "moveFrom", "txbxContent", "pict", "rPrChange", "pPrChange")}
_REVISIONS = tuple(f"{_W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_FORMER = f"{_W}sectPrChange"
_LEADER = "."
"""Stands for a tab, which leaders fill in a contents list."""


class NoPagesError(KjqbError):
    """A document that does not say where its pages began."""

    slug = "pages-not-recorded"

    def __init__(self, name: str, application: str) -> None:
        maker = f"（由{application}保存）" if application else ""
        hint = "在Word中打开它，翻到最后一页，保存后再核对；WPS不记录分页，请用WPS输出为PDF，再核对PDF"
        super().__init__(f"文件里没有记录分页位置{maker}", where=Where(name), hint=hint)


@dataclass(frozen=True, slots=True)
class SavedDocx:
    """What such a file says."""

    pages: tuple[RenderedPage, ...]
    """Their lines are the paragraphs, or what of a paragraph stands on the page."""
    paragraphs: tuple[str, ...]
    """Every paragraph behind the cover that has text, bare."""
    stated_pages: int | None
    """How many pages the file states."""
    has_revisions: bool
    has_comments: bool


def read_saved_docx(data: bytes, name: str) -> SavedDocx:
    """Read the file of that name.

    Raises UnreadableDocxError, and NoPagesError where no program has noted the pages.
    """
    package = opened(data, name)
    document, app = package.root(package.main), package.root(_APP)
    if document.find(f".//{_W}lastRenderedPageBreak") is None:
        raise NoPagesError(name, app.findtext(f"{_PROPERTIES}Application") or "")
    walk = _Walk(tuple(section for section in document.iter(f"{_W}sectPr") if section.getparent().tag != _FORMER))
    walk.take(document)
    stated = app.findtext(f"{_PROPERTIES}Pages") or ""
    return SavedDocx(
        pages=tuple(walk.pages()),
        paragraphs=tuple(walk.body),
        stated_pages=int(stated) if stated.isdecimal() else None,
        has_revisions=next(document.iter(*_REVISIONS), None) is not None,
        has_comments=document.find(f".//{_W}commentReference") is not None,
    )


@dataclass(slots=True)
class _Walk:
    """On the way through a document, in the order of its text."""

    sections: tuple[etree._Element, ...]
    body: list[str] = field(default_factory=list)
    _section: int = 0
    _number: int = 1
    _due: bool = False
    """Whether a page turn stands before the next text that Word has not noted yet."""
    _lines: dict[tuple[int, bool], list[str]] = field(default_factory=dict)
    """By page number and whether it is a cover."""
    _paragraph: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)

    def pages(self) -> Iterator[RenderedPage]:
        """The pages, in order."""
        for (number, cover), lines in self._lines.items():
            yield RenderedPage(number, tuple(lines), cover=cover)

    def take(self, element: etree._Element) -> None:
        """Take in an element and all below it."""
        if element.tag in _PASSED_OVER:
            return
        if element.tag == f"{_W}p":
            self._take_paragraph(element)
            return
        if element.tag == f"{_W}lastRenderedPageBreak":
            self._turn()
        elif element.tag == f"{_W}br" and element.get(f"{_W}type") == "page":
            self._due = True
        elif element.tag == f"{_W}t":
            self._say(element.text or "")
        elif element.tag == f"{_W}tab":
            self._say(_LEADER)
        for child in element:
            self.take(child)

    def _take_paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(f"{_W}pPr")
        section = None if properties is None else properties.find(f"{_W}sectPr")
        self._due |= properties is not None and properties.find(f"{_W}pageBreakBefore") is not None
        for child in paragraph:
            if child is not properties:
                self.take(child)
        self._end_line()
        whole, self._paragraph = bare("".join(self._paragraph)), []
        if whole and not self._is_cover:
            self.body.append(whole)
        if section is not None:
            self._section += 1
            self._due |= self._follows_on_new_page()

    def _say(self, text: str) -> None:
        if self._due and text.strip():
            self._turn()
        self._line.append(text)
        self._paragraph.append(text)

    def _turn(self) -> None:
        """Begin a page."""
        self._end_line()
        self._due = False
        start = self._start()
        fresh = start is not None and not any(not cover for _, cover in self._lines)
        self._number = start if fresh and start is not None else self._number + 1

    def _end_line(self) -> None:
        line, self._line = bare("".join(self._line)), []
        if line:
            self._lines.setdefault((self._number, self._is_cover), []).append(line)

    @property
    def _is_cover(self) -> bool:
        """Whether this is the first of several sections."""
        return self._section == 0 and len(self.sections) > 1

    def _start(self) -> int | None:
        """The number that the section's first page is given; None where pages are counted on."""
        numbering = self._properties().find(f"{_W}pgNumType")
        stated = None if numbering is None else numbering.get(f"{_W}start")
        return int(stated) if stated and self._section else None

    def _follows_on_new_page(self) -> bool:
        kind = self._properties().find(f"{_W}type")
        return kind is None or kind.get(f"{_W}val") != "continuous"

    def _properties(self) -> etree._Element:
        return self.sections[min(self._section, len(self.sections) - 1)]
