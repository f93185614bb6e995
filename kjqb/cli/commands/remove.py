"""`kjqb remove`."""

from __future__ import annotations

import click

from kjqb.cli.help import Command
from kjqb.cli.options import dry_run_option, json_option
from kjqb.cli.session import Session
from kjqb.cli.source_options import issue_option, number_argument
from kjqb.errors import ExitCode
from kjqb.model.issue import IssueId

SCHEMA = "kjqb.remove/1"


@click.command(cls=Command, examples=("kjqb remove 3", "kjqb remove 3 --issue 2024-01 --dry-run"))
@number_argument("number", about="第几篇，从1数起")
@issue_option
@dry_run_option
@json_option
@click.pass_obj
def command(session: Session, /, *, number: int, issue: IssueId | None, dry_run: bool, as_json: bool) -> ExitCode:
    """把一篇文章移出本期。

    文件移到.kjqb/trash里，可以用“kjqb restore”取回。
    """
    from kjqb.actions.arrange import remove_article

    out = session.output(as_json=as_json)
    arranged = remove_article(session.workspace(), number, issue, dry_run=dry_run)
    data = {
        "schema": SCHEMA,
        "issue": str(arranged.issue),
        "removed": arranged.file,
        "trash": arranged.trash or None,
        "articles": [{"number": rank, "file": file} for rank, file in enumerate(arranged.files, 1)],
    }
    out.show(data, arranged.file)
    if dry_run:
        out.note("尚未移出")
    elif arranged.trash:
        out.note(f"已移到{arranged.trash}；取回用“kjqb restore”")
    return ExitCode.OK
