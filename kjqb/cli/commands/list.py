"""`kjqb list`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kjqb.cli.help import Command
from kjqb.cli.options import issue_argument, json_option
from kjqb.cli.session import Session
from kjqb.cli.table import table
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import IssueId

if TYPE_CHECKING:
    from kjqb.actions.listing import IssueListing

SCHEMA = "kjqb.list/1"
SCHEMA_OF_ISSUES = "kjqb.issues/1"


@click.command(cls=Command, examples=("kjqb list", "kjqb list 2024-01", "kjqb list --all"))
@issue_argument
@click.option("--all", "all_issues", is_flag=True, help="列出各期")
@json_option
@click.pass_obj
def command(session: Session, /, *, issue: IssueId | None, all_issues: bool, as_json: bool) -> ExitCode:
    """列出一期的文章，或列出各期。"""
    from kjqb.actions.listing import list_articles, list_issues

    out = session.output(as_json=as_json)
    workspace = session.workspace()
    if all_issues:
        if issue:
            raise UsageError("“--all”与期号不能同时使用", hint="去掉其中一个")
        issues = list_issues(workspace)
        out.show(_issues_data(issues), lambda: table(_issue_rows(issues)))
        return ExitCode.OK
    listing = list_articles(workspace, issue)
    out.show(_data(listing), lambda: table(_rows(listing)))
    for file in listing.unlisted:
        out.warning(f"{file}没有列入本期：把它加进issue.toml的articles，或移到别处")
    return ExitCode.OK


def _rows(listing: IssueListing) -> Iterator[tuple[str, ...]]:
    yield ("序号", "题目", "字数", "文件")
    for article in listing.articles:
        yield (str(article.number), article.title, str(article.characters), article.file)


def _issue_rows(issues: tuple[IssueListing, ...]) -> Iterator[tuple[str, ...]]:
    yield ("期号", "日期", "篇数", "字数", "文件夹")
    for each in issues:
        day = each.date.isoformat() if each.date else ""
        yield (str(each.issue), day, str(len(each.articles)), str(each.characters), each.folder)


def _data(listing: IssueListing) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "issue": str(listing.issue),
        "articles": [
            {
                "number": article.number,
                "title": article.title,
                "file": article.file,
                "characters": article.characters,
            }
            for article in listing.articles
        ],
        "unlisted": list(listing.unlisted),
    }


def _issues_data(issues: tuple[IssueListing, ...]) -> dict[str, Any]:
    return {
        "schema": SCHEMA_OF_ISSUES,
        "issues": [
            {
                "issue": str(each.issue),
                "date": each.date.isoformat() if each.date else None,
                "articles": len(each.articles),
                "characters": each.characters,
                "folder": each.folder,
            }
            for each in issues
        ],
    }
