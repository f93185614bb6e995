"""Changes of several files that happen all or not at all, whenever the process is killed.

How it works, under the workspace's lock:

1. every new content is written beside its place, and synced;
2. `.kjqb/journal.json`, which says what is to go where, is written, synced and renamed into being: from here on the
   change has happened;
3. the contents are renamed into their places, and what is moved is moved;
4. the journal is renamed to `.kjqb/committed.json`, by whose changed id a reader sees that it has read two states.

A writer killed before step 2 has changed nothing; one killed after it is finished by whoever comes next (`recover`).
A file that somebody has changed by hand in between keeps what that person wrote, and what was to be put there goes to
the trash. The journal names nothing outside of the workspace, whatever somebody has written into it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from kjqb.errors import KjqbError, Where
from kjqb.workspace.file_names import unused
from kjqb.workspace.files import (
    Staged,
    UnreadableError,
    guarded,
    make_folder,
    read_bytes,
    stage,
    sweep,
    sync_folder,
    unstage,
    write_files,
)

SCHEMA = "kjqb.journal/1"
PENDING = "journal.json"
"""What is to be done, while it is not."""

COMMITTED = "committed.json"
"""What was done last."""

MARK = "writing"
"""Is there while somebody writes, and after he was killed."""

UNFINISHED = "unfinished"
"""The folder of the trash for what could not be put in its place."""

_CHUNK = 1 << 20


class InterruptedWriteError(KjqbError):
    """A change that a killed process had begun, and that met with another one before it could be finished."""

    slug = "write-interrupted"


class BadJournalError(KjqbError):
    """A journal that kjqb has not written."""

    slug = "bad-journal"


@dataclass(frozen=True, slots=True)
class _Put:
    """A content to go into its place, which until then holds another (known by its SHA-256) or nothing."""

    temporary: str
    target: str
    before: str | None


@dataclass(frozen=True, slots=True)
class _Change:
    """What a journal says; paths are relative to the workspace, with `/`."""

    puts: tuple[_Put, ...]
    moves: tuple[tuple[str, str], ...]
    """From, to."""
    drops: tuple[str, ...]
    """Files of our own, below `.kjqb`, that go."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of the workspace in a folder."""

    root: Path
    """Absolute, without symbolic links."""
    state: Path
    """The folder of lock, journal and trash."""
    name: str
    """How messages call the journal."""

    @property
    def is_pending(self) -> bool:
        """Whether a change has begun and not ended."""
        return os.path.lexists(self.state / PENDING)

    def last(self) -> bytes:
        """What was done last, which is never the same twice; empty where nothing was."""
        try:
            return (self.state / COMMITTED).read_bytes()
        except OSError:
            return b""

    def commit(
        self,
        files: Mapping[Path, bytes],
        moves: Mapping[Path, Path],
        drops: Collection[Path],
        names: Mapping[Path, str],
    ) -> None:
        """Put contents in the places of files, move files to places that are free, and drop files below `.kjqb`.

        All of it happens or nothing; the lock is held, and all lie in the workspace. Raises UnwritableError; nothing
        has changed then, unless another program holds a file open (Windows) that is not the first: that change is
        finished by `recover`.
        """
        staged = stage(files, names)
        try:
            for target in moves.values():
                make_folder(target.parent, names[target])
            for folder in {each.target.parent for each in staged}:
                sync_folder(folder)
            self._begin(staged, moves, drops)
            for done, each in enumerate(staged):
                self._try(each.put, is_first=not done)
            for done, (path, target) in enumerate(moves.items(), len(staged)):
                self._try(partial(guarded, partial(path.rename, target), names[target]), is_first=not done)
            for path in drops:
                path.unlink(missing_ok=True)
            self._end(_folders(staged, moves) | {path.parent for path in drops})
        finally:
            if not self.is_pending:
                unstage(staged)

    def recover(self) -> None:
        """Finish what a killed writer had begun, and clean up behind him; the lock is held.

        Raises InterruptedWriteError where a file was changed by hand in between; all else is done by then.
        """
        change = self._read()
        kept = [] if change is None else self._finish(change)
        if (self.state / MARK).exists():
            sweep(self.root, below=False)
            for folder in (self.root / "issues", self.root / "dist", self.state):
                sweep(folder)
            (self.state / MARK).unlink(missing_ok=True)
        if kept:
            hint = "文件已保留您改动后的样子；请对照两个版本，再重新运行刚才的命令"
            names = "、".join(f"{each}（没有写入的版本在{self.name_of(there)}）" for each, there in kept)
            raise InterruptedWriteError(f"上一次写入中断以后，又有文件被改动：{names}", hint=hint)

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Leave a mark while the writer is at work, by which the next one knows that he was killed."""
        mark = self.state / MARK
        guarded(mark.touch, self.name)
        try:
            yield
        finally:
            if not self.is_pending:
                mark.unlink(missing_ok=True)

    def name_of(self, path: Path) -> str:
        """A path of the workspace as messages call it."""
        return path.relative_to(self.root).as_posix()

    def _begin(self, staged: tuple[Staged, ...], moves: Mapping[Path, Path], drops: Collection[Path]) -> None:
        record = {
            "schema": SCHEMA,
            "id": os.urandom(8).hex(),
            "put": [
                {"from": self.name_of(each.temporary), "to": self.name_of(each.target), "before": _digest(each.target)}
                for each in staged
            ],
            "move": [{"from": self.name_of(path), "to": self.name_of(target)} for path, target in moves.items()],
            "drop": [self.name_of(path) for path in drops],
        }
        path = self.state / PENDING
        write_files({path: json.dumps(record, indent=1).encode("ascii")}, {path: self.name})

    def _try(self, act: Callable[[], object], *, is_first: bool) -> None:
        """Do a step; where the first cannot be done nothing has changed, and the journal is taken back."""
        try:
            act()
        except KjqbError:
            if is_first:
                (self.state / PENDING).unlink(missing_ok=True)
            raise

    def _end(self, folders: set[Path]) -> None:
        for folder in folders:
            sync_folder(folder)
        guarded(lambda: (self.state / PENDING).replace(self.state / COMMITTED), self.name)
        sync_folder(self.state)

    def _read(self) -> _Change | None:
        """What is pending; None where nothing is."""
        if not self.is_pending:
            return None
        try:
            data = json.loads(read_bytes(self.state / PENDING, self.name))
            if data["schema"] != SCHEMA:
                raise self._bad()
            change = _Change(
                tuple(_Put(each["from"], each["to"], each["before"]) for each in data["put"]),
                tuple((each["from"], each["to"]) for each in data["move"]),
                tuple(data["drop"]),
            )
            self._judge(change)
        except (UnreadableError, ValueError, LookupError, TypeError, RecursionError) as error:
            raise self._bad() from error
        return change

    def _judge(self, change: _Change) -> None:
        """Raise BadJournalError for a change that leads to where none may."""
        for put in change.puts:
            self._inside(put.temporary)
            self._inside(put.target)
        for source, goal in change.moves:
            self._inside(source)
            self._inside(goal)
        for path in change.drops:
            self._dropped(path)

    def _finish(self, change: _Change) -> list[tuple[str, Path]]:
        """Do what is left to do; what could not be put in its place, with where it is now."""
        kept: list[tuple[str, Path]] = []
        folders: set[Path] = set()
        for put in change.puts:
            temporary, target = self._inside(put.temporary), self._inside(put.target)
            folders.add(target.parent)
            if not temporary.exists():
                continue  # it was in its place before the kill
            if _digest(target) not in {None, put.before, _digest(temporary)}:
                kept.append((put.target, self._set_aside(temporary, target.name)))
                continue
            Staged(temporary, target, put.target).put()
        for source, goal in change.moves:
            path, target = self._inside(source), self._inside(goal)
            folders |= {path.parent, target.parent}
            if os.path.lexists(path) and not os.path.lexists(target):
                make_folder(target.parent, goal)
                guarded(partial(path.rename, target), goal)
        for path in map(self._dropped, change.drops):
            path.unlink(missing_ok=True)
        self._end(folders)
        return kept

    def _set_aside(self, temporary: Path, name: str) -> Path:
        folder = self.state / "trash" / UNFINISHED
        make_folder(folder, self.name)
        target = folder / unused(name, [path.name for path in folder.iterdir()])
        guarded(partial(temporary.replace, target), self.name)
        return target

    def _inside(self, name: str) -> Path:
        """The path of a name in the journal.

        Raises BadJournalError for one that leads out of the workspace, in itself or by a symbolic link.
        """
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.name:
            raise self._bad()
        whole = self.root / path
        if not whole.parent.resolve().is_relative_to(self.root):
            raise self._bad()
        return whole

    def _dropped(self, name: str) -> Path:
        path = self._inside(name)
        if not path.parent.resolve().is_relative_to(self.state):
            raise self._bad()
        return path

    def _bad(self) -> BadJournalError:
        hint = "这不是kjqb写的文件；核对工作区里的文件以后删去它，再重新运行"
        return BadJournalError("中断记录的内容不对，没有照它执行", where=Where(self.name), hint=hint)


def _folders(staged: tuple[Staged, ...], moves: Mapping[Path, Path]) -> set[Path]:
    return {each.target.parent for each in staged} | {path.parent for pair in moves.items() for path in pair}


def _digest(path: Path) -> str | None:
    """SHA-256 of a file; None where there is none."""
    from hashlib import sha256  # loads OpenSSL

    digest = sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except FileNotFoundError:
        return None
    except OSError:
        return ""  # a folder in its place, which the renaming will tell of
    return digest.hexdigest()
