"""Word files of other formats than .docx (.doc, .wps, .rtf, .odt), told by their bytes, to .docx by LibreOffice."""

from __future__ import annotations

from enum import Enum
from io import BytesIO

from kjqb.errors import KjqbError, Where

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins ([MS-CFB], 2.2)."""
_ODT = b"application/vnd.oasis.opendocument.text"
_ZIP = b"PK\x03\x04"
_WORD_XML = b"Word.Document", b"/word/2003/wordml"
_HEAD = 4096


class WordFormat(Enum):
    """A format of texts of word processors; the value ends the names of its files."""

    DOCX = ".docx"
    DOC = ".doc"
    """Word 97 to 2003, and Kingsoft's .wps, which is the same."""
    WORKS = ".wps"
    """Microsoft Works."""
    RTF = ".rtf"
    WORD_XML = ".xml"
    """Word 2003 XML."""
    ODT = ".odt"
    WPS_OLD = ""
    """Kingsoft's own formats before 2000, which nothing reads but WPS."""


_READERS = {
    WordFormat.DOC: "MS Word 97",
    WordFormat.WORKS: "MS_Works",
    WordFormat.RTF: "Rich Text Format",
    WordFormat.WORD_XML: "MS Word 2003 XML",
    WordFormat.ODT: "writer8",
}
"""LibreOffice's names for them."""

_STREAMS = {"WordDocument": WordFormat.DOC, "MatOST": WordFormat.WORKS, "CONTENTS": WordFormat.WORKS}


class NotWordError(KjqbError):
    """A file that bears the name of a Word file and is none that can be read."""

    slug = "not-word"


def word_format(data: bytes) -> WordFormat | None:
    """Which format the bytes are of, whatever the file is called; None for no format of a word processor."""
    if data.startswith(_OLE):
        return _in_compound_file(data)
    if data.startswith(_ZIP):
        return _in_zip(data)
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rtf"):
        return WordFormat.RTF
    if start.startswith(b"<?xml") and any(mark in start for mark in _WORD_XML):
        return WordFormat.WORD_XML
    return WordFormat.WPS_OLD if start.startswith((b"\x01\xfe\x32", b"\xce\x04", b"WPS")) else None


def docx_bytes(data: bytes, name: str) -> bytes:
    """The file as .docx: itself where it is one, else what LibreOffice makes of it.

    Raises NotWordError, ToolMissingError and NotConvertedError.
    """
    found = word_format(data)
    if found is WordFormat.DOCX:
        return data
    if found in {None, WordFormat.WPS_OLD}:
        hint = "用WPS或Word打开，另存为docx，再导入"
        raise NotWordError("这不是可以读出的doc、wps文件", where=Where(name), hint=hint)
    assert found
    from kjqb.external.libreoffice import to_docx

    return to_docx(data, found.value, _READERS[found], name)


def _in_compound_file(data: bytes) -> WordFormat | None:
    """By the names of its streams, which stand in UTF-16 in its directory."""
    found = (kind for stream, kind in _STREAMS.items() if stream.encode("utf-16-le") in data)
    return next(found, None)


def _in_zip(data: bytes) -> WordFormat | None:
    from zipfile import BadZipFile, ZipFile
    from zlib import error as zlib_error

    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if "word/document.xml" in names:
                return WordFormat.DOCX
            with package.open("mimetype") as opened:
                is_text = opened.read(len(_ODT)) == _ODT
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib_error):
        return None
    return WordFormat.ODT if is_text else None
