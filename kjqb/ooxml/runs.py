"""Runs of one font each.

A run that mixes Han and Latin leaves the choice of font to the program, and programs choose differently; so each run is
of one class, and all four slots of its fonts are alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.ooxml.elements import element, text_element
from kjqb.text.runs import runs

LATIN_FONT = "Times New Roman"


def fonts(name: str, *, cjk: bool) -> BaseOxmlElement:
    """The `rFonts` that puts one font into all four slots."""
    made = element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)
    if cjk:
        made.set(_HINT, "eastAsia")
    return made


def text_runs(text: str, cjk_font: str, latin: tuple[str, ...] = ()) -> Iterator[BaseOxmlElement]:
    """The pure runs of a text, in order; those in the Latin font bear the properties named: `b`, `i`."""
    for run in runs(text):
        yield styled_run(text_element("t", text[run.start : run.end]), cjk_font, cjk=run.cjk, latin=latin)


def styled_run(content: BaseOxmlElement, cjk_font: str, *, cjk: bool, latin: tuple[str, ...] = ()) -> BaseOxmlElement:
    """One run around its content, in the Chinese font or in the Latin one."""
    properties = () if cjk else tuple(element(name) for name in latin)
    return element("r", element("rPr", fonts(cjk_font if cjk else LATIN_FONT, cjk=cjk), *properties), content)


_HINT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}hint"
