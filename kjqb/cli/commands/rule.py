"""`kjqb rule`."""

from __future__ import annotations

from itertools import islice
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
    """A table whose rows stand under the names of their families, in the order of the catalogue."""
    from kjqb.check.pages import FAMILIES

    families = {family: [rule for rule in rules if rule.family == family] for family in FAMILIES}
    lines = iter(table(_row(rule) for listed in families.values() for rule in listed).splitlines())
    sections = [
        "\n".join([f"{FAMILIES[family]}（{family}，{len(listed)}条）", *islice(lines, len(listed))])
        for family, listed in families.items()
        if listed
    ]
    return "\n\n".join(sections) + "\n"


def _row(rule: Rule) -> tuple[str, ...]:
    from kjqb.check.report.labels import LABELS

    return (f"  {rule.code}", LABELS[rule.severity], FIXES[rule.fix.value], rule.title)
