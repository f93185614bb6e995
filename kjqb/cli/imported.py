"""What `kjqb add` and `kjqb import` have in common: reading what comes in, and showing what became of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from kjqb.cli.output import Output
from kjqb.cli.table import table

if TYPE_CHECKING:
    from kjqb.actions.article_files import Imported
    from kjqb.actions.incoming import Incoming

SCHEMA = "kjqb.import/1"


def incoming_files(names: tuple[str, ...]) -> tuple[Incoming, ...]:
    """The files of a command line; `-` is standard input."""
    from kjqb.actions.incoming import STANDARD_INPUT, Incoming

    return tuple(
        Incoming.received(sys.stdin.buffer) if name == STANDARD_INPUT else Incoming.read(name) for name in names
    )


def show_imported(out: Output, imported: Imported, *, dry_run: bool, diff: bool) -> None:
    """Show the articles (or the diff), then what was changed and what could not be carried over."""
    if diff and not out.as_json:
        out.diff(imported.diff)
    else:
        data = _data(imported)
        data |= {"diff": imported.diff} if diff else {}
        rows = ((article.title, _path(imported, article.file)) for article in imported.articles)
        out.show(data, lambda: table(rows))
    for change in imported.changes:
        out.note(f"{change.where}：{change.what}")
    for loss in imported.losses:
        out.warning(f"{loss.where}：{loss.what}")
    suggested = sum(article.has_suggestions for article in imported.articles)
    if suggested:
        out.note(f"{suggested}篇文章附有建议的地区或关键词，写在开头的[suggested]里，待编辑确认")
    done = "将存入" if dry_run else "已存入"
    out.note(f"{len(imported.articles)}篇文章{done}{imported.issue.label}")


def _data(imported: Imported) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "issue": str(imported.issue),
        "articles": [
            {"title": article.title, "file": _path(imported, article.file), "joined": article.joined}
            for article in imported.articles
        ],
        "changes": [{"what": change.what, "where": str(change.where)} for change in imported.changes],
        "losses": [{"what": loss.what, "where": str(loss.where)} for loss in imported.losses],
    }


def _path(imported: Imported, name: str) -> str:
    return f"{imported.folder}/{name}"
