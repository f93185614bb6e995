"""The index brought up to what is on disk: issues that came, changed or went."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kjqb.archive.search.index import CorruptIndexError, Index, Kept
from kjqb.archive.search.reading import Indexed, indexed, read_issue
from kjqb.archive.search.stamps import UNKNOWN, Stamped, content, stamped
from kjqb.errors import KjqbError
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace

BATCH = 64
"""Issues that are written at a time: these stay written, should the process be ended."""
_WORTH_HELP = 48
"""Issues from which on further processes are worth their start."""
_CHUNK, _AHEAD = 8, 2
"""Issues that a process reads at a time, and how many such tasks wait for each: what has been read and is not written
yet takes memory."""

Progress = Callable[[int], AbstractContextManager[Callable[[str], None]]]
"""Told how many issues will be read; what it yields is called with each."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An issue that could not be read, so that none of its articles is found."""

    issue: IssueId
    error: KjqbError


@dataclass(frozen=True, slots=True)
class _Task:
    """An issue to be read: its folder, and the digest of what is in it."""

    found: Stamped
    digest: bytes


@contextmanager
def opened(path: Path | None) -> Iterator[Index]:
    """The index of a path; what stands there and is none is made anew.

    Raises what Index raises, but CorruptIndexError only where that does not help.
    """
    try:
        index = Index(path)
    except CorruptIndexError:
        discard(path)
        index = Index(path)
    try:
        yield index
    finally:
        index.close()


def discard(path: Path | None) -> None:
    """Delete an index, with what SQLite keeps beside it."""
    for name in (path, path and path.with_name(f"{path.name}-journal")):
        if name:
            name.unlink(missing_ok=True)


def update(index: Index, workspace: Workspace, progress: Progress) -> tuple[Unread, ...]:
    """Read what has changed since the index was last brought up to date; say which issues could not be read.

    Raises what the reading of kjqb.toml raises if there is anything to read, and CorruptIndexError.
    """
    here, known = stamped(workspace), index.issues()
    gone = known.keys() - here.keys()
    tasks: list[_Task] = []
    same: list[Stamped] = []
    for found in (here[issue] for issue in sorted(here, reverse=True)):
        kept = known.get(found.issue)
        if kept and found.stamp == kept.stamp != UNKNOWN and not kept.fault:
            continue
        digest = content(found.folder)
        if kept is None or kept.fault or (kept.digest, kept.folder) != (digest, found.folder.name):
            tasks.append(_Task(found, digest))
        elif found.stamp != kept.stamp:
            same.append(found)
    if gone or same:
        with index.writing():
            for issue in gone:
                index.remove(issue)
            for found in same:
                index.restamp(found.issue, found.stamp)
    return tuple(_read(index, workspace, tasks, progress)) if tasks else ()


def _read(index: Index, workspace: Workspace, tasks: Sequence[_Task], progress: Progress) -> Iterator[Unread]:
    bulletin = workspace.bulletin()
    texts = _texts(workspace, bulletin, tasks)
    with progress(len(tasks)) as step:
        waiting = iter(tasks)
        while batch := tuple(islice(waiting, BATCH)):
            with index.writing():
                for task in batch:
                    step(str(task.found.issue))
                    articles = next(texts)
                    _put(index, task, articles)
                    if articles is None:
                        yield Unread(task.found.issue, _error(workspace, task, bulletin))


def _put(index: Index, task: _Task, articles: tuple[Indexed, ...] | None) -> None:
    """Keep what was read of an issue, None for one that could not be read."""
    found = task.found
    kept = Kept(found.folder.name, found.stamp, task.digest, fault=articles is None)
    index.replace(found.issue, kept, articles or ())


def _texts(workspace: Workspace, bulletin: Bulletin, tasks: Sequence[_Task]) -> Iterator[tuple[Indexed, ...] | None]:
    """What is in each issue, in their order; None for one that cannot be read."""
    places = [(task.found.issue, task.found.folder) for task in tasks]
    helpers = os.cpu_count() or 1
    if len(places) < _WORTH_HELP or helpers < 2:
        yield from _texts_of(workspace, bulletin, places)
        return
    from concurrent.futures import ProcessPoolExecutor  # heavy
    from multiprocessing import get_context

    with ProcessPoolExecutor(helpers, get_context("spawn"), _leave_interrupts) as pool:
        chunks = iter([places[at : at + _CHUNK] for at in range(0, len(places), _CHUNK)])
        ahead = (pool.submit(_texts_in_helper, workspace, bulletin, chunk) for chunk in chunks)
        pending = deque(islice(ahead, helpers * _AHEAD))
        while pending:
            done = pending.popleft().result()
            pending.extend(islice(ahead, 1))
            yield from done


def _texts_in_helper(
    workspace: Workspace, bulletin: Bulletin, places: list[tuple[IssueId, Path]]
) -> list[tuple[Indexed, ...] | None]:
    return list(_texts_of(workspace, bulletin, places))


def _texts_of(
    workspace: Workspace, bulletin: Bulletin, places: Iterable[tuple[IssueId, Path]]
) -> Iterator[tuple[Indexed, ...] | None]:
    for issue, folder in places:
        try:
            yield indexed(read_issue(workspace, issue, folder, bulletin))
        except KjqbError:
            yield None


def _error(workspace: Workspace, task: _Task, bulletin: Bulletin) -> KjqbError:
    """Why an issue cannot be read; errors do not travel between processes whole."""
    try:
        read_issue(workspace, task.found.issue, task.found.folder, bulletin)
    except KjqbError as error:
        return error
    return KjqbError("读取时文件正在改动", hint="再查一次")


def _leave_interrupts() -> None:
    """Let the main process alone be interrupted from the keyboard; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
