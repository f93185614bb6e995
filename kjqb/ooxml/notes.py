"""Footnotes: their places in the text, and the part that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.ooxml.elements import element
from kjqb.ooxml.runs import fonts
from kjqb.units import Length

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The footnotes that every file has, by kind: the rule above the notes of a page. Those of a text count from 1."""


REFERENCE_STYLE = "FootnoteReference"
"""The character style of a footnote's place."""


def reference(number: int, font: str, size: Length) -> BaseOxmlElement:
    """The run at a footnote's place: its raised number, of that size, whatever else the paragraph has."""
    half_points = size.twips // 10
    properties = element(
        "rPr",
        element("rStyle", val=REFERENCE_STYLE),
        fonts(font, cjk=True),
        element("spacing", val=0),
        element("position", val=half_points * 2 // 3),
        element("sz", val=half_points),
        element("szCs", val=half_points),
    )
    return element("r", properties, element("footnoteReference", id=number))


def reference_style() -> BaseOxmlElement:
    """The style of footnotes' places, which leaves their size alone: LibreOffice's own makes them smaller by half."""
    properties = element("rPr", element("vertAlign", val="baseline"))
    return element(
        "style", element("name", val="footnote reference"), properties, type="character", styleId=REFERENCE_STYLE
    )


def own_number(font: str) -> BaseOxmlElement:
    """The run that bears a footnote's number in the footnote itself, as large as its text."""
    return element("r", element("rPr", fonts(font, cjk=True)), element("footnoteRef"))


def numbering() -> BaseOxmlElement:
    """Circled numbers that begin anew on each page, at its foot (ISO/IEC 29500-1, 17.11.11)."""
    return element(
        "footnotePr",
        element("pos", val="pageBottom"),
        element("numFmt", val="decimalEnclosedCircleChinese"),
        element("numRestart", val="eachPage"),
    )


def settings() -> BaseOxmlElement:
    """The same for the whole document, with the footnotes that are rules."""
    made = numbering()
    made.extend(element("footnote", id=number) for number in SEPARATORS.values())
    return made


def add_part(document: Document, notes: Iterable[Iterable[BaseOxmlElement]], rule: Length) -> None:
    """Add the part that holds the footnotes, each as its paragraphs, in the order of their numbers from 1.

    The rule above them stands in a line of an exact height.
    """
    root = element("footnotes", *_separators(rule))
    for number, paragraphs in enumerate(notes, start=1):
        root.append(element("footnote", *paragraphs, id=number))
    name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
    part = Part(name, kind, serialize_part_xml(root), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _separators(rule: Length) -> Iterator[BaseOxmlElement]:
    for kind, number in SEPARATORS.items():
        spacing = element("spacing", before=0, after=0, line=rule.twips, lineRule="exact")
        paragraph = element("p", element("pPr", spacing), element("r", element(kind)))
        yield element("footnote", paragraph, type=kind, id=number)
