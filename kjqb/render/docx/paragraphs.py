"""Paragraphs of an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.inline import Inline
from kjqb.layout.pages import LaidNote, LaidText
from kjqb.layout.styles import BlockStyle, Face
from kjqb.ooxml.elements import element
from kjqb.ooxml.notes import reference
from kjqb.ooxml.runs import Setting, styled_run, text_runs
from kjqb.render.docx.styles import WORD_STYLES
from kjqb.text.marks import Tone

_FACES = {Tone.STRONG: Face.HEI, Tone.EMPHASIS: Face.KAI}
"""In which face Chinese is set apart."""

_LATIN = {Tone.STRONG: ("b",), Tone.EMPHASIS: ("i",)}
"""How Latin is."""


@dataclass(slots=True)
class Notes:
    """The footnotes of an edition, numbered from 1 as they are referred to."""

    listed: list[LaidNote] = field(default_factory=list)

    def refer(self, note: LaidNote) -> int:
        """Take in a footnote; its number in the file, which is not the one printed."""
        self.listed.append(note)
        return len(self.listed)


def paragraph(block: LaidText, *content: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph of its role's style, and what of its own it has besides."""
    return element("p", element("pPr", *_properties(block)), *content)


def content(block: LaidText, notes: Notes) -> Iterator[BaseOxmlElement]:
    """The runs of a paragraph: its text, and behind a tab its tail."""
    hung = iter(block.notes)
    inline = block.inline
    for start, end, tone in inline.tones():
        if tone is Tone.NOTE:
            yield reference(notes.refer(next(hung)), block.style.face.value, block.style.type.note_size)
        else:
            yield from text_runs(inline.text[start:end], _setting(block.style, tone))
    if block.tail:
        yield tab(block)
        yield from tail(block)


def tail(block: LaidText) -> Iterator[BaseOxmlElement]:
    """The runs of what stands right in a paragraph's last line."""
    return text_runs(block.tail, _setting(block.style))


def inline_runs(inline: Inline, style: BlockStyle) -> Iterator[BaseOxmlElement]:
    """The runs of a text without footnotes."""
    for start, end, tone in inline.tones():
        yield from text_runs(inline.text[start:end], _setting(style, tone))


def tab(block: LaidText) -> BaseOxmlElement:
    """A tab."""
    return styled_run(element("tab"), block.style.face.value, cjk=False)


def _setting(style: BlockStyle, tone: Tone | None = None) -> Setting:
    face = style.face if tone is None else _FACES[tone]
    return Setting(face.value, style.type.note_size, () if tone is None else _LATIN[tone])


def _properties(block: LaidText) -> Iterator[BaseOxmlElement]:
    """What a paragraph has of its own, in the order that the schema asks for (ISO/IEC 29500-1, 17.3.1.26)."""
    yield element("pStyle", val=WORD_STYLES[block.role].id)
    if block.new_page:
        yield element("pageBreakBefore")
    if block.holds_two:
        yield element("widowControl", val=True)
    if block.style.hanging.twips and not block.marker:
        yield element("numPr", element("numId", val=0))
    if block.above.twips:
        yield element("spacing", before=block.above.twips, line=block.style.pitch.twips, lineRule="exact")
    if block.inset.twips:
        yield element("ind", left=block.inset.twips, right=block.inset.twips)
    elif block.style.hanging.twips and not block.marker:
        yield element("ind", left=block.style.left_indent.twips, firstLine=0)
