"""Options and arguments that several commands take, and their values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from kjqb.cli.help import Argument
from kjqb.cli.values import Choice, Kind, Number
from kjqb.errors import KjqbError
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId

Function = TypeVar("Function", bound=Callable[..., Any])


class Decorator(Protocol):
    """What adds a parameter to a command's function."""

    def __call__(self, function: Function, /) -> Function:
        """The function with the parameter."""


class IssueType(Kind):
    """An issue by its name, `2024-01`."""

    name = "ISSUE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> IssueId:
        """Read it; anything else is a usage error."""
        if isinstance(value, IssueId):
            return value
        issue = IssueId.parse(value)
        if issue is None:
            raise click.BadParameter(f"“{value}”不是期号，应写成2024-01的样子", ctx, param)
        return issue

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG002
        """The issues of the workspace whose names begin so; none outside of one."""
        from click.shell_completion import CompletionItem  # only for the shell

        from kjqb.workspace.workspace import Workspace

        try:
            issues = Workspace.find(Path.cwd()).issue_ids()
        except KjqbError:
            return []
        return [CompletionItem(str(issue)) for issue in issues if str(issue).startswith(incomplete)]


class TargetType(Choice):
    """A layout target by its name."""

    def __init__(self) -> None:
        super().__init__(target.value for target in Target)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read it; anything else is a usage error."""
        return value if isinstance(value, Target) else Target(super().convert(value, param, ctx))


def issue_argument(function: Function) -> Function:
    """ISSUE, passed as `issue`; None where it is left out, which means the newest."""
    about = "期号，如2024-01；不写则为最新一期"
    return click.argument("issue", cls=Argument, metavar="[ISSUE]", type=IssueType(), required=False, about=about)(
        function
    )


def json_option(function: Function) -> Function:
    """`--json`, passed as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="输出JSON，供程序读取")(function)


def dry_run_option(function: Function) -> Function:
    """`--dry-run`, passed as `dry_run`."""
    return click.option("--dry-run", is_flag=True, help="只说明会做什么，不写任何文件")(function)


def target_option(function: Function) -> Function:
    """`--target`, passed as `target`, a Target; None where it is left out."""
    about = "按哪个程序的换行规则排版：word（含WPS，默认）或libreoffice"
    return click.option("--target", type=TargetType(), default=None, help=about)(function)


def number_option(*names: str, least: int = 1, most: int | None = None, about: str) -> Decorator:
    """An option that takes a whole number in a range; None where it is left out."""
    return click.option(*names, type=Number(least, most), default=None, help=about)
