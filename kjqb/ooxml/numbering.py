"""Numbering that puts one and the same mark before every paragraph of a style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.ooxml.elements import element
from kjqb.ooxml.runs import LATIN_FONT, fonts
from kjqb.units import Length


@dataclass(frozen=True, slots=True)
class Bullet:
    """A mark that hangs before the paragraphs of a style."""

    number: int
    """Of the abstract numbering and of its instance."""
    mark: str
    font: str
    style: str
    """The style's id."""
    left: Length
    """Where the text begins."""
    hanging: Length
    """How far the mark stands out."""


def numberings(bullets: Sequence[Bullet]) -> Iterator[BaseOxmlElement]:
    """The content of the numbering part: first all abstract numberings, then their instances."""
    yield from map(_abstract, bullets)
    for bullet in bullets:
        yield element("num", element("abstractNumId", val=bullet.number), numId=bullet.number)


def _abstract(bullet: Bullet) -> BaseOxmlElement:
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("pStyle", val=bullet.style),
        element("suff", val="tab"),
        element("lvlText", val=bullet.mark),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=bullet.left.twips, hanging=bullet.hanging.twips)),
        element("rPr", fonts(bullet.font, cjk=bullet.font != LATIN_FONT)),
        ilvl=0,
    )
    return element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=bullet.number)
