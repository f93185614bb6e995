"""Where the index is kept: in the workspace, or with the user's caches where the workspace cannot be written."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from kjqb.archive.search.index import NAME
from kjqb.workspace.workspace import STATE, Workspace


def place(workspace: Workspace, env: Mapping[str, str]) -> Path | None:
    """The index's file; None where no folder can be written, so that it must stay in memory."""
    state = workspace.root / STATE
    known = blake2b(os.fsencode(workspace.root), digest_size=8).hexdigest()
    cached = caches(env)
    folders = [state if state.resolve().is_relative_to(workspace.root) else None, cached and cached / "kjqb" / known]
    return next((folder / NAME for folder in folders if folder and _is_writable(folder)), None)


def caches(env: Mapping[str, str]) -> Path | None:
    """The folder of the user's caches, by the customs of the system; None where the user has no home."""
    home = Path(env["HOME"]) if env.get("HOME") else None
    if sys.platform == "win32":
        local = env.get("LOCALAPPDATA")
        return Path(local) if local else None
    if sys.platform == "darwin":
        return home and home / "Library" / "Caches"
    stated = env.get("XDG_CACHE_HOME")
    return Path(stated) if stated and os.path.isabs(stated) else home and home / ".cache"  # noqa: PTH117 - a string


def _is_writable(folder: Path) -> bool:
    """Whether files can be made in it; it is made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
