"""`kjqb toc`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kjqb.cli import slack
from kjqb.cli.help import Command
from kjqb.cli.options import dry_run_option, issue_argument, json_option, target_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.errors import ExitCode, UsageError
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.contents import Comparison, Difference, LaidOut

SCHEMA = "kjqb.toc/1"


@click.command(cls=Command, examples=("kjqb toc", "kjqb toc 2024-01 --write", "kjqb toc --check"))
@issue_argument
@click.option("--write", "writes", is_flag=True, help="把目次存入本期的toc.toml")
@click.option("--check", "checks", is_flag=True, help="只核对toc.toml是否过时；过时则退出码为1")
@target_option
@dry_run_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - the command's options
    session: Session,
    /,
    *,
    issue: IssueId | None,
    writes: bool,
    checks: bool,
    target: Target | None,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    """编排页码，生成目次。

    列出每篇文章的页码和余量。余量是这篇文章之前的文字可以增减多少行而页码不变；余量小的，后面标有“!”。
    """
    from kjqb.actions.contents import compare_contents, lay_out_issue, write_contents

    out = session.output(as_json=as_json)
    workspace = session.workspace()
    if checks:
        if writes:
            raise UsageError("“--check”与“--write”不能同时使用", hint="去掉其中一个")
        return _compared(out, compare_contents(workspace, issue, target))
    if writes and not dry_run:
        laid_out = write_contents(workspace, issue, target)
    else:
        laid_out = lay_out_issue(workspace, issue, target)
    _show(out, laid_out, data(laid_out))
    if writes:
        from kjqb.actions.contents import contents_path

        path = workspace.name(contents_path(workspace, laid_out.issue.id))
        out.note(f"将写入{path}" if dry_run else f"已写入{path}")
    return ExitCode.OK


def data(laid_out: LaidOut) -> dict[str, Any]:
    """The contents list as the schema has it."""
    from kjqb.layout.slack import is_safe

    layout = laid_out.layout
    return {
        "schema": SCHEMA,
        "issue": str(laid_out.issue.id),
        "target": layout.target.value,
        "pages": len(layout.pages),
        "entries": [
            {
                "number": entry.number,
                "title": entry.title,
                "page": entry.page,
                "slack": entry.slack,
                "safe": is_safe(entry.slack),
                "file": entry.file,
            }
            for entry in layout.entries
        ],
    }


def _show(out: Output, laid_out: LaidOut, shown: dict[str, Any]) -> None:
    from kjqb.render.terminal.contents import contents_table

    marker = laid_out.bulletin.contents.marker
    out.show(shown, lambda: contents_table(laid_out.layout, marker, out.window))
    slack.warn(out, laid_out.layout.entries)


def _compared(out: Output, comparison: Comparison) -> ExitCode:
    laid_out = comparison.laid_out
    said = "目次与正文一致" if comparison.is_current else "目次已过时"
    out.show({**data(laid_out), "stale": not comparison.is_current}, f"{laid_out.issue.id.label}：{said}")
    if comparison.is_current:
        return ExitCode.OK
    for difference in comparison.differences:
        out.note(_told(difference))
    out.note(f"用“kjqb toc {laid_out.issue.id} --write”更新")
    return ExitCode.FINDINGS


def _told(difference: Difference) -> str:
    stored = "没有列入" if difference.stored is None else f"列在第{difference.stored}页"
    computed = "本期没有这篇" if difference.computed is None else f"应在第{difference.computed}页"
    return f"“{difference.title}”在toc.toml中{stored}，{computed}"
