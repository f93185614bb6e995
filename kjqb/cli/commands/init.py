"""`kjqb init`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.options import dry_run_option, json_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode
from kjqb.model.page_setup import BULLETIN, PRESETS
from kjqb.text.visible import visible

SCHEMA = "kjqb.init/1"


@click.command(cls=Command, examples=("kjqb init", "kjqb init 简报 --title 科技情报参考 --preset bulletin"))
@click.argument("directory", cls=Argument, metavar="[DIR]", default=".", about="文件夹，没有就新建；不写则为当前文件夹")
@click.option("--title", metavar="TEXT", default=None, help="刊名；不写则用文件夹的名称")
@click.option("--office", metavar="TEXT", default=None, help="编辑单位")
@click.option("--preset", type=Choice(PRESETS), default=BULLETIN.preset, help="版式，默认bulletin（30字×21行）")
@dry_run_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - the command's options
    session: Session,
    /,
    *,
    directory: str,
    title: str | None,
    office: str | None,
    preset: str,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    """新建工作区。

    写一份带注释的kjqb.toml和.gitignore。在终端上会询问没有写明的刊名和编辑单位。
    """
    from kjqb.actions.init_workspace import InitRequest, init_workspace

    out = session.output(as_json=as_json)
    folder = session.directory / directory
    check = InitRequest(folder, title or "", office or "", preset)
    init_workspace(check, base=session.directory, dry_run=True)
    if out.is_interactive and not as_json:
        title, office = _asked(folder, title, office)
    request = InitRequest(folder, title or "", office or "", preset)
    made = init_workspace(request, base=session.directory, dry_run=dry_run)
    out.show({"schema": SCHEMA, "title": made.title, "files": list(made.files)}, "\n".join(made.files))
    if title is None:
        out.note(f"刊名取文件夹的名称“{made.title}”；可在kjqb.toml里修改")
    _tell_what_is_next(out, dry_run=dry_run)
    return ExitCode.OK


def _asked(folder: Path, title: str | None, office: str | None) -> tuple[str, str]:
    """What the command line left out, from the person at the terminal."""
    if title is None:
        name = folder.resolve().name
        title = _answer(f"刊名[{visible(name)}]：") or name
    if office is None:
        office = _answer("编辑单位（可不填）：")
    return title, office


def _answer(question: str) -> str:
    """What the person types; click's own prompt would put a blank on standard output."""
    click.echo(question, nl=False, err=True)
    line = sys.stdin.readline()
    if not line:
        raise click.Abort
    return line.strip()


def _tell_what_is_next(out: Output, *, dry_run: bool) -> None:
    out.note("以上文件尚未写入" if dry_run else "接着用“kjqb new”新建一期，或用“kjqb import”导入旧刊")
