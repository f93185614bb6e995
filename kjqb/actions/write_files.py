"""Putting several files in place: all of them, or as far as a file system can promise it none."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from kjqb.workspace.files import make_folder, sync_folder, unwritable


def write_files(files: Mapping[Path, bytes], names: Mapping[Path, str]) -> None:
    """Write every file beside its place, and only when all are on disk put each in its place.

    A kill at any moment leaves each file old or new, whole. `names` is how messages call the files. Raises
    UnwritableError; before the first file is in place nothing has changed.
    """
    with ExitStack() as leftovers:
        ready: list[tuple[Path, Path]] = []
        for path, data in files.items():
            make_folder(path.parent, names[path])
            target = path.resolve()
            temporary = _beside(target, data, names[path])
            leftovers.callback(temporary.unlink, missing_ok=True)
            ready.append((temporary, target))
        for (temporary, target), path in zip(ready, files, strict=True):
            try:
                temporary.replace(target)
            except OSError as error:
                raise unwritable(error, names[path]) from error
        for folder in {target.parent for _, target in ready}:
            sync_folder(folder)


def _beside(target: Path, data: bytes, name: str) -> Path:
    """A new file in the target's folder with the data, on disk, with the target's access rights or the usual ones."""
    try:
        descriptor, made = tempfile.mkstemp(prefix=".kjqb-", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise unwritable(error, name) from error
    temporary = Path(made)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise unwritable(error, name) from error
    return temporary


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
