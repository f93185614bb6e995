"""`kjqb similar`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.commands.search import told
from kjqb.cli.help import Command
from kjqb.cli.options import issue_argument, json_option, number_option
from kjqb.cli.session import Session
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.similar import Pair, Printed, Similar

SCHEMA = "kjqb.similar/1"


@click.command(cls=Command, examples=("kjqb similar", "kjqb similar 2024-03 --least 40", "kjqb similar --all"))
@issue_argument
@click.option("--all", "all_issues", is_flag=True, help="各期的文章都与更早的比较")
@number_option("--least", least=1, most=100, about="正文相同达到百分之多少才列出，默认60")
@json_option
@click.pass_obj
def command(
    session: Session, /, *, issue: IssueId | None, all_issues: bool, least: int | None, as_json: bool
) -> ExitCode:
    """查找与往期重复的文章。

    把一期的文章与更早各期的比较，列出题目相同或正文大半相同的。标点、空格不计；比较的方法与检查规则C811相同。
    """
    from kjqb.actions.similar import LEAST, similar

    if all_issues and issue:
        raise UsageError("“--all”与期号不能同时使用", hint="去掉其中一个")
    out = session.output(as_json=as_json)
    workspace = session.workspace()
    asked = workspace.issue_ids() if all_issues else [issue] if issue else None
    progress = partial(out.progress, "更新搜索索引")
    found = similar(workspace, asked, LEAST if least is None else least, session.env, progress)
    out.show(_data(found), lambda: "\n".join(_lines(found)))
    return told(out, found.unread)


def _lines(found: Similar) -> Iterator[str]:
    if not found.pairs:
        yield "没有与往期重复的文章"
    for pair in found.pairs:
        yield f"{pair.article.locator}  {pair.article.title}"
        yield f"    与{pair.earlier.locator}“{pair.earlier.title}”重复：{_alike(pair)}"


def _alike(pair: Pair) -> str:
    titled = ["题目相同"] if pair.same_title else []
    return "，".join([*titled, *([f"正文约有{pair.share}%相同"] if pair.share else [])])


def _data(found: Similar) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "pairs": [
            {
                **_place(pair.article),
                "earlier": _place(pair.earlier),
                "similarity": pair.share,
                "same_title": pair.same_title,
            }
            for pair in found.pairs
        ],
        "unread": [str(one.issue) for one in found.unread],
    }


def _place(printed: Printed) -> dict[str, Any]:
    return {
        "issue": str(printed.issue),
        "number": printed.number,
        "title": printed.title,
        "file": printed.file,
        "page": printed.page,
        "locator": printed.locator,
    }
