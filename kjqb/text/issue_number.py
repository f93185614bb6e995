"""Statements of an issue's year and number: 2024年第1期, and forms that are wrong but understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjqb.text.numerals import parse_chinese
from kjqb.text.spans import Span

_NUMBER = r"\d{1,4}|[一二三四五六七八九十百零〇]{1,7}"
_STATEMENT = re.compile(
    r"(?<!\d)(?P<year>\d{4}|[〇零一二三四五六七八九]{4})\s*"
    rf"(?:年\s*(?:第\s*)?|第\s*|(?<=\s))(?P<number>{_NUMBER})\s*期"
)
_BARE = re.compile(rf"第\s*(?P<number>{_NUMBER})\s*期")
_WHOLE = re.compile(r"总\s*第?\s*(?P<number>\d{1,5})\s*期")


@dataclass(frozen=True, slots=True)
class IssueNumber:
    """What a line says of its issue, and the characters that say it."""

    year: int | None
    """None where only the number is said."""
    number: int
    span: Span


def issue_number(text: str) -> IssueNumber | None:
    """The first statement of year and number in a line, or else of a number alone; None where there is neither."""
    match = _STATEMENT.search(text)
    if match:
        return IssueNumber(_value(match["year"]), _value(match["number"]), Span(*match.span()))
    match = _bare(text)
    return IssueNumber(None, _value(match["number"]), Span(*match.span())) if match else None


def whole_number(text: str) -> int | None:
    """The number in 总第36期; None where the line has none."""
    match = _WHOLE.search(text)
    return int(match["number"]) if match else None


def _bare(text: str) -> re.Match[str] | None:
    return next((match for match in _BARE.finditer(text) if not text[: match.start()].rstrip().endswith("总")), None)


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else parse_chinese(numeral) or 0
