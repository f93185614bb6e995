"""`kjqb export`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import dry_run_option, issue_argument, json_option, target_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.export import Exported, ExportRequest
    from kjqb.layout.target import Target
    from kjqb.render.plain import Encoding, Newline, Wrap
    from kjqb.workspace.workspace import Workspace

SCHEMA = "kjqb.export/1"
STANDARD_OUTPUT = "-"


@click.command(
    cls=Command,
    examples=("kjqb export", "kjqb export 2024-01 -f docx", "kjqb export -f txt -o 简报.txt --encoding gb18030"),
)
@issue_argument
@click.option("-f", "formats", type=Choice(("docx", "txt")), multiple=True, help="格式，可重复；不写则全部导出")
@click.option("-o", "output", metavar="PATH", help="存到这个文件夹，或（只有一种格式时）这个文件；“-”为标准输出")
@target_option
@click.option("--encoding", type=Choice(("utf-8", "gb18030")), default="utf-8", help="纯文本的编码，默认utf-8")
@click.option("--newline", type=Choice(("lf", "crlf")), default="lf", help="纯文本的换行符，默认lf")
@click.option("--wrap", type=Choice(("none", "page")), default="none", help="纯文本是否按版面分行分页，默认none")
@dry_run_option
@json_option
@click.pass_obj
def command(session: Session, /, *, dry_run: bool, as_json: bool, **options: Any) -> ExitCode:
    """导出Word版和纯文本版。

    存到工作区的dist文件夹，文件名由刊名和期号组成；列出写成的文件。同样的稿件总是导出同样的文件。
    """
    from kjqb.actions.export import export

    out = session.output(as_json=as_json)
    chosen = _Options(**options)
    request = chosen.request(session)
    if chosen.output == STANDARD_OUTPUT:
        return _to_standard_output(out, session.workspace(), request)
    exported = export(session.workspace(), request, dry_run=dry_run)
    out.show(data(exported), "\n".join(product.path for product in exported.products))
    if dry_run:
        out.note("以上文件尚未写入")
    return ExitCode.OK


@dataclass(frozen=True, slots=True)
class _Options:
    """The options as given."""

    issue: IssueId | None
    formats: tuple[str, ...]
    output: str | None
    target: Target | None
    encoding: Encoding
    newline: Newline
    wrap: Wrap

    def request(self, session: Session) -> ExportRequest:
        """What the action is asked for."""
        from kjqb.actions.export import ExportRequest, Format, TextOptions

        return ExportRequest(
            issue=self.issue,
            formats=tuple(map(Format, self.formats)) or tuple(Format),
            output=Path(self.output) if self.output else None,
            target=self.target,
            text=TextOptions(self.encoding, self.newline, self.wrap),
            epoch=session.epoch,
        )


def data(exported: Exported) -> dict[str, Any]:
    """The files as the schema has them."""
    return {
        "schema": SCHEMA,
        "issue": str(exported.laid_out.issue.id),
        "files": [
            {"format": product.format.value, "path": product.path, "sha256": product.sha256}
            for product in exported.products
        ],
    }


def _to_standard_output(out: Output, workspace: Workspace, request: ExportRequest) -> ExitCode:
    from kjqb.actions.contents import lay_out_issue
    from kjqb.actions.export import editions

    if len(request.formats) != 1 or out.as_json:
        raise UsageError("“-o -”只能输出一种格式，且不能与“--json”同用", hint="用“-f docx”或“-f txt”选定一种")
    laid_out = lay_out_issue(workspace, request.issue, request.target)
    (edition,) = editions(laid_out, request.formats, request.text, request.epoch)
    out.bytes(edition.data)
    return ExitCode.OK
