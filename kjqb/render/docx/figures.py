"""Images of an edition."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.pages import LaidFigure
from kjqb.ooxml.drawings import drawing
from kjqb.ooxml.elements import element
from kjqb.render.docx.styles import FIGURE_STYLE
from kjqb.units import Length


def figure(block: LaidFigure, document: Document, number: int) -> BaseOxmlElement:
    """The paragraph of an image, in a line at least as high as the layout says, which the image does not fill.

    An exact line would hide what of the image is higher than a line of text. Word sets an image at the foot of its
    line; it is raised by half of what is free, which LibreOffice does not heed.
    """
    properties = [element("pStyle", val=FIGURE_STYLE)]
    if block.keep_next:
        properties.append(element("keepNext"))
    properties.append(element("spacing", before=0, after=0, line=block.line.twips, lineRule="atLeast"))
    size = (block.width, block.image_height)
    image = drawing(document, block.picture.blob, size, number=number, text=block.caption or block.picture.file)
    raised = element("rPr", element("position", val=_half_points(block.line - block.image_height) // 2))
    return element("p", element("pPr", *properties), element("r", raised, image))


def _half_points(length: Length) -> int:
    return length.twips // 10
