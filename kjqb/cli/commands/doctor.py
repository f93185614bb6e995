"""`kjqb doctor`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import json_option
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.errors import ExitCode

if TYPE_CHECKING:
    from kjqb.actions.doctor import Condition

SCHEMA = "kjqb.doctor/1"


@click.command(cls=Command, examples=("kjqb doctor",))
@json_option
@click.pass_obj
def command(session: Session, /, *, as_json: bool) -> ExitCode:
    """查看运行环境是否齐备。

    列出kjqb、Python、所用程序库和LibreOffice的版本。LibreOffice、核对用的字体和pypdfium2只用来核对页码，没有它们也能编排和导出。
    """
    from kjqb.actions.doctor import doctor

    conditions = doctor()
    out = session.output(as_json=as_json)
    out.show(_data(conditions), lambda: table(_row(condition) for condition in conditions))
    for condition in conditions:
        if not condition.found:
            out.note(f"没有{condition.name}：{condition.hint}")
    return ExitCode.OK if all(condition.is_met for condition in conditions) else ExitCode.TOOL_MISSING


def _row(condition: Condition) -> tuple[str, str]:
    return condition.name, condition.found or ("缺少" if condition.required else "未安装（可以没有）")


def _data(conditions: tuple[Condition, ...]) -> dict[str, Any]:
    return {"schema": SCHEMA, "conditions": list(_records(conditions))}


def _records(conditions: tuple[Condition, ...]) -> Iterator[dict[str, Any]]:
    for condition in conditions:
        yield {
            "name": condition.name,
            "found": condition.found or None,
            "required": condition.required,
            "hint": condition.hint or None,
        }
