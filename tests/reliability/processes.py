"""kjqb in child processes that are forked, so that hundreds of them start at once, and that may be killed."""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import kjqb
from kjqb.cli.program import root

for _module in walk_packages(kjqb.__path__, "kjqb."):
    if not _module.name.endswith("__main__"):
        import_module(_module.name)  # once, so that children need not

gc.collect()
gc.freeze()

MEMORY = Path("/dev/shm")
FOLDERS = str(MEMORY) if MEMORY.is_dir() else None
"""Where workspaces for trials are made: in memory where there is such a folder, for a kill cares for no disk."""

CRASHED = 99
"""Exit code of a child that raised."""


@dataclass(frozen=True)
class Ended:
    """A child that has ended."""

    code: int | None
    """None where it was killed."""
    seconds: float
    stdout: str = ""
    stderr: str = ""


def forked(act: Callable[[], object]) -> int:
    """Start a child that does something and ends; its process id."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = CRASHED
    try:
        code = int(act() or 0)  # type: ignore[call-overload]
    except BaseException:  # noqa: BLE001 - the child ends here, whatever it was
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def command(folder: Path, *line: str, out: Path | None = None) -> Callable[[], int]:
    """What runs a command line in a folder, its streams in `out` and `out`.err, or thrown away."""

    def act() -> int:
        for number, name in ((1, str(out) if out else os.devnull), (2, f"{out}.err" if out else os.devnull)):
            descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(descriptor, number)
            os.close(descriptor)
        sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115 - as long as the child lives
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115 - as long as the child lives
        os.chdir(folder)
        return int(root.main(list(line), standalone_mode=False))

    return act


def ended(pid: int, started: float, *, limit: float | None = None) -> Ended:
    """Wait for a child; it is killed after `limit` seconds."""
    while True:
        found, status = os.waitpid(pid, os.WNOHANG if limit else 0)
        if found:
            code = None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            return Ended(code, time.monotonic() - started)
        if limit and time.monotonic() - started > limit:
            os.kill(pid, signal.SIGKILL)
            limit = None
        time.sleep(0.001)


def run(folder: Path, *line: str) -> Ended:
    """Run a command line to its end."""
    started = time.monotonic()
    return ended(forked(command(folder, *line)), started)


def bounded(act: Callable[[], int], out: Path, *, seconds: int, mebibytes: int) -> Ended:
    """Run with at most so much processor time and address space; what it said was written to `out`."""

    def within() -> int:
        gc.collect()
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        return act()

    started = time.monotonic()
    outcome = ended(forked(within), started, limit=seconds * 10)
    said = [path.read_text("utf-8", "backslashreplace") if path.exists() else "" for path in (out, Path(f"{out}.err"))]
    return Ended(outcome.code, outcome.seconds, *said)
