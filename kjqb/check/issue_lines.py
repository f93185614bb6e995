"""Statements of an issue's year and number, in the right form and in others that a reader understands."""

from __future__ import annotations

import re
from pathlib import PurePath

from kjqb.model.issue import IssueId
from kjqb.text.issue_number import issue_number
from kjqb.text.spans import Span

_RIGHT = re.compile(r"[1-9]\d{3}年第[1-9]\d{0,2}期", re.ASCII)


def stated_issue(text: str) -> tuple[IssueId, Span] | None:
    """The first statement of a year and number, and where it stands; None if there is none."""
    stated = issue_number(text)
    return (IssueId(stated.year, stated.number), stated.span) if stated and stated.year and stated.number else None


def is_well_formed(text: str) -> bool:
    """Whether a statement reads `2024年第1期`, blanks aside."""
    return _RIGHT.fullmatch("".join(text.split())) is not None


def issue_of_file(name: str) -> IssueId | None:
    """The issue that a file's name states, or else its folder's: `2024-01.txt`, `科技情报2024年第1期.docx`."""
    path = PurePath(name)
    for part in (path.stem, path.parent.name):
        stated = stated_issue(part)
        issue = stated[0] if stated else IssueId.parse(part)
        if issue:
            return issue
    return None
