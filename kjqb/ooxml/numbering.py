"""Numbering that puts one and the same mark before every paragraph of a style."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.ooxml.elements import element
from kjqb.ooxml.runs import fonts
from kjqb.units import Length


def bullet(number: int, mark: str, *, font: str, style: str, hanging: Length) -> tuple[BaseOxmlElement, ...]:
    """The abstract numbering and its instance, both of that number, that belong to a paragraph style."""
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("pStyle", val=style),
        element("suff", val="tab"),
        element("lvlText", val=mark),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=hanging.twips, hanging=hanging.twips)),
        element("rPr", fonts(font, cjk=True)),
        ilvl=0,
    )
    abstract = element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=number)
    return abstract, element("num", element("abstractNumId", val=number), numId=number)
