"""A changed text as the bytes of its file: in the encoding and with the line ends that the file has."""

from __future__ import annotations

import codecs
from pathlib import Path

from kjqb.errors import KjqbError, Where
from kjqb.workspace.files import read_bytes

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FORMS = (*_MARKS, (b"", "utf-8"), (b"", "gb18030"))
_LINE_ENDS = ("\n", "\r\n", "\r")


class FileChangedError(KjqbError):
    """A file that is no longer what was read."""

    slug = "file-changed"


def rewritten(path: Path, before: str, after: str, name: str) -> bytes:
    """The bytes that a file is to hold; that `before` gives those it holds now proves encoding and line ends.

    Raises FileChangedError where it does not.
    """
    return reencoded(read_bytes(path, name), before, after, name)


def reencoded(data: bytes, before: str, after: str, name: str) -> bytes:
    """`after` as bytes, in the form in which `before` gives the data.

    Raises FileChangedError where it does not in any.
    """
    for mark, codec in _FORMS:
        for line_end in _LINE_ENDS:
            if data.startswith(mark) and _encoded(before, mark, codec, line_end) == data:
                return _encoded(after, mark, codec, line_end)
    hint = "文件未作改动；请重新运行"
    raise FileChangedError("文件在检查期间被改动了，或不能按原来的编码写回", where=Where(name), hint=hint)


def _encoded(text: str, mark: bytes, codec: str, line_end: str) -> bytes:
    return mark + text.removeprefix("\ufeff" if mark else "").replace("\n", line_end).encode(codec)
