"""`kjqb preview`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli import slack
from kjqb.cli.help import Command
from kjqb.cli.options import issue_argument, json_option, number_option, target_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.errors import ExitCode, KjqbError, ToolMissingError, UsageError
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import CONFIGURATION, Workspace

if TYPE_CHECKING:
    from rich.text import Text

    from kjqb.layout.pages import Layout, Page

SCHEMA = "kjqb.preview/1"

_PICTURE, _PICTURE_OF_SPREAD = 80, 150
"""Columns of a picture, which no window limits."""

_PATIENCE = 100
"""Milliseconds in which several files that are saved together are one change."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The options as given."""

    issue: IssueId | None
    page: int | None
    article: int | None
    spread: bool
    rulers: bool
    target: Target | None
    pager: bool
    watch: bool
    svg: str | None
    html: str | None

    @property
    def is_picture(self) -> bool:
        """Whether files are asked for in the place of what a terminal shows."""
        return self.svg is not None or self.html is not None


@click.command(
    cls=Command,
    examples=(
        "kjqb preview",
        "kjqb preview 2024-01 --page 3 --rulers",
        "kjqb preview --spread --pager",
        "kjqb preview --watch",
        "kjqb preview --svg 版面.svg",
    ),
)
@issue_argument
@number_option("--page", least=0, about="只看这一页")
@number_option("--article", about="只看第几篇文章所在的各页")
@click.option("--spread", is_flag=True, help="两页并排：左双右单")
@click.option("--rulers", is_flag=True, help="标出行号和每行的字数")
@click.option("--pager", is_flag=True, help="用less等程序逐屏看")
@click.option("--watch", is_flag=True, help="文稿一保存就重新显示，按Ctrl-C结束")
@click.option("--svg", metavar="FILE", help="存成SVG图片，不在终端显示")
@click.option("--html", metavar="FILE", help="存成网页，不在终端显示")
@target_option
@json_option
@click.pass_obj
def command(session: Session, /, *, as_json: bool, **options: Any) -> ExitCode:
    """在终端里预览版面。

    每行文字与印出来的一样，不会重新折行。终端至少要有60列；窄于64列时不画边框。
    """
    wanted = _Wanted(**options)
    out = session.output(as_json=as_json)
    _refuse_contradictions(wanted, as_json=as_json)
    workspace = session.workspace()
    if wanted.watch:
        _watch(out, workspace, wanted)
    elif wanted.is_picture:
        _save(out, workspace, wanted)
    else:
        _show(out, workspace, wanted)
    return ExitCode.OK


def _refuse_contradictions(wanted: _Wanted, *, as_json: bool) -> None:
    ways = {"--json": as_json, "--pager": wanted.pager, "--watch": wanted.watch, "--svg、--html": wanted.is_picture}
    given = [name for name, is_given in ways.items() if is_given]
    if len(given) > 1:
        raise UsageError(f"“{given[0]}”与“{given[1]}”不能同时使用", hint="去掉其中一个")


def _laid_out(workspace: Workspace, wanted: _Wanted) -> tuple[IssueId, Layout, tuple[Page, ...]]:
    from kjqb.actions.contents import lay_out_issue
    from kjqb.actions.preview import pages_to_show

    laid_out = lay_out_issue(workspace, wanted.issue, wanted.target)
    pages = pages_to_show(laid_out.layout, page=wanted.page, article=wanted.article)
    return laid_out.issue.id, laid_out.layout, pages


def _show(out: Output, workspace: Workspace, wanted: _Wanted) -> None:
    from kjqb.actions.preview import entries_on

    issue, layout, pages = _laid_out(workspace, wanted)
    if wanted.pager:
        out.pager(_drawn(out, layout, pages, wanted))
    else:
        out.show(_data(issue, layout, pages), lambda: _drawn(out, layout, pages, wanted))
    slack.warn(out, entries_on(layout, pages))


def _drawn(out: Output, layout: Layout, pages: tuple[Page, ...], wanted: _Wanted) -> Text:
    from rich.text import Text

    from kjqb.render.terminal.preview import preview

    shown = preview(layout, pages, out.width, spread=wanted.spread, rulers=wanted.rulers)
    if wanted.spread and not shown.is_spread:
        out.note(f"两页并排需要{shown.spread_width}列，终端只有{out.width}列，改为单页")
    elif shown.width > out.width:
        out.note(f"版面需要{shown.width}列，终端只有{out.width}列；请把窗口拉宽些")
    return Text("\n").join(shown.lines)


def _save(out: Output, workspace: Workspace, wanted: _Wanted) -> None:
    from kjqb.render.terminal import picture
    from kjqb.render.terminal.preview import preview
    from kjqb.workspace.files import write_text

    issue, layout, pages = _laid_out(workspace, wanted)
    columns = _PICTURE_OF_SPREAD if wanted.spread else _PICTURE
    shown = preview(layout, pages, columns, spread=wanted.spread, rulers=wanted.rulers)
    if wanted.svg is not None:
        write_text(Path(wanted.svg), picture.svg(shown.lines, shown.width, issue.label), wanted.svg)
    if wanted.html is not None:
        write_text(Path(wanted.html), picture.html(shown.lines, shown.width, issue.label), wanted.html)
    out.text("\n".join(name for name in (wanted.svg, wanted.html) if name is not None))


def _watch(out: Output, workspace: Workspace, wanted: _Wanted) -> None:
    """Show the pages, and again whenever a file of the source is saved; a fault is shown until it is mended."""
    for _ in _savings(workspace):
        out.clear()
        try:
            _show(out, workspace, wanted)
        except KjqbError as error:
            out.error(error)


def _savings(workspace: Workspace) -> Iterator[None]:
    """One now, and one for each time that files of the source are saved."""
    try:
        from watchfiles import watch
    except ModuleNotFoundError:
        hint = '用“pip install "kjqb[watch]"”安装'
        raise ToolMissingError("没有找到监视文件的程序库watchfiles", hint=hint) from None
    source = (str(workspace.issues), str(workspace.root / CONFIGURATION))
    changes = watch(
        workspace.root, watch_filter=lambda _, path: path.startswith(source), debounce=_PATIENCE, step=_PATIENCE // 2
    )
    yield
    yield from (None for _ in changes)


def _data(issue: IssueId, layout: Layout, pages: tuple[Page, ...]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "issue": str(issue),
        "target": layout.target.value,
        "pages": [
            {"number": page.number, "cover": page.cover, "lines": [line.text for line in page.lines]} for page in pages
        ],
    }
