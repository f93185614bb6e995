"""Which issues may have changed since they were read: by size and time of their files, then by their contents."""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kjqb.model.issue import IssueId
from kjqb.workspace.contents_file import NAME as CONTENTS
from kjqb.workspace.workspace import ISSUE, Workspace

Facts = tuple[int, int, int]
"""Of a file: its size, when it was changed, and when facts about it were; in nanoseconds."""

UNKNOWN = b""
"""The stamp of an issue that was changed so lately that a further change might leave time and size as they are."""

_GRAIN = 2_000_000_000
"""Nanoseconds; file systems for exchangeable media count time in steps of two seconds."""
_DEEPEST = 8
"""Folders within folders that are looked into: links may go round in circles."""
_BYTES = 16
_MARSHAL = 2
"""A version that writes equal values alike; many times quicker than `repr`."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """An issue's folder as it was found."""

    issue: IssueId
    folder: Path
    stamp: bytes


def stamped(workspace: Workspace) -> dict[IssueId, Stamped]:
    """Every issue with a stamp that differs if a file of it does.

    Raises IssueTwiceError, and UnreadableError where the folder of issues cannot be listed.
    """
    lately = time.time_ns() - _GRAIN
    root = workspace.issues
    found: dict[IssueId, Stamped] = {}
    for name in _listed(workspace):
        issue = IssueId.parse(name)
        files = sorted(_files(f"{root}/{name}")) if issue else []
        if issue is None or ISSUE not in [file for file, _ in files]:
            continue
        if issue in found:
            workspace.folders()  # tells of the two folders
        found[issue] = Stamped(issue, root / name, _stamp(files, lately))
    return found


def _listed(workspace: Workspace) -> list[str]:
    try:
        return sorted(os.listdir(workspace.issues))  # noqa: PTH208 - thrice as quick
    except OSError:
        workspace.folders()  # tells what is wrong, unless there are no issues yet
        return []


def content(folder: Path) -> bytes:
    """A digest of the names and bytes of an issue's files; files that cannot be read count as empty."""
    digest = blake2b(digest_size=_BYTES)
    for name, _ in sorted(_files(folder)):
        path = folder / name
        try:
            data = path.read_bytes() if path.is_file() else b""
        except OSError:
            data = b""
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return digest.digest()


def _stamp(files: list[tuple[str, Facts]], lately: int) -> bytes:
    for _, (_, changed, touched) in files:
        if changed >= lately or touched >= lately:
            return UNKNOWN
    return blake2b(marshal.dumps(files, _MARSHAL), digest_size=_BYTES).digest()


def _files(folder: Path | str, inside: str = "", depth: int = 0) -> Iterator[tuple[str, Facts]]:
    """Names of all files that an issue is made of, and facts about them.

    The contents list is made from the others and is left out; what has been deleted meanwhile is passed over.
    """
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name == CONTENTS:
            continue
        try:
            if entry.is_dir() and depth < _DEEPEST:
                yield from _files(entry.path, f"{inside}{name}/", depth + 1)
                continue
            facts = entry.stat()
            yield f"{inside}{name}", (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
        except OSError:
            yield f"{inside}{name}", (-1, 0, 0)
