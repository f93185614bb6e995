"""`kjqb show`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import json_option
from kjqb.cli.session import Session
from kjqb.cli.source_options import issue_option, number_argument
from kjqb.errors import ExitCode
from kjqb.model.article import Heading, Licence
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.listing import ShownArticle
    from kjqb.model.article import Article, Block, Origin

SCHEMA = "kjqb.show/1"

LICENCES = {
    Licence.OFFICIAL: "公文",
    Licence.NEWS: "时事新闻",
    Licence.LICENSED: "已获许可",
    Licence.EXCERPT: "摘编",
    Licence.PENDING: "待定",
}


@click.command(cls=Command, examples=("kjqb show 1", "kjqb show 3 --issue 2024-01 --json"))
@number_argument("number", about="第几篇，从1数起")
@issue_option
@json_option
@click.pass_obj
def command(session: Session, /, *, number: int, issue: IssueId | None, as_json: bool) -> ExitCode:
    """查看一篇文章：题目、来源和正文。"""
    from kjqb.actions.listing import show_article

    shown = show_article(session.workspace(), number, issue)
    session.output(as_json=as_json).show(_data(shown), lambda: "\n".join(_lines(shown.article)))
    return ExitCode.OK


def _lines(article: Article) -> Iterator[str]:
    yield article.title.text
    yield ""
    origin = article.origin
    for label, value in (
        ("文件", article.file),
        ("栏目", article.section),
        ("地区", "、".join(article.regions)),
        ("关键词", "、".join(article.keywords)),
        ("作者", "、".join(article.authors)),
        ("来源", "，".join(filter(None, (origin.name, origin.url, origin.date.isoformat() if origin.date else "")))),
        ("使用依据", LICENCES[origin.licence]),
        ("字数", str(article.characters)),
    ):
        if value:
            yield f"{label}：{value}"
    for block in article.blocks:
        yield from ("", block.passage.text)


def _data(shown: ShownArticle) -> dict[str, Any]:
    article = shown.article
    return {
        "schema": SCHEMA,
        "issue": str(shown.issue),
        "number": shown.number,
        "title": article.title.text,
        "file": article.file,
        "section": article.section or None,
        "regions": list(article.regions),
        "keywords": list(article.keywords),
        "authors": list(article.authors),
        "source": _source(article.origin),
        "characters": article.characters,
        "blocks": [_block(block) for block in article.blocks],
    }


def _source(origin: Origin) -> dict[str, Any]:
    return {
        "name": origin.name or None,
        "url": origin.url or None,
        "date": origin.date.isoformat() if origin.date else None,
        "file": origin.file or None,
        "sha256": origin.sha256 or None,
        "licence": origin.licence.value,
    }


def _block(block: Block) -> dict[str, Any]:
    heading = isinstance(block, Heading)
    return {
        "kind": "heading" if heading else "paragraph",
        "level": block.level if isinstance(block, Heading) else None,
        "text": block.passage.text,
        "line": block.passage.extent.where.line,
    }
