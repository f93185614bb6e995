"""`kjqb move`."""

from __future__ import annotations

import click

from kjqb.cli.help import Command
from kjqb.cli.options import dry_run_option, json_option
from kjqb.cli.session import Session
from kjqb.cli.source_options import issue_option, number_argument
from kjqb.cli.table import table
from kjqb.errors import ExitCode
from kjqb.model.issue import IssueId

SCHEMA = "kjqb.move/1"


@click.command(cls=Command, examples=("kjqb move 5 1", "kjqb move 2 3 --issue 2024-01"))
@number_argument("from", about="现在是第几篇，从1数起")
@number_argument("to", about="要改到第几篇")
@issue_option
@dry_run_option
@json_option
@click.pass_obj
def command(
    session: Session, /, *, to: int, issue: IssueId | None, dry_run: bool, as_json: bool, **numbers: int
) -> ExitCode:
    """调整文章的次序。

    把一篇文章移到另一个位置，其余各篇次序不变；列出调整后的次序。
    """
    from kjqb.actions.arrange import move_article

    out = session.output(as_json=as_json)
    arranged = move_article(session.workspace(), numbers["from"], to, issue, dry_run=dry_run)
    listed = list(enumerate(arranged.files, 1))
    data = {
        "schema": SCHEMA,
        "issue": str(arranged.issue),
        "moved": arranged.file,
        "articles": [{"number": number, "file": file} for number, file in listed],
    }
    out.show(data, lambda: table((str(number), file) for number, file in listed))
    if dry_run:
        out.note("尚未写入")
    return ExitCode.OK
