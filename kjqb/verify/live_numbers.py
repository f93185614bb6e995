"""A copy of a Word edition in which LibreOffice counts the pages of the contents list itself.

It prints the stored numbers of a contents field untouched, even wrong ones; outside of one it brings each PAGEREF up to
date when it opens the file. So the copy is the edition without the field around its contents list.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

_DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTENTS = "TOC"


def with_live_numbers(edition: bytes) -> bytes:
    """The copy of a .docx that kjqb made."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(edition)) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, _without_contents_field(part) if name == _DOCUMENT else part)
    return copy.getvalue()


def _without_contents_field(document: bytes) -> bytes:
    root = etree.fromstring(document)
    for run in list(_runs_of_field(root)):
        run.getparent().remove(run)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _runs_of_field(root: etree._Element) -> Iterator[etree._Element]:
    """The runs that make the contents field, those of the fields inside of it aside."""
    depth = 0
    inside: list[etree._Element] = []
    of_contents = False
    for run in root.iter(f"{_W}r"):
        mark = run.find(f"{_W}fldChar")
        kind = None if mark is None else mark.get(f"{_W}fldCharType")
        depth += kind == "begin"
        instruction = "".join(run.itertext(f"{_W}instrText")).split()
        if depth == 1 and kind == "begin":
            inside, of_contents = [], False
        of_contents |= depth == 1 and instruction[:1] == [_CONTENTS]
        if depth == 1 and (kind or instruction):
            inside.append(run)
        if depth == 1 and kind == "end" and of_contents:
            yield from inside
        depth -= kind == "end"
