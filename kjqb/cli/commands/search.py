"""`kjqb search`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Argument, Command
from kjqb.cli.options import json_option, number_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from kjqb.actions.search import Found, Hit
    from kjqb.archive.search.snippets import Marked
    from kjqb.archive.search.update import Unread

SCHEMA = "kjqb.search/1"
_HIT = "red bold"


@click.command(
    cls=Command,
    examples=(
        "kjqb search 科技特派员",
        "kjqb search 重点实验室 宁波 --year 2024",
        "kjqb search '“十四五”' --region 浙江 --title",
        "kjqb search --export opensearch",
    ),
)
@click.argument(
    "query", cls=Argument, metavar="[QUERY]…", nargs=-1, about="要查的词；有几个，就要全部出现；引号里的连着查"
)
@number_option("--year", least=1, most=9999, about="只查这一年")
@click.option("--region", metavar="REGION", default=None, help="只查这个地区（含下辖各地），写代码或名称")
@click.option("--section", metavar="TEXT", default=None, help="只查这个栏目")
@click.option("--title", "title_only", is_flag=True, help="只在题目里查")
@click.option("--traditional", "simplify", is_flag=True, help="繁体字、异体字与规范字不加区分")
@number_option("--limit", about="最多列出几篇，默认10")
@click.option("--export", "engine", type=Choice(["opensearch"]), default=None, help="不查，写出供OpenSearch导入的文件")
@click.option("-o", "--output", "output", metavar="DIR", default=None, help="写到这个文件夹；默认为dist/opensearch")
@json_option
@click.pass_obj
def command(session: Session, /, *, query: tuple[str, ...], as_json: bool, **options: Any) -> ExitCode:
    """在各期中全文检索。

    查题目、关键词和正文，一个字起，字母和数字也可以只写一段。题目里有的排在前面，其次是关键词，再次是正文。
    大小写、全角半角不加区分；标点算在内，不会跨过标点去查。
    """
    from kjqb.actions.search import LIMIT, SearchRequest, search

    out = session.output(as_json=as_json)
    engine, output, limit = options.pop("engine"), options.pop("output"), options.pop("limit")
    text = " ".join(query)
    if engine:
        return _exported(session, out, text, output)
    if output is not None:
        raise UsageError("“--output”只与“--export”同用", hint="加上“--export opensearch”，或去掉“--output”")
    request = SearchRequest(text, limit=LIMIT if limit is None else limit, **options)
    found = search(session.workspace(), request, session.env, partial(out.progress, "更新搜索索引"))
    if as_json:
        out.show(_data(text, found), "")
    else:
        out.styled(_pieces(found))
    return told(out, found.unread)


def told(out: Output, unread: tuple[Unread, ...]) -> ExitCode:
    """Tell of the issues that were not searched."""
    for one in unread:
        out.error(one.error)
    if unread:
        out.warning(f"有{len(unread)}期无法读取，没有查：{'、'.join(str(one.issue) for one in unread)}")
    return ExitCode.BAD_INPUT if unread else ExitCode.OK


def _exported(session: Session, out: Output, text: str, output: str | None) -> ExitCode:
    from pathlib import Path

    from kjqb.actions.search_export import export_archive

    if text:
        raise UsageError("“--export”写出全部各期，不用写要查的词", hint="去掉“--export”，或去掉要查的词")
    workspace = session.workspace()
    folder = Path(output) if output is not None else None
    exported = export_archive(workspace, folder, partial(out.progress, "写出"))
    data = {"schema": "kjqb.search-export/1", "articles": exported.articles, "files": list(exported.files)}
    out.show(data, "\n".join(exported.files))
    return ExitCode.OK


def _pieces(found: Found) -> Iterator[tuple[str, str]]:
    from kjqb.text.visible import visible

    shown = f"，列出前{len(found.hits)}篇" if len(found.hits) < found.total else ""
    yield (f"共{found.total}篇{shown}\n" if found.total else "没有找到\n"), ""
    for hit in found.hits:
        yield f"\n{hit.locator}  ", "cyan"
        yield from ((visible(text), style) for text, style in _painted(hit.title, "bold"))
        yield f"\n    {hit.issue}第{hit.number}篇  {visible(hit.file)}\n    ", ""
        yield from ((visible(text), style) for text, style in _painted(hit.snippet, ""))
        yield "\n", ""


def _painted(marked: Marked, style: str) -> Iterator[tuple[str, str]]:
    """A text in pieces; hits stand in brackets as well, for those who see no colours."""
    at = 0
    for span in marked.hits:
        yield marked.text[at : span.start], style
        yield f"【{marked.text[span.start : span.end]}】", _HIT
        at = span.end
    yield marked.text[at:], style


def _data(text: str, found: Found) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "query": text,
        "total": found.total,
        "hits": [_hit_data(hit) for hit in found.hits],
        "unread": [str(one.issue) for one in found.unread],
    }


def _hit_data(hit: Hit) -> dict[str, Any]:
    return {
        "issue": str(hit.issue),
        "number": hit.number,
        "title": hit.title.text,
        "title_marks": _spans(hit.title),
        "file": hit.file,
        "page": hit.page,
        "locator": hit.locator,
        "snippet": hit.snippet.text,
        "snippet_marks": _spans(hit.snippet),
        "score": hit.score,
    }


def _spans(marked: Marked) -> list[list[int]]:
    """Where the hits stand in a text: characters from 0, the end exclusive."""
    return [[span.start, span.end] for span in marked.hits]
