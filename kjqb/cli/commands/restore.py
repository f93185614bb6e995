"""`kjqb restore`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.options import IssueType, dry_run_option, json_option, number_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.cli.values import Number
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.workspace.workspace import Workspace

SCHEMA = "kjqb.restore/1"


@click.command(cls=Command, examples=("kjqb restore", "kjqb restore 1", "kjqb restore 1 --issue 2024-01 --at 3"))
@click.argument(
    "number",
    cls=Argument,
    metavar="[NUMBER]",
    type=Number(1),
    required=False,
    about="取回清单中的第几篇；不写则列出清单",
)
@click.option("--issue", type=IssueType(), default=None, help="只看这一期移出的文章；不写则为全部各期")
@number_option("--at", about="放在第几篇；不写则放回原来的位置")
@dry_run_option
@json_option
@click.pass_obj
def command(
    session: Session,
    /,
    *,
    number: int | None,
    issue: IssueId | None,
    at: int | None,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    """列出移出的文章，取回其中一篇。

    用“kjqb remove”移出的文章保存在.kjqb/trash里。取回后仍是原来那一期的文章，旧刊的页码也一并恢复。
    """
    out = session.output(as_json=as_json)
    if number is not None:
        return _restore(out, session.workspace(), number, issue, at=at, dry_run=dry_run)
    if at is not None:
        raise UsageError("“--at”要与编号同用", hint="先用“kjqb restore”查看编号，如“kjqb restore 1 --at 3”")
    _list(out, session.workspace(), issue)
    return ExitCode.OK


def _list(out: Output, workspace: Workspace, issue: IssueId | None) -> None:
    from kjqb.actions.restore import removed_articles

    removed = removed_articles(workspace, issue)
    records = [
        {"number": each.number, "issue": str(each.issue), "title": each.title, "trash": each.path} for each in removed
    ]
    out.show(
        {"schema": SCHEMA, "removed": records},
        lambda: table((str(each.number), str(each.issue), each.title) for each in removed),
    )
    if not removed:
        out.note("没有移出的文章")


def _restore(
    out: Output, workspace: Workspace, number: int, issue: IssueId | None, *, at: int | None, dry_run: bool
) -> ExitCode:
    from kjqb.actions.restore import restore_article

    restored = restore_article(workspace, number, issue, at=at, dry_run=dry_run)
    data = {
        "schema": SCHEMA,
        "issue": str(restored.issue),
        "restored": restored.file,
        "number": restored.number,
        "articles": [{"number": rank, "file": file} for rank, file in enumerate(restored.files, 1)],
    }
    out.show(data, restored.file)
    out.note("尚未取回" if dry_run else f"已放回{restored.issue}，第{restored.number}篇")
    return ExitCode.OK
