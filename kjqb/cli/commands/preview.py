"""`kjqb preview`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kjqb.cli import slack
from kjqb.cli.help import Command
from kjqb.cli.options import issue_argument, json_option, number_option, target_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.errors import ExitCode
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from rich.text import Text

    from kjqb.layout.pages import Layout, Page

SCHEMA = "kjqb.preview/1"


@click.command(cls=Command, examples=("kjqb preview", "kjqb preview 2024-01 --page 3", "kjqb preview --spread"))
@issue_argument
@number_option("--page", least=0, about="只看这一页")
@number_option("--article", about="只看第几篇文章所在的各页")
@click.option("--spread", is_flag=True, help="两页并排：左双右单")
@target_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - the command's options
    session: Session,
    /,
    *,
    issue: IssueId | None,
    page: int | None,
    article: int | None,
    spread: bool,
    target: Target | None,
    as_json: bool,
) -> ExitCode:
    """在终端里预览版面。

    每行文字与印出来的一样，不会重新折行。终端至少要有60列；窄于64列时不画边框。
    """
    from kjqb.actions.contents import lay_out_issue
    from kjqb.actions.preview import entries_on, pages_to_show

    laid_out = lay_out_issue(session.workspace(), issue, target)
    layout = laid_out.layout
    pages = pages_to_show(layout, page=page, article=article)
    out = session.output(as_json=as_json)
    out.show(_data(laid_out.issue.id, layout, pages), lambda: _drawn(out, layout, pages, spread=spread))
    slack.warn(out, entries_on(layout, pages))
    return ExitCode.OK


def _drawn(out: Output, layout: Layout, pages: tuple[Page, ...], *, spread: bool) -> Text:
    from rich.text import Text

    from kjqb.render.terminal.preview import preview

    shown = preview(layout, pages, out.width, spread=spread)
    if spread and not shown.is_spread:
        out.note(f"两页并排需要{shown.spread_width}列，终端只有{out.width}列，改为单页")
    elif shown.width > out.width:
        out.note(f"版面需要{shown.width}列，终端只有{out.width}列；请把窗口拉宽些")
    return Text("\n").join(shown.lines)


def _data(issue: IssueId, layout: Layout, pages: tuple[Page, ...]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "issue": str(issue),
        "target": layout.target.value,
        "pages": [
            {"number": page.number, "cover": page.cover, "lines": [line.text for line in page.lines]} for page in pages
        ],
    }
