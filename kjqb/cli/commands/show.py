"""`kjqb show`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import json_option
from kjqb.cli.session import Session
from kjqb.cli.source_options import issue_option, number_argument
from kjqb.errors import ExitCode
from kjqb.model.article import Block, Figure, Heading, Licence, ListItem, Paragraph, Quote, Table, block_passages
from kjqb.model.issue import IssueId
from kjqb.text.marks import Tone

if TYPE_CHECKING:
    from kjqb.actions.listing import ShownArticle
    from kjqb.model.article import Article, Note, Origin
    from kjqb.model.source import Passage

SCHEMA = "kjqb.show/1"

LICENCES = {
    Licence.OFFICIAL: "公文",
    Licence.NEWS: "时事新闻",
    Licence.LICENSED: "已获许可",
    Licence.EXCERPT: "摘编",
    Licence.PENDING: "待定",
}

KINDS: dict[type[Block], str] = {
    Paragraph: "paragraph",
    Heading: "heading",
    Quote: "quote",
    ListItem: "item",
    Table: "table",
    Figure: "figure",
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
        ("地区", "" if article.suggested.regions else "、".join(article.regions)),
        ("地区（建议，待确认）", "、".join(article.suggested.regions)),
        ("关键词", "、".join(article.keywords)),
        ("关键词（建议，待确认）", "、".join(article.suggested.keywords)),
        ("作者", "、".join(article.authors)),
        ("来源", "，".join(filter(None, (origin.name, origin.url, origin.date.isoformat() if origin.date else "")))),
        ("使用依据", LICENCES[origin.licence]),
        ("字数", str(article.characters)),
    ):
        if value:
            yield f"{label}：{value}"
    numbers = {note.label: number for number, note in enumerate(article.notes, 1)}
    for block in article.blocks:
        yield from ("", *_printed(block, numbers))
    for note in article.notes:
        yield from ("", f"注{numbers[note.label]}：" + "\n".join(_text(each, numbers) for each in note.passages))


def _printed(block: Block, numbers: Mapping[str, int]) -> Iterator[str]:
    """The lines of a block, by which its kind can be told."""
    match block:
        case Table(rows=rows):
            yield from (" | ".join(_text(cell, numbers) for cell in row) for row in rows)
        case Figure(picture=picture, passage=caption):
            yield f"〔图：{picture.file}〕{_text(caption, numbers)}"
        case ListItem(level=level, passage=passage, opens=opens):
            yield "  " * (level - 1) + ("- " if opens else "  ") + _text(passage, numbers)
        case Quote(passage=passage):
            yield "> " + _text(passage, numbers)
        case _:
            yield _text(block.passage, numbers)


def _text(passage: Passage, numbers: Mapping[str, int]) -> str:
    """A text with the numbers of its footnotes in brackets."""
    text = passage.text
    for mark in reversed([mark for mark in passage.marks if mark.tone is Tone.NOTE]):
        text = f"{text[: mark.start]}［{numbers[mark.label]}］{text[mark.start :]}"
    return text


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
        "suggested": {"regions": list(article.suggested.regions), "keywords": list(article.suggested.keywords)},
        "authors": list(article.authors),
        "source": _source(article.origin),
        "characters": article.characters,
        "blocks": [_block(block) for block in article.blocks],
        "notes": [_note(note) for note in article.notes],
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
    passages = block_passages(block)
    return {
        "kind": KINDS[type(block)],
        "level": block.level if isinstance(block, Heading | ListItem) else None,
        "text": "\n".join(passage.text for passage in passages),
        "line": passages[0].extent.where.line,
        **_of_kind(block),
    }


def _of_kind(block: Block) -> dict[str, Any]:
    """What only a block of this kind has."""
    match block:
        case Table(rows=rows):
            return {"rows": [[cell.text for cell in row] for row in rows]}
        case Figure(picture=picture):
            return {"image": picture.file}
        case _:
            return {}


def _note(note: Note) -> dict[str, Any]:
    return {
        "label": note.label,
        "text": "\n".join(passage.text for passage in note.passages),
        "line": note.passages[0].extent.where.line,
    }
