"""Asking which text of a Word file with tracked changes is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from kjqb.cli.output import Output
from kjqb.importers.docx.undecided import UndecidedRevisionsError
from kjqb.text.visible import visible

Result = TypeVar("Result")

_ANSWERS = {"1": "final", "2": "original"}


def decided(out: Output, revisions: str, work: Callable[[str], Result]) -> Result:
    """What the work gives with that choice; at `ask` the person at the terminal chooses where a file has revisions.

    Raises UndecidedRevisionsError where nobody can be asked, and what the work raises.
    """
    try:
        return work(revisions)
    except UndecidedRevisionsError as error:
        if not out.is_interactive or out.as_json:
            raise
        return work(_chosen(error))


def _chosen(error: UndecidedRevisionsError) -> str:
    click.echo(f"{error.where}：有{len(error.revisions)}处修订", err=True)
    for each in error.revisions:
        click.echo(f"  {visible(each)}", err=True)
    while True:
        click.echo("取哪一种文字？1 修订后，2 修订前：", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            raise click.Abort
        if line.strip() in _ANSWERS:
            return _ANSWERS[line.strip()]
