"""`kjqb keywords`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import dry_run_option, issue_argument, json_option, number_option
from kjqb.cli.output import Output
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.keywords import Suggested, Taken

SCHEMA = "kjqb.keywords/1"


@click.command(
    cls=Command,
    examples=(
        "kjqb keywords 2024-01",
        "kjqb keywords 2024-01 --article 3 --take 科技特派员 --take 成果转化",
    ),
)
@issue_argument
@number_option("--article", about="只看第几篇，从1数起")
@click.option("--take", "words", metavar="WORD", multiple=True, help="把这个词加进这一篇的关键词，可重复")
@number_option("--limit", most=100, about="每篇最多列几个，默认10")
@dry_run_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - the command's options
    session: Session,
    /,
    *,
    issue: IssueId | None,
    article: int | None,
    words: tuple[str, ...],
    limit: int | None,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    """推荐关键词，由编辑选用。

    候选词取自主题词表、书名号、机构名称、引号里的词和文中反复出现而别处少见的词。不带“--take”时什么都不写。
    """
    from kjqb.actions.keywords import suggest_keywords, take_keywords
    from kjqb.archive.keywords import MOST

    out = session.output(as_json=as_json)
    workspace = session.workspace()
    if words:
        if article is None:
            raise UsageError("“--take”要说明是哪一篇", hint="加上“--article”和这篇的序号，如“--article 3”")
        _show_taken(out, take_keywords(workspace, words, article, issue, dry_run=dry_run), dry_run=dry_run)
        return ExitCode.OK
    suggested = suggest_keywords(workspace, issue, article, limit or MOST)
    out.show(_data(suggested), lambda: table(_rows(suggested)))
    return ExitCode.OK


def _show_taken(out: Output, taken: Taken, *, dry_run: bool) -> None:
    said = f"{taken.file}：{'、'.join(taken.added)}" if taken.added else f"{taken.file}：这些词已经有了"
    data = {
        "schema": SCHEMA,
        "issue": str(taken.issue),
        "articles": [{"number": taken.number, "file": taken.file, "added": list(taken.added)}],
    }
    out.show(data, said)
    if dry_run:
        out.note("尚未写入")


def _data(suggested: tuple[Suggested, ...]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "issue": str(suggested[0].record.issue) if suggested else None,
        "articles": [
            {
                "number": each.record.number,
                "title": each.record.title,
                "file": each.record.file,
                "keywords": list(each.record.keywords),
                "candidates": [
                    {"word": one.word, "why": one.why.name.lower(), "count": one.count} for one in each.candidates
                ],
            }
            for each in suggested
        ],
    }


def _rows(suggested: tuple[Suggested, ...]) -> Iterator[tuple[str, ...]]:
    yield ("序号", "候选词", "次数", "来由")
    for each in suggested:
        yield (str(each.record.number), each.record.title)
        for one in each.candidates:
            yield ("", one.word, str(one.count), one.why.value)
