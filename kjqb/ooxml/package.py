"""The package around a document: only the parts that are needed, and the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.package import OpcPackage
from docx.opc.part import Part

_KEPT = {RELATION.STYLES, RELATION.SETTINGS, RELATION.NUMBERING, RELATION.FONT_TABLE}
_KEPT_IN_PACKAGE = {RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES, RELATION.EXTENDED_PROPERTIES}
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>kjqb</Application><Pages>{pages}</Pages></Properties>"
)
_EPOCH_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def bare_document() -> Document:
    """An empty document without theme, thumbnail or anything else that nobody asked for."""
    document = docx.Document()
    for package_or_part, kept in ((document.part, _KEPT), (document.part.package, _KEPT_IN_PACKAGE)):
        for key, relation in list(package_or_part.rels.items()):
            if relation.reltype not in kept:
                del package_or_part.rels[key]
    for part in (document.styles.element, document.settings.element, document.part.numbering_part.element):
        part[:] = []
    return document


def describe(document: Document, *, title: str, author: str, modified: datetime, pages: int) -> None:
    """Set the document's properties, and with them all that would otherwise depend on the machine."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.created = properties.modified = modified
    properties.revision, properties.language, properties.comments = 1, "zh-CN", ""
    _part(document.part.package, RELATION.EXTENDED_PROPERTIES)._blob = _APP.format(pages=pages).encode()


def font_table(document: Document) -> Part:
    """The part that names fonts and their stand-ins."""
    return _part(document.part, RELATION.FONT_TABLE)


def to_bytes(document: Document) -> bytes:
    """The package, its members in order of their names and without a date."""
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, _EPOCH_OF_ZIP)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, source.read(name))
    return packed.getvalue()


def _part(owner: Part | OpcPackage, relation: str) -> Part:
    return owner.part_related_by(relation)
