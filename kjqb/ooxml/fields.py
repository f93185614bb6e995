"""Complex fields, with what they showed when they were last brought up to date.

Never marked dirty: Word would ask at every opening, and without a "yes" leave zeros.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.ooxml.elements import element, text_element


def field(instruction: str, result: Iterable[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """The runs of a whole field that shows `result`."""
    yield from field_begin(instruction)
    yield from result
    yield field_end()


def field_begin(instruction: str) -> Iterator[BaseOxmlElement]:
    """The runs before a field's result."""
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", text_element("instrText", f" {instruction} "))
    yield element("r", element("fldChar", fldCharType="separate"))


def field_end() -> BaseOxmlElement:
    """The run behind a field's result."""
    return element("r", element("fldChar", fldCharType="end"))
