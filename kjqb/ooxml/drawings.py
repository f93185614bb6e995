"""Images in the line."""

from __future__ import annotations

import io

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu

from kjqb.ooxml.elements import element
from kjqb.units import Length


def drawing(document: Document, blob: bytes, size: tuple[Length, Length], *, number: int, text: str) -> BaseOxmlElement:
    """An image of a width and height, with the text that stands for it where it cannot be seen.

    `number` is its rank among the drawings of the document, from 1. The same image is stored once, in a part that is
    named by its content.
    """
    relation, image = document.part.get_or_add_image(io.BytesIO(blob))
    document.part.related_parts[relation].partname = PackURI(f"/word/media/{image.sha1}.{image.ext}")
    width, height = (Emu(length.emu) for length in size)
    inline = CT_Inline.new_pic_inline(number, relation, image.filename or "", width, height)
    inline.docPr.set("descr", text)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # LibreOffice keeps an eighth of an inch where nothing is said
    return element("drawing", inline)
