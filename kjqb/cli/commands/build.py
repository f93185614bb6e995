"""`kjqb build`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kjqb.cli import slack
from kjqb.cli.help import Command
from kjqb.cli.options import issue_argument, json_option, number_option, target_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.errors import ExitCode, UsageError
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.build import BuildRequest, Built
    from kjqb.workspace.workspace import Workspace

SCHEMA = "kjqb.build/1"
STEPS = 3
"""An issue is checked, laid out, exported."""


@click.command(cls=Command, examples=("kjqb build", "kjqb build 2024-01 --force", "kjqb build --all --wait 600"))
@issue_argument
@click.option("--all", "every", is_flag=True, help="编全部各期")
@click.option("--force", is_flag=True, help="检查不通过也导出；退出码仍为1")
@number_option("--wait", least=0, about="工作区被占用时最多等多少秒，默认10")
@target_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - the command's options
    session: Session,
    /,
    *,
    issue: IssueId | None,
    every: bool,
    force: bool,
    wait: int | None,
    target: Target | None,
    as_json: bool,
) -> ExitCode:
    """检查、编目次、导出，一次完成。

    先检查体例；通过后更新toc.toml，导出全部格式，并列出写成的文件；各文件的校验值记在manifest.json里。检查不通过，就什么也不写。
    """
    from kjqb.actions.build import BuildRequest, build
    from kjqb.workspace.lock import PATIENCE

    if every and issue:
        raise UsageError("“--all”与期号不能同时使用", hint="去掉其中一个")
    workspace = session.workspace()
    issues = workspace.issue_ids() if every else (issue or workspace.newest(),)
    patience = PATIENCE if wait is None else wait
    request = BuildRequest(issues, target, epoch=session.epoch, force=force, wait=patience)
    return _run(session.output(as_json=as_json), workspace, request, build)


def _run(out: Output, workspace: Workspace, request: BuildRequest, build: Any) -> ExitCode:
    with out.progress("编制", STEPS * len(request.issues)) as step:
        built: tuple[Built, ...] = build(workspace, request, step)
    for each in built:
        if each.exit_code or each.report.findings:
            out.report(each.report)
    out.show(data(built), lambda: "\n".join(path for each in built for path in _paths(each)))
    slack.warn_of_issues(out, {each.issue: each.entries for each in built})
    for each in built:
        out.crashes(each.report)
    if any(each.report.crashes for each in built):
        out.note("有规则出错，没有写任何文件")
        return ExitCode.INTERNAL
    failed = [each for each in built if each.exit_code]
    if not failed:
        return ExitCode.OK
    names = "、".join(str(each.issue) for each in failed)
    out.note(
        f"{names}检查未通过，" + ("仍已导出" if request.force else "没有写任何文件；改正后重新运行，或用“--force”")
    )
    return ExitCode.FINDINGS


def data(built: tuple[Built, ...]) -> dict[str, Any]:
    """What was built, as the schema has it."""
    from kjqb.check.report.json import data as checked
    from kjqb.cli.commands.export import data as exported

    return {
        "schema": SCHEMA,
        "issues": [
            {
                "issue": str(each.issue),
                "passed": not each.exit_code,
                "contents": each.contents or None,
                "manifest": each.manifest or None,
                "files": exported(each.exported)["files"] if each.exported else [],
                "check": checked(each.report),
            }
            for each in built
        ],
    }


def _paths(built: Built) -> list[str]:
    return [built.contents, *(product.path for product in built.exported.products)] if built.exported else []
