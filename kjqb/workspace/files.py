"""Reading and writing of whole text files: strict UTF-8 in, atomic replacement out."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from kjqb import limits
from kjqb.errors import KjqbError, Where
from kjqb.model.source import Source

Result = TypeVar("Result")

_PREFIX, _SUFFIX = ".kjqb-", ".tmp"
"""Of what is being written, and not yet in place."""


class UnreadableError(KjqbError):
    """A file or folder that cannot be read."""

    slug = "unreadable"


class NotTextError(KjqbError):
    """A file that is not UTF-8 text."""

    slug = "not-utf8"


class UnwritableError(KjqbError):
    """A file or folder that cannot be written."""

    slug = "unwritable"


def read_source(path: Path, name: str) -> Source:
    """A file's text, line ends and byte-order mark as they stand in it; `name` is how messages call the file.

    Raises UnreadableError and NotTextError.
    """
    return Source(name, decode_utf8(read_bytes(path, name), name))


def read_bytes(path: Path, name: str, limit: limits.Limit = limits.TEXT) -> bytes:
    """A regular file's bytes.

    Raises UnreadableError, also for a folder, a device, or a file of more bytes than the limit.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError("这不是普通文件，无法读取", where=Where(name), hint="换成文本文件")
            return read_stream(file, name, limit)
    except OSError as error:
        raise UnreadableError(f"无法读取：{_reason(error)}", where=Where(name), hint="检查路径和读取权限") from error


def read_stream(stream: BinaryIO, name: str, limit: limits.Limit = limits.TEXT) -> bytes:
    """All bytes of a stream.

    Raises UnreadableError for more than the limit.
    """
    data = stream.read(limit.value + 1)
    refuse_larger(data, limit, name)
    return data


def refuse_larger(data: bytes, limit: limits.Limit, name: str) -> None:
    """Make sure that a file has no more bytes than the limit.

    Raises UnreadableError.
    """
    most = limit.value
    if len(data) > most:
        hint = f"检查是否放错了文件；确有这么大，用环境变量{limit.variable}放宽"
        raise UnreadableError(f"文件大于{limits.megabytes(most)}，不像是文稿", where=Where(name), hint=hint)


def decode_utf8(data: bytes, name: str) -> str:
    """Strict UTF-8 without NUL.

    Raises NotTextError with the place of the first byte that is none.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        hint = "用编辑器另存为UTF-8；别的编码的来稿用“kjqb add”导入"
        raise NotTextError("不是UTF-8编码的文本", where=Source(name, before).where(len(before)), hint=hint) from error
    if "\0" in text:
        where = Source(name, text).where(text.index("\0"))
        raise NotTextError("含有空字符（NUL），不是文本文件", where=where, hint="检查是否放错了文件")
    return text


def write_text(path: Path, text: str, name: str) -> None:
    """Put a text in a file's place, whole or not at all.

    Raises UnwritableError.
    """
    write_files({path: text.encode("utf-8")}, {path: name})


@dataclass(frozen=True, slots=True)
class Staged:
    """A file's new content: on disk beside its place, and not yet in it."""

    temporary: Path
    target: Path
    """Its place; absolute, without symbolic links."""
    name: str
    """How messages call the file."""

    def put(self) -> None:
        """Put it in its place.

        Raises UnwritableError.
        """
        guarded(partial(self.temporary.replace, self.target), self.name)


def stage(files: Mapping[Path, bytes], names: Mapping[Path, str]) -> tuple[Staged, ...]:
    """Write every file beside its place; the folders are made if they are not there.

    Raises UnwritableError, and then nothing is left of them.
    """
    ready: list[Staged] = []
    try:
        for path, data in files.items():
            target, name = path.resolve(), names[path]
            make_folder(target.parent, name)
            ready.append(Staged(guarded(partial(_beside, target, data), name), target, name))
    except BaseException:
        unstage(ready)
        raise
    return tuple(ready)


def unstage(staged: Iterable[Staged]) -> None:
    """Remove what was written beside its place, as far as it is not in it."""
    for each in staged:
        each.temporary.unlink(missing_ok=True)


def write_files(files: Mapping[Path, bytes], names: Mapping[Path, str]) -> None:
    """Write every file beside its place, and only when all are on disk put each in its place, in order.

    A kill at any moment leaves each file old or new, whole; for all old or all new, there is `journal`. `names` is how
    messages call the files. Raises UnwritableError; before the first file is in place nothing has changed.
    """
    staged = stage(files, names)
    try:
        for each in staged:
            each.put()
    finally:
        unstage(staged)
    for folder in {each.target.parent for each in staged}:
        sync_folder(folder)


def write_folder(folder: Path, contents: Mapping[str, str | bytes], name: str) -> None:
    """Make a folder that is not there yet, with these files in it, whole or not at all.

    Raises UnwritableError.
    """
    make_folder(folder.parent, name)
    temporary = Path(guarded(lambda: tempfile.mkdtemp(suffix=_SUFFIX, prefix=_PREFIX, dir=folder.parent), name))
    try:
        files = {
            temporary / file: each if isinstance(each, bytes) else each.encode() for file, each in contents.items()
        }
        write_files(files, {path: f"{name}/{path.relative_to(temporary).as_posix()}" for path in files})
        guarded(lambda: temporary.chmod(0o777 & ~_mask()), name)
        guarded(lambda: temporary.rename(folder), name)
    except KjqbError:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def make_folder(path: Path, name: str) -> None:
    """Make a folder and those above it, as far as they are not there.

    Raises UnwritableError.
    """
    guarded(lambda: path.mkdir(parents=True, exist_ok=True), name)


def sweep(folder: Path, *, below: bool = True) -> None:
    """Remove what killed writers have left in a folder and in those below it; nobody may be writing there."""
    for root, folders, files in os.walk(folder):
        for name in filter(_is_leftover, files):
            Path(root, name).unlink(missing_ok=True)
        for name in filter(_is_leftover, folders):
            shutil.rmtree(Path(root, name), ignore_errors=True)
        folders[:] = [name for name in folders if below and not _is_leftover(name)]


def guarded(act: Callable[[], Result], name: str) -> Result:
    """Do something to the file system.

    Raises UnwritableError where the system refuses.
    """
    try:
        return act()
    except OSError as error:
        raise unwritable(error, name) from error


def unwritable(error: OSError, name: str) -> UnwritableError:
    """What to tell of a system's refusal to write."""
    hint = "检查磁盘空间、文件夹和写入权限"
    return UnwritableError(f"无法写入：{_reason(error)}", where=Where(name), hint=hint)


def sync_folder(folder: Path) -> None:
    """Have a folder's entries written to disk, where the system can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders; its renames are written through
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _beside(target: Path, data: bytes) -> Path:
    """A new file in the same folder that holds the data, on disk, with the access rights that the target has."""
    descriptor, name = tempfile.mkstemp(suffix=_SUFFIX, prefix=_PREFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_mask())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _is_leftover(name: str) -> bool:
    return name.startswith(_PREFIX) and name.endswith(_SUFFIX)


def _mask() -> int:
    """The access rights that new files are not given."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _without_waiting(path: str, flags: int) -> int:
    """Open so that a pipe without a writer does not hold the program up."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


_REASONS = {
    FileNotFoundError: "文件或文件夹不存在",
    PermissionError: "没有权限",
    FileExistsError: "同名文件已经存在",
    IsADirectoryError: "这是文件夹",
    NotADirectoryError: "路径中有一段不是文件夹",
}


def _reason(error: OSError) -> str:
    return _REASONS.get(type(error), error.strerror or type(error).__name__)
