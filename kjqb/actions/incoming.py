"""What comes in from outside the workspace: a file's name and bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from kjqb import limits
from kjqb.errors import Where
from kjqb.importers.formats import Received, UnknownFormatError, limit
from kjqb.model.source import Source
from kjqb.workspace.files import read_bytes, read_stream, refuse_larger
from kjqb.workspace.pictures import ReadImage, images_of, no_images

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as received."""

    name: str
    """As the user named it."""
    data: bytes

    @classmethod
    def read(cls, name: str) -> Incoming:
        """A file of the file system.

        Raises UnreadableError.
        """
        return cls(name, _bounded(read_bytes(Path(name), name, limits.FILE), name))

    @classmethod
    def received(cls, stream: BinaryIO) -> Incoming:
        """What comes in on standard input.

        Raises UnreadableError where it is too much.
        """
        return cls(STANDARD_INPUT, _bounded(read_stream(stream, STANDARD_INPUT, limits.FILE), STANDARD_INPUT))

    @property
    def sha256(self) -> str:
        """Of its bytes, in hexadecimal digits."""
        from hashlib import sha256  # loads OpenSSL

        return sha256(self.data).hexdigest()

    @property
    def file(self) -> str:
        """Its name without folders; none for standard input."""
        return "" if self.name == STANDARD_INPUT else PurePath(self.name).name

    @property
    def suffix(self) -> str:
        """What its name ends in, in small letters, with the dot."""
        return PurePath(self.file).suffix.lower()

    @property
    def images(self) -> ReadImage:
        """The images that its text names: those in its folder and below; none for standard input."""
        if self.name == STANDARD_INPUT:
            return no_images
        folder = Path(self.name).parent
        return images_of(folder, folder)

    def for_import(self, encoding: str | None, revisions: str, title: str | None = None) -> Received:
        """The same for an importer, with what the editor says of it."""
        return Received(self.name, self.data, title, encoding, self.images, revisions)

    def source(self, encoding: str | None = None) -> Source:
        """Its text.

        Raises what `decode` raises.
        """
        from kjqb.importers.decode import decode  # not needed to check an issue

        return Source(self.name, decode(self.data, self.name, encoding))

    def unknown_format(self, taken: str) -> UnknownFormatError:
        """What to tell of a file that is of none of the kinds that are taken."""
        hint = f"这一版可以导入{taken}；请先另存为这样的文件"
        return UnknownFormatError(f"不能导入“{self.suffix or self.file}”文件", where=Where(self.name), hint=hint)


def _bounded(data: bytes, name: str) -> bytes:
    """The bytes, if they are no more than a file of their kind may have.

    Raises UnreadableError.
    """
    refuse_larger(data, limit(data), name)
    return data
