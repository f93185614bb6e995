"""K201: blanks between Chinese and digits or letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_han
from kjqb.text.spans import Edit, Span

_BLANK = re.compile(r"(?<=\S)[ \u00a0]{1,2}(?=\S)")
"""Three blanks and more set columns apart."""
_WORD = re.compile(r"[0-9A-Za-z%‰℃.+-]+", re.ASCII)
_LABEL = re.compile(r"(?:图|表|附[件图表录]) ?\d+(?:[.-]\d+)*|\d+(?:\.\d+)+|\D{0,6}(?:电话|传真|邮编|网址|邮箱|手机)")
_LONGEST_LABEL = 12
_PAUSE = re.compile("[，。、；：？！]")
_BORDER = re.compile(r"[，。、；：？！\s]")
_SET_OFF = re.compile(r"[0-9A-Za-z.%]+\s", re.ASCII)
_NEAR = 60
_CLAUSE, _CLAUSE_BESIDE_NUMBER = 4, 6
"""Han characters that a clause of a two-part title has at least."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """How Chinese and Latin meet."""

    style: Literal["remove", "insert", "keep"] = field(
        default="remove", metadata={"about": "汉字与数字、字母之间：remove不留空格，insert空一格，keep不作要求"}
    )


@rule(
    "K201",
    "blank-beside-latin",
    title="汉字与数字、字母之间的空格不合体例",
    about=(
        "汉字与数字、字母之间留不留空格，全刊只用一种做法，本刊不留。外文词之间、网址和标准号里的空格不动；"
        "题目里分开两句的空格、图表编号与电话标签后的空格都保留。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    examples=(
        Example(bad="建成中试基地 5 个，引进 AI 企业3家。", good="建成中试基地5个，引进AI企业3家。"),
        Example(bad="某市 2024 年科技工作要点", good="某市2024年科技工作要点", part=Kind.TITLE),
        Example(bad="2024 年第 1 期", good="2024年第1期", part=Kind.ISSUE_LINE),
    ),
)
def blank_beside_latin(part: Part, blanks: Blanks) -> Iterator[Hit]:
    """Blanks at the border of Han and Latin that should not be there, or the lack of one that should."""
    if blanks.style == "remove":
        yield from _superfluous(part)
    elif blanks.style == "insert":
        yield from _lacking(part)


def _superfluous(part: Part) -> Iterator[Hit]:
    text = part.text
    for match in _BLANK.finditer(text):
        span = Span(*match.span())
        beside = _beside(text[span.start - 1], text[span.end])
        if beside and not _is_meant(part, span) and "\n" not in part.passage.at(span.start, span.end).text:
            yield hit(part.passage, span, f"汉字与{beside}之间不留空格", Edit(span, ""))


def _lacking(part: Part) -> Iterator[Hit]:
    text = part.text
    for match in _WORD.finditer(text):
        for at in match.span():
            beside = _beside(text[at - 1], text[at]) if 0 < at < len(text) else ""
            if beside:
                yield hit(part.passage, Span(at, at), f"汉字与{beside}之间应空一格", Edit(Span(at, at), " "))


def _beside(before: str, after: str) -> str:
    """What Han meets there, in Chinese; empty where it meets nothing Latin, or none of the two is Han."""
    latin = after if is_han(before) else before if is_han(after) else ""
    if latin.isascii() and latin.isalpha():
        return "字母"
    return "数字" if latin and (latin in "0123456789" or (latin in "%‰℃" and latin == before)) else ""


def _is_meant(part: Part, span: Span) -> bool:
    """Whether the blank is meant: behind a label or a section's number, or between the two clauses of a title."""
    before, after = part.text[max(0, span.start - _NEAR) : span.start], part.text[span.end : span.end + _NEAR]
    if span.start <= _LONGEST_LABEL and (
        _LABEL.fullmatch(before) or (part.kind is Kind.HEADING and before.isdecimal())
    ):
        return True
    return part.kind.is_title and _parts_clauses(before, after)


def _parts_clauses(before: str, after: str) -> bool:
    """Whether both sides may be clauses.

    A number with blanks on both sides is usually just set off, so there both must be longer; of those two blanks only
    the one behind the number is superfluous for certain: `成效显著 2024 年再上新台阶` must not lose the other.
    """
    left = _BORDER.split(before)[-1]
    right = _PAUSE.split(after)[0]
    least = _CLAUSE_BESIDE_NUMBER if _SET_OFF.match(after) else _CLAUSE
    return _han(left) >= least and _han(right) >= least


def _han(text: str) -> int:
    return sum(map(is_han, text))
