"""K203: blanks beside Chinese marks."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.blanks import IMPRINT, follows_label, follows_list_number, inner_blanks, is_label, may_part_clauses
from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import CLOSING_MARKS, OPENING_MARKS, is_han
from kjqb.text.spans import Edit, Span

_PAUSES = frozenset("，。、；：？！")
_WIDE = _PAUSES | frozenset("（）《》〈〉【】〔〕「」『』")
_BRACKETS = frozenset(OPENING_MARKS + CLOSING_MARKS)
_SHARED = frozenset("“”‘’…·")
"""Marks that texts in Latin letters have as well."""

_DASH = "——"


@rule(
    "K203",
    "blank-beside-mark",
    title="中文标点前后有空格",
    about=(
        "中文标点自己占位，前后不再留空格；外文词、数字与中文标点之间也不留（外文词见CY/T 154—2017的8.2）。"
        "题目里分开两句的空格和序号后的空格不归本条。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    cues=" \t",
    yields_to=("P124", "S511"),
    examples=(
        Example(bad="平台建成投用， 面向全市开放。", good="平台建成投用，面向全市开放。"),
        Example(bad="推广 “订单式” 培养模式。", good="推广“订单式”培养模式。"),
        Example(bad="课程讲授Python ，学时为20个。", good="课程讲授Python，学时为20个。"),
    ),
)
def blank_beside_mark(part: Part) -> Iterator[Hit]:
    """Blanks before or behind a mark of Chinese, but for those that part the clauses of a title or set names apart."""
    text = part.text
    for span in inner_blanks(part):
        mark, side = _mark(text, span)
        if mark and not follows_list_number(text, span) and not (mark in _BRACKETS and _is_meant(part, span)):
            yield hit(part.passage, span, f"“{mark}”{side}面不留空格", Edit(span, ""))


def _mark(text: str, span: Span) -> tuple[str, str]:
    """The Chinese mark beside a blank and on which of its sides the blank is; empty where there is none."""
    before, after = text[span.start - 1], text[span.end]
    if before in _WIDE or _is_dash(text, span.start - 2, after) or _is_shared(before, after, text, span.start - 2):
        return _whole(before), "后"
    if after in _WIDE or _is_dash(text, span.end, before) or _is_shared(after, before, text, span.end + 1):
        return _whole(after), "前"
    return "", ""


def _is_dash(text: str, at: int, beside: str) -> bool:
    return text.startswith(_DASH, at) and at >= 0 and _is_chinese(beside)


def _is_shared(mark: str, beside: str, text: str, within: int) -> bool:
    """Whether a mark of both scripts is Chinese here, by what stands beyond the blank and on its other side."""
    return mark in _SHARED and (_is_chinese(beside) or _is_chinese(text[max(0, within) : within + 1]))


def _whole(mark: str) -> str:
    return _DASH if mark == _DASH[0] else mark


def _is_chinese(character: str) -> bool:
    return character != "" and (is_han(character) or character in _WIDE)


def _is_meant(part: Part, span: Span) -> bool:
    """Whether it sets something apart, as no blank within brackets does."""
    if part.text[span.start - 1] in OPENING_MARKS or part.text[span.end] in CLOSING_MARKS:
        return False
    if part.kind in IMPRINT:
        return True
    if follows_label(part.text, span):
        return True
    return may_part_clauses(part, span) if part.kind.is_title else is_label(part)
