"""Options and arguments of the commands that change articles and issues."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from kjqb.cli.help import Argument
from kjqb.cli.options import Decorator, Function, IssueType
from kjqb.cli.values import Choice, Kind, Number


class Day(Kind):
    """A date, `2024-01-20`."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it; anything else is a usage error."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        if day is None or day.isoformat() != value:
            raise click.BadParameter(f"“{value}”不是日期，应写成2024-01-20的样子", ctx, param)
        return day


def issue_option(function: Function) -> Function:
    """`--issue`, passed as `issue`; None where it is left out, which means the newest."""
    about = "期号，如2024-01；不写则为最新一期"
    return click.option("--issue", type=IssueType(), default=None, help=about)(function)


def diff_option(function: Function) -> Function:
    """`--diff`, passed as `diff`."""
    about = "与原文逐行对照，只显示，不写入；空行和行首行末的空白不比"
    return click.option("--diff", is_flag=True, help=about)(function)


def again_option(function: Function) -> Function:
    """`--again`, passed as `again`."""
    return click.option("--again", is_flag=True, help="导入过的文件也再导入一次")(function)


def number_argument(name: str, about: str) -> Decorator:
    """The number of an article in its issue, from 1."""
    return click.argument(name, cls=Argument, metavar=name.upper(), type=Number(1), about=about)


def encoding_option(function: Function) -> Function:
    """`--encoding`, passed as `encoding`; None where the file itself is to say it."""
    return click.option("--encoding", metavar="NAME", default=None, help="文本的编码，如gb18030；不写则自动识别")(
        function
    )


def revisions_option(function: Function) -> Function:
    """`--revisions`, passed as `revisions`: which text of a Word file with tracked changes is taken."""
    about = "Word文件里有修订时取哪一种文字：修订后（默认）、修订前，或先问"
    words = Choice(("final", "original", "ask"))
    return click.option("--revisions", type=words, default="final", help=about)(function)
