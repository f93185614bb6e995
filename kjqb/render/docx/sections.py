"""The two sections of an edition, cover and body, and the page numbers of the second."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from kjqb.layout.pages import Layout
from kjqb.model.page_setup import PageSetup
from kjqb.ooxml import notes
from kjqb.ooxml.elements import element, text_element
from kjqb.ooxml.fields import field
from kjqb.ooxml.runs import styled_run
from kjqb.render.docx.styles import FOOTER_FONT, FOOTER_SIZE
from kjqb.units import Length, mm, pt

FOOTER_GAP = mm(7)
"""From the type area to the page number (GB/T 9704—2012, 7.5)."""

_FOOTER_PITCH = pt(20)


def set_sections(document: Document, cover_end: BaseOxmlElement, layout: Layout, *, noted: bool) -> None:
    """End the cover's section in the cover's last paragraph, and number the pages of the body, and its footnotes."""
    body = document.sections[0]._sectPr
    body[:] = page(layout.setup)
    cover = element("sectPr", *page(layout.setup))
    cover_end.get_or_add_pPr().append(cover)
    body.insert(0, element("type", val="nextPage"))
    if noted:
        body.insert(0, notes.numbering())
    if layout.setup.first_page is not None:
        body.append(element("pgNumType", start=layout.setup.first_page))
    set_page_numbers(document.sections[-1])


def set_page_numbers(section: Section) -> None:
    """Print page numbers at the foot of a section, and of those behind it that say nothing else."""
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]._p
        paragraph[:] = _page_number(odd=odd)


def page(setup: PageSetup) -> tuple[BaseOxmlElement, ...]:
    """A section's paper and margins."""
    footer = setup.margin_bottom - FOOTER_GAP - _FOOTER_PITCH
    size = element("pgSz", w=setup.paper_width.twips, h=setup.paper_height.twips)
    margins = element(
        "pgMar",
        top=setup.margin_top.twips,
        right=setup.margin_right.twips,
        bottom=setup.margin_bottom.twips,
        left=setup.margin_left.twips,
        header=_half(setup.margin_top).twips,
        footer=max(footer, Length(0)).twips,
        gutter=0,
    )
    return size, margins


def _half(length: Length) -> Length:
    return length * 0.5


def _page_number(*, odd: bool) -> tuple[BaseOxmlElement, ...]:
    """A number between one-em dashes, right on odd pages, left on even ones, a cell in (GB/T 9704—2012, 7.5)."""
    cell = FOOTER_SIZE * 20
    indent = element("ind", right=cell) if odd else element("ind", left=cell)
    properties = element(
        "pPr",
        element("pStyle", val="Footer"),
        element("spacing", before=0, after=0, line=_FOOTER_PITCH.twips, lineRule="exact"),
        indent,
        element("jc", val="right" if odd else "left"),
    )
    number = field("PAGE", [_text("1")])
    return properties, _text("— "), *number, _text(" —")


def _text(text: str) -> BaseOxmlElement:
    return styled_run(text_element("t", text), FOOTER_FONT, cjk=True)
