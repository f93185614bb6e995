"""`kjqb index`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import IssueType, json_option, number_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.cli.values import Choice
from kjqb.errors import ExitCode, UsageError
from kjqb.model.cumulative_index import By, CumulativeIndex, Entry
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.index import Explained, IndexRequest
    from kjqb.workspace.workspace import Workspace

SCHEMA = "kjqb.index/1"
SCHEMA_OF_KEYS = "kjqb.index-key/1"
ALL = "all"
STANDARD_OUTPUT = "-"


@click.command(
    cls=Command,
    examples=(
        "kjqb index --year 2024 --format docx",
        "kjqb index --by region --json",
        "kjqb index --by title --order stroke",
        "kjqb index --explain 单县",
    ),
)
@click.option("--by", type=Choice((ALL, *(by.value for by in By))), default=ALL, help="编哪一种索引，默认all")
@click.option("--order", type=Choice(("pinyin", "stroke")), default="pinyin", help="按拼音（默认）或笔画排列")
@number_option("--year", most=9999, about="只收这一年的各期")
@number_option("--volume", most=9999, about="只收这一卷的各期（[index]的first-volume是第1卷的年份）")
@click.option("--from", "first", type=IssueType(), help="从这一期起")
@click.option("--to", "last", type=IssueType(), help="到这一期止")
@click.option("--format", "format_", type=Choice(("text", "docx", "json")), default="text", help="格式，默认text")
@click.option("-o", "output", metavar="PATH", help="存成这个文件；“-”为标准输出")
@click.option("--explain", metavar="ENTRY", help="说明一个条目为什么排在那里：读音、笔画和依据")
@json_option
@click.pass_obj
def command(session: Session, /, *, as_json: bool, **options: Any) -> ExitCode:
    """编累积索引：总目次和主题、篇名、作者与来源、地区索引。

    text和json输出到屏幕，docx存入工作区的dist文件夹。主题索引取自文章的关键词，“见”“参见”取自vocabulary.toml。
    """
    chosen = _Options(**options)
    out = session.output(as_json=as_json or chosen.format_ == "json")
    workspace = session.workspace()
    if chosen.explain is not None:
        return _explain(out, workspace, chosen)
    return _index(session, out, workspace, chosen)


@dataclass(frozen=True, slots=True)
class _Options:
    """The options as given."""

    by: str
    order: str
    year: int | None
    volume: int | None
    first: IssueId | None
    last: IssueId | None
    format_: str
    output: str | None
    explain: str | None

    def request(self) -> IndexRequest:
        """What the action is asked for."""
        from kjqb.actions.index import IndexRequest
        from kjqb.archive.order import Order

        if self.year is not None and self.volume is not None:
            raise UsageError("“--year”与“--volume”不能同时使用", hint="去掉其中一个")
        if self.first and self.last and self.last < self.first:
            raise UsageError(f"“--to”的{self.last}早于“--from”的{self.first}", hint="把两个期号对调")
        parts = tuple(By) if self.by == ALL else (By(self.by),)
        return IndexRequest(parts, Order(self.order), self.year, self.volume, self.first, self.last)


def data(index: CumulativeIndex, by: str, order: str) -> dict[str, Any]:
    """The index as the schema has it."""
    return {
        "schema": SCHEMA,
        "by": by,
        "order": order,
        "issues": [str(issue) for issue in index.issues],
        "articles": index.articles,
        "preface": list(index.preface),
        "entries": [_entry(part.by, entry) for part in index.parts for entry in part.entries],
    }


def _entry(by: By, entry: Entry) -> dict[str, Any]:
    """An entry; keys that say nothing of it are left out."""
    divisions = [
        {"label": each.label, "locators": [str(locator) for locator in each.locators]} for each in entry.divisions
    ]
    optional = {
        "group": entry.group,
        "code": entry.code,
        "level": entry.level,
        "section": entry.section,
        "authors": list(entry.authors),
        "see": list(entry.see),
        "see_also": list(entry.see_also),
        "divisions": divisions,
    }
    filled = {key: value for key, value in optional.items() if value}
    return {"by": by.value, "heading": entry.heading, "locators": [str(each) for each in entry.locators], **filled}


def _index(session: Session, out: Output, workspace: Workspace, chosen: _Options) -> ExitCode:
    from kjqb.actions.index import build_index

    with out.progress("编索引", len(workspace.issue_ids())) as step:
        index = build_index(workspace, chosen.request(), lambda issue: step(str(issue)))
    for notice in index.notices:
        out.warning(notice)
    if chosen.format_ == "docx" and not out.as_json:
        return _docx(session, out, workspace, index, chosen.output)
    if chosen.output in {None, STANDARD_OUTPUT}:
        out.show(data(index, chosen.by, chosen.order), lambda: _text(index))
        return ExitCode.OK
    from kjqb.actions.index import write_index

    assert chosen.output is not None
    text = out.as_text(data(index, chosen.by, chosen.order)) if out.as_json else _text(index)
    out.note(f"已写入{write_index(workspace, Path(chosen.output), text.encode())}")
    return ExitCode.OK


def _text(index: CumulativeIndex) -> str:
    from kjqb.render.index_text import index_text

    return index_text(index)


def _docx(session: Session, out: Output, workspace: Workspace, index: CumulativeIndex, output: str | None) -> ExitCode:
    from kjqb.actions.index import index_path, stated_time, write_index
    from kjqb.render.docx.index_edition import index_docx

    setup = workspace.bulletin().page_setup
    made = index_docx(index, setup, modified=stated_time(session.epoch, index))
    if output == STANDARD_OUTPUT:
        out.bytes(made)
        return ExitCode.OK
    out.text(write_index(workspace, Path(output) if output else index_path(workspace, index), made))
    return ExitCode.OK


def _explain(out: Output, workspace: Workspace, chosen: _Options) -> ExitCode:
    from kjqb.actions.index import explain
    from kjqb.archive.order import Order

    assert chosen.explain is not None
    explained = explain(workspace, chosen.explain, Order(chosen.order))
    out.show(_key(explained, chosen.order), lambda: "".join(_told(explained)))
    return ExitCode.OK


def _key(explained: Explained, order: str) -> dict[str, Any]:
    return {
        "schema": SCHEMA_OF_KEYS,
        "heading": explained.heading.text,
        "order": order,
        "group": explained.group,
        "before": explained.before,
        "after": explained.after,
        "parts": [
            {
                "text": part.text,
                "script": part.script.name.lower(),
                "reading": part.reading.label if part.reading else None,
                "basis": part.reading.basis.name.lower() if part.reading else None,
                "strokes": part.strokes.count if part.strokes else None,
                "stroke_order": part.strokes.label if part.strokes else None,
            }
            for part in explained.heading.parts
        ],
    }


def _told(explained: Explained) -> Iterator[str]:
    yield f"“{explained.heading.text}”列在“{explained.group}”组\n"
    if explained.before or explained.after:
        after = f"“{explained.before}”之后" if explained.before else "最前"
        before = f"“{explained.after}”之前" if explained.after else "最后"
        yield f"排在{after}、{before}\n"
    rows = [("字", "读音", "依据", "笔画", "笔顺")]
    for part in explained.heading.parts:
        reading, strokes = part.reading, part.strokes
        rows.append(
            (
                part.text,
                reading.label if reading else "",
                reading.basis.value if reading else "按数值" if part.script.name == "NUMBER" else "按字母",
                str(strokes.count) if strokes else "不详" if reading else "",
                (strokes.label or "不详，次序据字表") if strokes else "",
            )
        )
    yield table(rows)
