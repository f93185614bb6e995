"""How an error reaches the user: a message on standard error, or one object `kjqb.error/1` on standard output."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import Any

import click

from kjqb.cli.usage import usage_error
from kjqb.errors import ExitCode, Fault, FaultyFileError, KjqbError, Where
from kjqb.text.visible import visible

SCHEMA = "kjqb.error/1"

_SYSTEM = {
    errno.ENOSPC: ("磁盘空间不足", "清理磁盘后重新运行"),
    errno.EDQUOT: ("超出磁盘配额", "清理磁盘后重新运行"),
    errno.EACCES: ("没有权限", "检查文件和文件夹的权限"),
    errno.EPERM: ("没有权限", "检查文件和文件夹的权限"),
    errno.EROFS: ("文件系统是只读的", "换到可以写入的文件夹"),
    errno.ENOENT: ("文件或文件夹不存在", "检查名称是否写对"),
    errno.ENOTDIR: ("不是文件夹", "检查名称是否写对"),
    errno.EISDIR: ("是文件夹，不是文件", "检查名称是否写对"),
    errno.EEXIST: ("已经存在", "换一个名称"),
    errno.EMFILE: ("打开的文件太多", "关闭其他程序后重新运行"),
    errno.ENAMETOOLONG: ("文件名太长", "换一个短些的名称"),
}
"""What the system's errors are called, and what can be done."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An error, ready to be told."""

    slug: str
    exit_code: ExitCode
    faults: tuple[Fault | KjqbError, ...]
    """What is wrong, at least one."""


def failure(error: BaseException) -> Failure:
    """What to tell of an exception, whoever raised it."""
    match error:
        case FaultyFileError():
            return Failure(error.slug, error.exit_code, error.faults)
        case KjqbError():
            return Failure(error.slug, error.exit_code, (error,))
        case click.ClickException():
            return failure(usage_error(error))
        case click.Abort() | KeyboardInterrupt():
            return failure(_InterruptedError("已中断"))
        case OSError():
            return failure(_system_error(error))
        case _:
            return failure(_InternalError(f"程序内部出错：{type(error).__name__}：{error}", hint=_InternalError.advice))


def document(told: Failure) -> str:
    """The failure as one JSON document; `faults` lists all, where a file has several."""
    import json  # most calls end well

    first, *rest = (_record(fault) for fault in told.faults)
    data: dict[str, Any] = {"schema": SCHEMA, "error": {"slug": told.slug, **first}}
    if rest:
        data["error"]["faults"] = [first, *rest]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def message(told: Failure, *, coloured: bool) -> str:
    """The failure as lines of text: where and what, then what to do; nothing in it can steer a terminal."""
    lines: list[str] = []
    for fault in told.faults:
        place = f"{visible(str(fault.where))}：" if fault.where else ""
        label = click.style("错误：", fg="red", bold=True) if coloured else "错误："
        lines.append(f"{label}{place}{visible(fault.what)}")
        if fault.hint:
            lines.append(f"提示：{visible(fault.hint)}")
    return "\n".join(lines) + "\n"


class _InterruptedError(KjqbError):
    """The user pressed Ctrl-C, or closed the input that a question waited for."""

    slug = "interrupted"
    exit_code = ExitCode.INTERRUPTED


class _InternalError(KjqbError):
    """A fault of the program."""

    slug = "internal"
    exit_code = ExitCode.INTERNAL
    advice = "这是程序的缺陷；用“kjqb -v”重新运行可看到详情，请报告给我们"


class _FileSystemError(KjqbError):
    """What the operating system refused."""

    slug = "file-system"


def _system_error(error: OSError) -> _FileSystemError:
    reason, hint = _SYSTEM.get(error.errno or 0, (error.strerror or str(error), "检查文件和文件夹"))
    name = error.filename if error.filename is not None else ""
    file = name if isinstance(name, str) else os.fsdecode(name) if isinstance(name, bytes) else ""
    return _FileSystemError(reason, where=Where(file) if file else None, hint=hint)


def _record(fault: Fault | KjqbError) -> dict[str, Any]:
    return {"what": fault.what, "where": str(fault.where) if fault.where else None, "hint": fault.hint or None}
