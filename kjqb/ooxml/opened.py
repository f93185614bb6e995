"""A .docx as received, opened with care: bounded in size, no entities, one clear error where it cannot be read."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from kjqb.errors import KjqbError, Where

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the text, as lxml writes it before a name."""

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the types of relations begin with, and the namespace of their identifiers in the text."""

LARGEST_PART = 64 * 2**20
"""Bytes, unpacked, of a part that is read."""

_MOST_PARTS = 10_000
_SUSPICIOUS_SIZE, _SUSPICIOUS_RATIO = 8 * 2**20, 200
"""A part so large that is packed to less than such a part of it is no text."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIPS.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
"""The namespaces of ISO/IEC 29500 Strict, and those that all programs write."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class UnreadableDocxError(KjqbError):
    """A file that is no Word document, or a damaged one."""

    slug = "unreadable-docx"

    def __init__(self, name: str, hint: str = "确认是.docx文件且没有损坏、没有密码") -> None:
        super().__init__("无法读取这个Word文件", where=Where(name), hint=hint)


@dataclass(slots=True)
class Opened:
    """The parts of a package, read as they are asked for."""

    name: str
    """The file's, for errors."""
    main: str
    """The path of the part that holds the text."""
    _package: zipfile.ZipFile
    _relations: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def root(self, path: str) -> etree._Element:
        """The root element of a part.

        Raises UnreadableDocxError where it is missing, too large or malformed.
        """
        try:
            return _parsed(_content(self._package, path))
        except _FAILURES as error:
            raise UnreadableDocxError(self.name) from error

    def related(self, kind: str, path: str | None = None) -> etree._Element | None:
        """The part that a part (the text) refers to as `styles`, `numbering` and the like; None where there is none."""
        for found, target in self._of(path or self.main).values():
            if found == kind:
                return self.root(target)
        return None

    def target(self, identifier: str, path: str | None = None) -> str | None:
        """The path of the part that a relation of the text names."""
        return self._of(path or self.main).get(identifier, (None, None))[1]

    def _of(self, path: str) -> dict[str, tuple[str, str]]:
        """The relations of a part inside the package, by identifier: kind and path."""
        if path not in self._relations:
            self._relations[path] = dict(_relations(self._package, path, self.root))
        return self._relations[path]


def opened(data: bytes, name: str) -> Opened:
    """Open the file of that name.

    Raises UnreadableDocxError.
    """
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        raise UnreadableDocxError(
            name, "文件有密码；在Word中取消密码后再用" if locked else "这是旧格式的文件；在Word或WPS中另存为.docx后再用"
        )
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        if len(package.infolist()) > _MOST_PARTS:
            raise UnreadableDocxError(name)
    except _FAILURES as error:
        raise UnreadableDocxError(name) from error
    found = Opened(name, "", package)
    main = next((target for kind, target in found._of("").values() if kind == "officeDocument"), "")
    if not main or found.root(main).tag != f"{W}document":
        raise UnreadableDocxError(name)
    found.main = main
    return found


def _relations(
    package: zipfile.ZipFile, path: str, root: Callable[[str], etree._Element]
) -> Iterator[tuple[str, tuple[str, str]]]:
    folder, file = posixpath.split(path)
    listed = posixpath.join(folder, "_rels", f"{file}.rels")
    if listed not in package.namelist():
        return
    for relation in root(listed).iter(_RELATION):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            yield relation.get("Id", ""), (relation.get("Type", "").rpartition("/")[2], target)


def _content(package: zipfile.ZipFile, path: str) -> bytes:
    """The bytes of a part; raises ValueError where there are too many."""
    info = package.getinfo(path)
    packed = info.file_size > _SUSPICIOUS_SIZE and info.file_size > _SUSPICIOUS_RATIO * max(info.compress_size, 1)
    if info.file_size > LARGEST_PART or packed:
        raise ValueError(path)
    with package.open(info) as part:
        return part.read(LARGEST_PART)


def _parsed(content: bytes) -> etree._Element:
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type")
    return root


_FAILURES = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, NotImplementedError, RuntimeError,
    EOFError, OSError,
)  # fmt: skip
"""What reading a damaged package raises."""
