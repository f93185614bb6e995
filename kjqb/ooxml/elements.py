"""Making WordprocessingML elements."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Value = str | int | bool


def element(tag: str, *children: BaseOxmlElement, **attributes: Value) -> BaseOxmlElement:
    """An element of the `w` namespace: `element("ind", firstLine=600)` is `<w:ind w:firstLine="600"/>`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), _text(value))
    made.extend(children)
    return made


def text_element(tag: str, text: str) -> BaseOxmlElement:
    """An element whose content is text, white space kept."""
    made = OxmlElement(f"w:{tag}")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)
