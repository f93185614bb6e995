"""Statements of an issue's year and number, in the right form and in others that a reader understands."""

from __future__ import annotations

import re
from pathlib import PurePath

from kjqb.model.issue import IssueId
from kjqb.text.numerals import parse_chinese
from kjqb.text.spans import Span

_STATEMENT = re.compile(
    r"(?P<year>\d{4}|[〇零一二三四五六七八九]{4})\s*年?\s*第?\s*(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,5})\s*期"
)
_RIGHT = re.compile(r"[1-9]\d{3}年第[1-9]\d{0,2}期", re.ASCII)


def stated_issue(text: str) -> tuple[IssueId, Span] | None:
    """The first statement of a year and number, and where it stands; None if there is none."""
    match = _STATEMENT.search(text)
    if not match:
        return None
    year, number = (_value(match[group]) for group in ("year", "number"))
    return (IssueId(year, number), Span(*match.span())) if year and number else None


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


def _value(numeral: str) -> int | None:
    return int(numeral) if numeral.isdecimal() else parse_chinese(numeral)
