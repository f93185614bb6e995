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
from kjqb.ooxml.limits import LIMITS, Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the text, as lxml writes it before a name."""

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the types of relations begin with, and the namespace of their identifiers in the text."""

DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006"
"""What the namespaces of drawings begin with."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIPS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    **{
        f"http://purl.oclc.org/ooxml/drawingml/{part}".encode(): f"{DRAWINGS}/{part}".encode()
        for part in ("wordprocessingDrawing", "picture", "chart", "diagram")
    },
    b"http://purl.oclc.org/ooxml/drawingml/main": f"{DRAWINGS}/main".encode(),
}
"""The namespaces of ISO/IEC 29500 Strict, and those that all programs write."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TOO_LARGE = "文件过大，或内容异常；检查是否放错了文件，或把图片压缩后另存"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class UnreadableDocxError(KjqbError):
    """A file that is no Word document, or a damaged one."""

    slug = "unreadable-docx"

    def __init__(self, name: str, hint: str = "确认是.docx文件且没有损坏、没有密码") -> None:
        super().__init__("无法读取这个Word文件", where=Where(name), hint=hint)


@dataclass(frozen=True, slots=True)
class _Relation:
    """What one part says of another, or of something outside."""

    kind: str
    target: str
    """A path in the package, or an address."""
    external: bool


@dataclass(slots=True)
class Opened:
    """The parts of a package, read as they are asked for."""

    name: str
    """The file's, for errors."""
    main: str
    """The path of the part that holds the text."""
    _package: zipfile.ZipFile
    _limits: Limits = LIMITS
    _read: int = 0
    """Bytes that have been read, unpacked."""
    _relations: dict[str, dict[str, _Relation]] = field(default_factory=dict)

    def root(self, path: str) -> etree._Element:
        """The root element of a part.

        Raises UnreadableDocxError where it is missing, too large or malformed.
        """
        try:
            return _parsed(self.content(path), self._limits)
        except _FAILURES as error:
            raise UnreadableDocxError(self.name) from error

    def content(self, path: str) -> bytes:
        """The bytes of a part.

        Raises UnreadableDocxError where it is missing, damaged or too large.
        """
        try:
            content = _content(self._package, path, self._limits)
        except _FAILURES as error:
            raise UnreadableDocxError(self.name) from error
        self._read += len(content)
        if self._read > self._limits.whole:
            raise UnreadableDocxError(self.name, _TOO_LARGE)
        return content

    def related(self, kind: str, path: str | None = None) -> etree._Element | None:
        """The part that a part (the text) refers to as `styles`, `numbering` and the like; None where there is none."""
        part = self.related_path(kind, path)
        return self.root(part) if part else None

    def related_path(self, kind: str, path: str | None = None) -> str | None:
        """Its path."""
        relations = self._of(self.main if path is None else path).values()
        return next((found.target for found in relations if found.kind == kind and not found.external), None)

    def target(self, identifier: str, path: str | None = None) -> str | None:
        """The path of the part that a relation of the text, or of another part, names."""
        found = self._of(path or self.main).get(identifier)
        return found.target if found and not found.external else None

    def address(self, identifier: str, path: str | None = None) -> str:
        """Where a relation leads out of the file; empty where it does not."""
        found = self._of(path or self.main).get(identifier)
        return found.target if found and found.external else ""

    def _of(self, path: str) -> dict[str, _Relation]:
        """The relations of a part, by identifier."""
        if path not in self._relations:
            self._relations[path] = dict(_relations(self._package, path, self.root))
        return self._relations[path]


def opened(data: bytes, name: str, limits: Limits = LIMITS) -> Opened:
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
        if len(package.infolist()) > limits.parts:
            raise UnreadableDocxError(name, _TOO_LARGE)
    except _FAILURES as error:
        raise UnreadableDocxError(name) from error
    found = Opened(name, "", package, limits)
    main = found.related_path("officeDocument", "")
    if not main or found.root(main).tag != f"{W}document":
        raise UnreadableDocxError(name)
    found.main = main
    return found


def _relations(
    package: zipfile.ZipFile, path: str, root: Callable[[str], etree._Element]
) -> Iterator[tuple[str, _Relation]]:
    folder, file = posixpath.split(path)
    listed = posixpath.join(folder, "_rels", f"{file}.rels")
    if listed not in package.namelist():
        return
    for relation in root(listed).iter(_RELATION):
        target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
        external = relation.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield relation.get("Id", ""), _Relation(kind, target, external)


def _content(package: zipfile.ZipFile, path: str, limits: Limits) -> bytes:
    """The bytes of a part; raises ValueError where there are too many."""
    info = package.getinfo(path)
    ratio = info.file_size / max(info.compress_size, 1)
    packed = info.file_size > limits.suspicious_size and ratio > limits.suspicious_ratio
    if info.file_size > limits.part or packed:
        raise ValueError(path)
    with package.open(info) as part:
        return part.read(limits.part)


def _parsed(content: bytes, limits: Limits) -> etree._Element:
    if content.count(b"<") > limits.tags:
        raise ValueError("too many tags")
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
