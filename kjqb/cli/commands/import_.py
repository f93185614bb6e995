"""`kjqb import`."""

from __future__ import annotations

from dataclasses import replace

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.imported import incoming_files, show_imported
from kjqb.cli.options import IssueType, dry_run_option, json_option
from kjqb.cli.revisions import decided
from kjqb.cli.session import Session
from kjqb.cli.source_options import encoding_option, revisions_option
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode
from kjqb.model.issue import IssueId


@click.command(
    cls=Command, name="import", examples=("kjqb import 旧刊/2024-01.txt", "kjqb import - --encoding gb18030 < 旧刊.txt")
)
@click.argument("file", cls=Argument, metavar="FILE", about="整期刊物的文本文件或Word文件；“-”为标准输入")
@click.option("--issue", type=IssueType(), default=None, help="期号，应与刊头一致")
@click.option("--from", "kind", type=Choice(("txt",)), default=None, help="文件的格式；不写则看文件名的后缀")
@encoding_option
@revisions_option
@dry_run_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - the command's options
    session: Session,
    /,
    *,
    file: str,
    issue: IssueId | None,
    kind: str | None,
    encoding: str | None,
    revisions: str,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    """导入整期旧刊。

    从刊头读出期号，建立这一期，存入各篇文章和刊尾；被分页切断的段落接好，印出的页码记入issue.toml。未能保留的内容逐条列出。
    """
    from kjqb.actions.import_issue import ImportRequest, import_issue

    out = session.output(as_json=as_json)
    (incoming,) = incoming_files((file,))
    request = ImportRequest(incoming, issue, encoding, any_suffix=kind is not None)
    workspace = session.workspace()
    imported = decided(
        out,
        revisions,
        lambda chosen: import_issue(workspace, replace(request, revisions=chosen), dry_run=dry_run),
    )
    show_imported(out, imported, dry_run=dry_run)
    return ExitCode.OK
