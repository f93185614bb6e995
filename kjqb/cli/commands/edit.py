"""`kjqb edit`."""

from __future__ import annotations

import click

from kjqb.cli.help import Command
from kjqb.cli.options import dry_run_option
from kjqb.cli.session import Session
from kjqb.cli.source_options import issue_option, number_argument
from kjqb.errors import ExitCode
from kjqb.model.issue import IssueId


@click.command(cls=Command, examples=("kjqb edit 1", "EDITOR=nano kjqb edit 3 --issue 2024-01"))
@number_argument("number", about="第几篇，从1数起")
@issue_option
@dry_run_option
@click.pass_obj
def command(session: Session, /, *, number: int, issue: IssueId | None, dry_run: bool) -> ExitCode:
    """用编辑器修改一篇文章。

    打开环境变量VISUAL或EDITOR所指的编辑器；关闭以后读一遍，格式有误就指出来。
    """
    from kjqb.actions.edit_article import edit_article

    out = session.output()
    edited = edit_article(session.workspace(), number, issue, env=session.env, dry_run=dry_run)
    out.text(edited.file)
    if not dry_run:
        out.note("已修改" if edited.changed else "没有改动")
    return ExitCode.OK
