"""Blanks within a text: which there are, and which of them have a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.subject import Kind, Part
from kjqb.text.characters import ends_sentence, is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spacing import parts_clauses
from kjqb.text.spans import Span

IMPRINT = frozenset({Kind.MASTHEAD, Kind.ISSUE_LINE, Kind.OFFICE, Kind.COLOPHON})
"""Parts whose names and labels are set apart by blanks."""

_BLANK = Pattern(r"(?<=\S)[ \t]+(?=\S)")
_COLUMN = 3
"""So many blanks and more set columns apart, unless they stand in a sentence."""
_NEAR = 60
_PAUSE = Pattern("[，。、；：？！]")
_CLAUSE = 6
"""So many characters a clause of a title quoted has at least; a title in a sentence may well hold a slip."""
_LONGEST_LABEL = 40
_LIST_NUMBER = Pattern(
    r"(?:^|[。；：！？，])[ \u3000]{0,4}"
    r"(?:(?P<dotted>\d{1,2}[.．]|[A-Za-z][.．、）)])"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,2}[、）)]|[①-⑳]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z])[）)])$"
)
_NUMBER = "[一二三四五六七八九十百零〇两0-9]{1,6}"
_LABEL = Pattern(
    rf"(?:^|[。》”）\s])(?:第{_NUMBER}(?:[章节条编篇款项讲课回卷届]|部分|单元)|附[件录表图]{_NUMBER}?"
    rf"|[图表] ?{_NUMBER}(?:[.—–-][0-9]{{1,3}}){{0,2}}|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,4}}"
    r"|(?P<bare>[一二三四五六七八九十]{1,3})|联系人|责任编辑|[主责]编|编辑|审核|校对|来源|作者|地址|电话|传真|邮编)$"
)
_NO_TITLE = "是要来方则个家项类批"
"""What makes a word of a bare numeral: 一是, 一方面."""
_FAR = 16


def inner_blanks(part: Part) -> Iterator[Span]:
    """Stretches of blanks and tabs between characters, in order; no line ends of the source among them."""
    sentence = ends_sentence(part.text)
    for match in _BLANK.finditer(part.text):
        span = Span(*match.span())
        if span.end - span.start >= _COLUMN and not sentence:
            continue
        if "\n" not in part.passage.at(span.start, span.end).text:
            yield span


def may_part_clauses(part: Part, span: Span) -> bool:
    """Whether a blank may stand between the two clauses of a title."""
    return parts_clauses(part.text[max(0, span.start - _NEAR) : span.start], part.text[span.end : span.end + _NEAR])


def parts_quoted_title(text: str, span: Span) -> bool:
    """Whether a blank may stand between the two clauses of a title in 《》 that the text quotes."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    opened, closed = before.rfind("《"), after.find("》")
    if opened <= before.rfind("》") or closed < 0 or "《" in after[:closed]:
        return False
    return min(len(before) - opened - 1, closed) >= _CLAUSE and parts_clauses(before[opened + 1 :], after[:closed])


def is_label(part: Part) -> bool:
    """Whether a text is no sentence but a signature, a label, a line of names: short and without any mark."""
    return len(part.text) <= _LONGEST_LABEL and not _PAUSE.search(part.text)


def follows_list_number(text: str, span: Span) -> bool:
    """Whether a blank stands behind the number of an item and is not needed to part that number from another."""
    start = max(0, span.start - _FAR)
    match = _LIST_NUMBER.search(text[start : span.start])
    if not match or (start and match.start() == 0 and match[0][0] not in "。；：！？，"):
        return False
    return not match["dotted"] or not text[span.end].isascii()


def follows_label(text: str, span: Span) -> bool:
    """Whether a blank stands behind a label that a blank sets off: 第一章, 图1, 2.1, 联系人."""
    start = max(0, span.start - _FAR)
    match = _LABEL.search(text[start : span.start])
    if match is None or (start and match.start() == 0 and is_han(match[0][0])):
        return False
    return match["bare"] is None or text[span.end] not in _NO_TITLE
