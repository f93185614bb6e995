"""Footnotes of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.flow import NOTE_RULE
from kjqb.layout.inline import OWN_NUMBER
from kjqb.layout.pages import LaidNote, LaidText
from kjqb.ooxml.notes import add_part, own_number, settings
from kjqb.render.docx.paragraphs import Notes, inline_runs, paragraph
from kjqb.units import Length


def add_notes(document: Document, notes: Notes) -> None:
    """Add the footnotes that the text refers to, if there are any."""
    if not notes.listed:
        return
    add_part(document, (_paragraphs(note) for note in notes.listed), Length(NOTE_RULE))
    (compatibility,) = document.settings.element.iterchildren(qn("w:compat"))
    compatibility.addprevious(settings())


def _paragraphs(note: LaidNote) -> Iterator[BaseOxmlElement]:
    for part in note.paragraphs:
        yield paragraph(part, *_runs(part))


def _runs(part: LaidText) -> Iterator[BaseOxmlElement]:
    """The text, the footnote's own number in its place."""
    inline = part.inline
    if inline.text.startswith(OWN_NUMBER):
        yield own_number(part.style.face.value)
        inline = inline.part(len(OWN_NUMBER), len(inline.text))
    yield from inline_runs(inline, part.style)
