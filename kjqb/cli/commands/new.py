"""`kjqb new`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.options import IssueType, dry_run_option, json_option
from kjqb.cli.session import Session
from kjqb.cli.source_options import Day
from kjqb.errors import ExitCode
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.new_issue import Created

SCHEMA = "kjqb.new/1"


@click.command(cls=Command, examples=("kjqb new", "kjqb new 2024-01 --date 2024-01-20"))
@click.argument(
    "issue",
    cls=Argument,
    metavar="[ISSUE]",
    type=IssueType(),
    required=False,
    about="期号，如2024-01；不写则为最新一期的下一期",
)
@click.option("--date", "day", type=Day(), default=None, help="出刊日期，如2024-01-20；不写则为今天")
@dry_run_option
@json_option
@click.pass_obj
def command(session: Session, /, *, issue: IssueId | None, day: date | None, dry_run: bool, as_json: bool) -> ExitCode:
    """新建一期。

    下一期按刊期推算：月刊出满12期就转到下一年的第1期。已有的期号不能再建；中间缺期会提醒。
    """
    from kjqb.actions.new_issue import NewIssueRequest, new_issue

    out = session.output(as_json=as_json)
    request = NewIssueRequest(_today(session), issue, day)
    created = new_issue(session.workspace(), request, dry_run=dry_run)
    out.show(_data(created), created.file)
    if created.gap:
        out.warning(created.gap)
    out.note(f"{created.issue.label}{'尚未写入' if dry_run else '已建好；用“kjqb add”导入文章'}")
    return ExitCode.OK


def _today(session: Session) -> date:
    return session.epoch.date() if session.epoch else date.today()


def _data(created: Created) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "issue": str(created.issue),
        "file": created.file,
        "date": created.date.isoformat() if created.date else None,
        "whole_number": created.whole_number,
        "gap": created.gap or None,
    }
