"""The lock that keeps two writers from one workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kjqb.errors import KjqbError, Where
from kjqb.workspace.files import unwritable

PATIENCE = 10.0
"""Seconds to wait for another writer, unless the caller says otherwise."""


class LockedError(KjqbError):
    """Another process is writing the workspace."""

    slug = "locked"

    def __init__(self, wait: float, where: Where) -> None:
        super().__init__(
            f"另一个kjqb正在写这个工作区，等了{wait:g}秒仍未结束",
            where=where,
            hint="等它结束后再运行；定时任务可用“kjqb build --wait 秒数”多等一会儿",
        )


@contextmanager
def locked(path: Path, name: str, *, wait: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file at `path`, which is made if it is not there; the system lets go of it when the process ends.

    Raises LockedError after `wait` seconds, UnwritableError where the file cannot be made.
    """
    from filelock import FileLock, Timeout  # only writers need it

    lock = FileLock(path, timeout=wait)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise LockedError(wait, Where(name)) from error
    except OSError as error:
        raise unwritable(error, name) from error
    try:
        yield
    finally:
        lock.release()
