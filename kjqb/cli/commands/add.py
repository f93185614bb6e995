"""`kjqb add`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.imported import incoming_files, show_imported
from kjqb.cli.options import dry_run_option, json_option, number_option
from kjqb.cli.revisions import decided
from kjqb.cli.session import Session
from kjqb.cli.source_options import Day, again_option, diff_option, encoding_option, issue_option, revisions_option
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode
from kjqb.importers.formats import article_formats
from kjqb.model.article import Licence

if TYPE_CHECKING:
    from kjqb.actions.add_articles import AddRequest

LICENCES = tuple(each.value for each in Licence)


@click.command(
    cls=Command,
    examples=(
        "kjqb add 来稿.txt",
        "kjqb add 来稿/*.md --issue 2024-01",
        "kjqb add 来稿.docx --revisions ask",
        "kjqb add 来稿.txt --at 1 --title 题目 --region 330203",
    ),
)
@click.argument(
    "files", cls=Argument, metavar="FILE…", nargs=-1, required=True, about="文件，可以有多个；“-”为标准输入"
)
@issue_option
@number_option("--at", about="放在第几篇；不写则放在最后")
@click.option("--title", metavar="TEXT", default=None, help="题目；不写则从文件里找")
@click.option("--region", "regions", metavar="REGION", multiple=True, help="地区的代码或名称，可重复")
@click.option("--keyword", "keywords", metavar="TEXT", multiple=True, help="关键词，可重复")
@click.option("--section", metavar="TEXT", default="", help="栏目")
@click.option("--source-name", metavar="TEXT", default="", help="来源的名称")
@click.option("--source-url", metavar="URL", default="", help="来源的网址")
@click.option("--source-date", type=Day(), default=None, help="来源的日期，如2024-01-20")
@click.option("--licence", type=Choice(LICENCES), default=None, help="使用依据；不写则为pending（待定）")
@click.option("--from", "kind", type=Choice(article_formats()), default=None, help="文件的格式；不写则看后缀和内容")
@encoding_option
@revisions_option
@again_option
@diff_option
@dry_run_option
@json_option
@click.pass_obj
def command(session: Session, /, *, diff: bool, dry_run: bool, as_json: bool, **options: Any) -> ExitCode:
    """导入文章。

    每个文件是一篇文章，依次放在本期的最后，或用“--at”指定的地方。任何一期导入过的文件不再导入。改动之处和未能保留的内容逐条列出。

    题目里的地区、文中引号和书名号里的词语记为建议，写在文章开头的[suggested]里，由编辑确认。
    """
    from kjqb.actions.add_articles import add_articles

    out = session.output(as_json=as_json)
    workspace, request = session.workspace(), _request(**options)
    dry_run |= diff
    imported = decided(
        out,
        request.revisions,
        lambda revisions: add_articles(workspace, replace(request, revisions=revisions), dry_run=dry_run),
    )
    show_imported(out, imported, dry_run=dry_run, diff=diff)
    return ExitCode.OK


def _request(files: tuple[str, ...], kind: str | None, **options: Any) -> AddRequest:
    from kjqb.actions.add_articles import AddRequest, Details

    details = ("title", "section", "regions", "keywords", "source_name", "source_url", "source_date")
    licence = Licence(options["licence"]) if options["licence"] else None
    return AddRequest(
        files=incoming_files(files),
        issue=options["issue"],
        at=options["at"],
        details=Details(**{name: options[name] for name in details}, licence=licence),
        kind=kind,
        encoding=options["encoding"],
        again=options["again"],
        revisions=options["revisions"],
    )
