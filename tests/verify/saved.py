"""Editions as Word saves them: its page turns noted in the text, wherever the layout has them."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime

from docx.oxml.ns import qn
from lxml import etree

from kjqb.layout.pages import LaidText, Layout, PlacedLine
from kjqb.model.issue import Issue
from kjqb.render.docx.edition import docx

TURN = qn("w:lastRenderedPageBreak")
DOCUMENT, APP = "word/document.xml", "docProps/app.xml"


def edition(issue: Issue, layout: Layout) -> bytes:
    return docx(issue, layout, modified=datetime(2024, 1, 1))


def saved_by_word(issue: Issue, layout: Layout) -> bytes:
    """The edition with every page turn of the layout noted; its pages must begin with lines of paragraphs."""
    return changed(edition(issue, layout), DOCUMENT, lambda document: _with_turns(document, layout))


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, change(text.decode()) if name == part else text)
    return copy.getvalue()


def stating_pages(data: bytes, pages: int) -> bytes:
    return changed(data, APP, lambda text: re.sub("<Pages>.*</Pages>", f"<Pages>{pages}</Pages>", text))


def _with_turns(document: str, layout: Layout) -> str:
    root = etree.fromstring(document.encode())
    texts = [block for block in (*layout.blocks, *layout.colophon) if isinstance(block, LaidText)]
    paragraphs = list(root.iter(qn("w:p")))[-len(texts) :]
    places = {id(block): paragraph for block, paragraph in zip(texts, paragraphs, strict=True)}
    for line in _first_lines(layout):
        _note_turn(places[id(line.block)], sum(len(before.text) for before in line.block.lines[: line.index]))
    return str(etree.tostring(root, encoding="unicode"))


def _first_lines(layout: Layout) -> Iterator[PlacedLine]:
    """The line with which each page behind the cover begins."""
    for page in layout.pages:
        if not page.cover:
            yield next(iter(page.lines))


def _note_turn(paragraph: etree._Element, offset: int) -> None:
    """Note a page turn before the character at an offset, as Word does: at the head of a run."""
    for run in paragraph.iter(qn("w:r")):
        text = run.find(qn("w:t"))
        length = len(text.text) if text is not None else 0
        if offset == 0 and length:
            run.insert(list(run).index(text), etree.Element(TURN))
            return
        if offset < length:
            rest = etree.fromstring(etree.tostring(run))
            text.text, rest.find(qn("w:t")).text = text.text[:offset], text.text[offset:]
            rest.insert(list(rest).index(rest.find(qn("w:t"))), etree.Element(TURN))
            run.addnext(rest)
            return
        offset -= length
