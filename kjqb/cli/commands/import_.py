"""`kjqb import`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.imported import incoming_files, show_imported
from kjqb.cli.options import IssueType, dry_run_option, json_option
from kjqb.cli.revisions import decided
from kjqb.cli.session import Session
from kjqb.cli.source_options import again_option, diff_option, encoding_option, revisions_option
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode
from kjqb.importers.formats import issue_formats


@click.command(
    cls=Command, name="import", examples=("kjqb import 旧刊/2024-01.txt", "kjqb import - --encoding gb18030 < 旧刊.txt")
)
@click.argument("file", cls=Argument, metavar="FILE", about="整期刊物的文件；“-”为标准输入")
@click.option("--issue", type=IssueType(), default=None, help="期号，应与刊头一致")
@click.option("--from", "kind", type=Choice(issue_formats()), default=None, help="文件的格式；不写则看后缀和内容")
@encoding_option
@revisions_option
@again_option
@diff_option
@dry_run_option
@json_option
@click.pass_obj
def command(session: Session, /, *, file: str, diff: bool, dry_run: bool, as_json: bool, **options: Any) -> ExitCode:
    """导入整期旧刊。

    从刊头读出期号，建立这一期，存入各篇文章和刊尾；被分页切断的段落接好，目次印出的页码记入issue.toml，Word文件的目次没有页码时记下Word上次排版的页码。改动之处和未能保留的内容逐条列出。

    导入过的文件不再导入。题目里的地区、文中引号和书名号里的词语记为建议，写在文章开头的[suggested]里，由编辑确认。
    """
    from kjqb.actions.import_issue import ImportRequest, import_issue

    out = session.output(as_json=as_json)
    (incoming,) = incoming_files((file,))
    dry_run |= diff
    workspace, request = session.workspace(), ImportRequest(incoming, **options)
    imported = decided(
        out,
        request.revisions,
        lambda chosen: import_issue(workspace, replace(request, revisions=chosen), dry_run=dry_run),
    )
    show_imported(out, imported, dry_run=dry_run, diff=diff)
    return ExitCode.OK
