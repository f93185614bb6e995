"""The one tree of errors, and the exit codes they end in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the program's end means to the script that called it."""

    OK = 0
    FINDINGS = 1
    """Findings remain, a stored contents list is stale, or a verification failed."""
    USAGE = 2
    BAD_INPUT = 3
    """Input or the file system: unreadable, unwritable, full, locked."""
    TOOL_MISSING = 4
    INTERNAL = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file; line and column count from 1, columns in characters."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class KjqbError(Exception):
    """Something the user can put right: what is wrong, where, and what to do."""

    slug = "error"
    exit_code = ExitCode.BAD_INPUT

    def __init__(self, what: str, *, where: Where | None = None, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint


class UsageError(KjqbError):
    """A command line that cannot be meant: a number out of range, options that exclude each other."""

    slug = "usage"
    exit_code = ExitCode.USAGE


class ToolMissingError(KjqbError):
    """An external program or a font that is not installed."""

    slug = "tool-missing"
    exit_code = ExitCode.TOOL_MISSING


@dataclass(frozen=True, slots=True)
class Fault:
    """One of several things wrong with one file."""

    what: str
    where: Where
    hint: str = ""


class FaultyFileError(KjqbError):
    """A file with faults of form, all of them reported together, in the order of their places."""

    slug = "faulty-file"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        ordered = tuple(sorted(faults, key=lambda fault: (fault.where.line or 0, fault.where.column or 0)))
        super().__init__(ordered[0].what, where=ordered[0].where, hint=ordered[0].hint)
        self.faults = ordered
