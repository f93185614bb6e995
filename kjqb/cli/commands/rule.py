"""`kjqb rule`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.options import json_option
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.errors import ExitCode

if TYPE_CHECKING:
    from kjqb.check.rule import Rule

FIXES = {"safe": "--fix", "unsafe": "--unsafe-fixes", "none": ""}
"""The option of `kjqb check` that mends what a rule finds."""


@click.command(cls=Command, examples=("kjqb rule", "kjqb rule S501"))
@click.argument("code", cls=Argument, metavar="[CODE]", required=False, about="规则编号，如S501；不写则列出全部规则")
@json_option
@click.pass_obj
def command(session: Session, /, *, code: str | None, as_json: bool) -> ExitCode:
    """查看检查规则。

    写明编号，就显示这条规则的说明、依据、选项和正误例子。
    """
    from kjqb.actions.rule import all_rules, rule
    from kjqb.check.pages import data, page

    listed = all_rules() if code is None else (rule(code),)
    session.output(as_json=as_json).show(data(listed), lambda: _overview(listed) if code is None else page(listed[0]))
    return ExitCode.OK


def _overview(rules: tuple[Rule, ...]) -> str:
    return table(_rows(rules))


def _rows(rules: tuple[Rule, ...]) -> Iterator[tuple[str, ...]]:
    from kjqb.check.pages import FAMILIES
    from kjqb.check.report.labels import LABELS

    yield ("编号", "级别", "可用", "类别", "规则")
    for rule in rules:
        yield (rule.code, LABELS[rule.severity], FIXES[rule.fix.value], FAMILIES[rule.family], rule.title)
