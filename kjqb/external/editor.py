"""The user's text editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kjqb.errors import KjqbError, ToolMissingError, Where

_VARIABLES = ("VISUAL", "EDITOR")
_USUAL = ("notepad",) if os.name == "nt" else ("nano", "vi")


class EditorFailedError(KjqbError):
    """An editor that ended with an error."""

    slug = "editor-failed"


def find(env: Mapping[str, str]) -> tuple[str, ...]:
    """The editor's command line: what $VISUAL or $EDITOR says, else a usual one.

    Raises ToolMissingError if it is not installed, or where nothing is said and there is no terminal to show one.
    """
    stated = next((env[name] for name in _VARIABLES if env.get(name, "").strip()), None)
    if stated is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ToolMissingError("不在终端里，没有可用的编辑器", hint="把环境变量EDITOR设为编辑器的命令，或直接修改文件")
    for program, *options in [_words(stated)] if stated else [(name,) for name in _USUAL]:
        found = shutil.which(program, path=env.get("PATH"))
        if found:
            return found, *options
    what = f"没有找到编辑器“{stated}”" if stated else "没有找到编辑器"
    raise ToolMissingError(what, hint="把环境变量EDITOR设为编辑器的命令，例如EDITOR=nano")


def _words(command: str) -> tuple[str, ...]:
    """The words of a command line; the whole of it where its quotes do not pair."""
    try:
        return tuple(shlex.split(command))
    except ValueError:
        return (command,)


def edit(path: Path, env: Mapping[str, str]) -> None:
    """Open a file in the editor, and wait until it is closed.

    Raises ToolMissingError, and EditorFailedError when the editor ends with an error.
    """
    command = find(env)
    ended = subprocess.run([*command, path], env=dict(env), check=False).returncode
    if ended:
        hint = "检查环境变量EDITOR；文章以磁盘上的文件为准"
        raise EditorFailedError(f"编辑器“{command[0]}”异常结束（{ended}）", where=Where(path.name), hint=hint)
