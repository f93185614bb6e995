"""Runs of one font each.

A run that mixes Han and Latin leaves the choice of font to the program, and programs choose differently; so each run is
of one class, and all four slots of its fonts are alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.ooxml.elements import element, text_element
from kjqb.text.runs import Shift, plain_digits, runs
from kjqb.units import Length

LATIN_FONT = "Times New Roman"


def fonts(name: str, *, cjk: bool) -> BaseOxmlElement:
    """The `rFonts` that puts one font into all four slots."""
    made = element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)
    if cjk:
        made.set(_HINT, "eastAsia")
    return made


@dataclass(frozen=True, slots=True)
class Setting:
    """How a stretch of text is set."""

    cjk_font: str
    small: Length
    """Size of raised and lowered digits."""
    latin: tuple[str, ...] = ()
    """Properties of what stands in the Latin font: `b`, `i`."""


def text_runs(text: str, setting: Setting) -> Iterator[BaseOxmlElement]:
    """The pure runs of a text, in order."""
    for run in runs(text):
        part = text[run.start : run.end]
        content = text_element("t", plain_digits(part) if run.shift else part)
        properties = [] if run.cjk else [element(name) for name in setting.latin]
        if run.shift:
            properties += _shifted(run.shift, setting.small)
        yield styled_run(content, setting.cjk_font, *properties, cjk=run.cjk)


def styled_run(content: BaseOxmlElement, cjk_font: str, *properties: BaseOxmlElement, cjk: bool) -> BaseOxmlElement:
    """One run around its content, in the Chinese font or in the Latin one, with other properties behind its font."""
    return element("r", element("rPr", fonts(cjk_font if cjk else LATIN_FONT, cjk=cjk), *properties), content)


def _shifted(shift: Shift, size: Length) -> Iterator[BaseOxmlElement]:
    """Of an explicit size and position, which every program follows, not of the size that each has for subscripts."""
    half_points = size.twips // 10
    yield element("position", val=half_points // 2 if shift is Shift.RAISED else -(half_points // 4))
    yield element("sz", val=half_points)
    yield element("szCs", val=half_points)


_HINT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}hint"
