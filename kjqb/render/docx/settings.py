"""The document's settings: Word's habits that would move a line, switched off."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.kinsoku import ELLIPSIS, NOT_AT_END, NOT_AT_START
from kjqb.ooxml.elements import element

_WORD = "http://schemas.microsoft.com/office/word"
_MODE = "15"
"""Word 2013 and later."""


def settings() -> Iterator[BaseOxmlElement]:
    """The content of the settings part, in the order of the schema (ISO/IEC 29500-1, 17.15.1.78)."""
    yield element("evenAndOddHeaders")
    yield element("characterSpacingControl", val="doNotCompress")
    yield element("noLineBreaksAfter", lang="zh-CN", val="".join(sorted(NOT_AT_END)))
    yield element("noLineBreaksBefore", lang="zh-CN", val="".join(sorted({*NOT_AT_START, ELLIPSIS})))
    yield element("compat", element("compatSetting", name="compatibilityMode", uri=_WORD, val=_MODE))
    yield element("themeFontLang", val="en-US", eastAsia="zh-CN")
