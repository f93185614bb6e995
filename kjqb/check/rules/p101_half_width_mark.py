"""P101: half-width marks in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_MARK = Pattern(r"[,;:?!](?: +(?=\S))?")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_NUMBER = frozenset("0123456789.%‰℃+-")
_CLOSERS, _OPENERS = frozenset("”’\"')]"), frozenset("“‘\"'([")
_WORD_IN_CHINESE = Pattern(r"[^\x00-\xff“‘][A-Za-z0-9]{1,20}$")
_FAR = 40
"""Characters that the eye passes over, at most, to see which script a number or a quotation stands in."""


@rule(
    "P101",
    "half-width-mark",
    title="中文里用了半角标点",
    about=(
        "中文的逗号、分号、冒号、问号、叹号占一个汉字的位置。数字、百分号、引号之后的标点看它所在的句子；"
        "时刻、比、千分撇和外文里的标点不算。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "5.1.1、5.1.2"),
    fix=Applicability.SAFE,
    yields_to=("M713", "N309", "N326", "N327"),
    examples=(
        Example(bad="全县建成示范点20个,覆盖12个乡镇。", good="全县建成示范点20个，覆盖12个乡镇。"),
        Example(bad="合格率升至91.5%,投诉降至3件;其余指标持平。", good="合格率升至91.5%，投诉降至3件；其余指标持平。"),
        Example(bad="比例尺:1:500,会议9:30开始。", good="比例尺：1:500，会议9:30开始。"),
    ),
)
def half_width_mark(part: Part) -> Iterator[Hit]:
    """Half-width , ; : ? ! beside Chinese, or parted from it only by a number, a quotation mark or a bracket."""
    text = part.text
    for match in _MARK.finditer(text):
        mark, span = match[0][0], Span(*match.span())
        if _reads_as_chinese(text, span, mark):
            wide = _WIDE[mark]
            yield hit(part.passage, span, f"半角“{mark}”应为全角“{wide}”", Edit(span, wide))


def _reads_as_chinese(text: str, span: Span, mark: str) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if is_chinese(before) or is_chinese(after):
        return True
    if mark in ",:" and before.isdigit() and after.isdigit():
        return False
    if before in _NUMBER | _CLOSERS and is_chinese(
        _beyond(text[max(0, span.start - _FAR) : span.start][::-1], _CLOSERS)
    ):
        return True
    latin = before.isascii() and before.isalpha()
    if latin and mark in "?!" and not after.strip():
        return _WORD_IN_CHINESE.search(text, max(0, span.start - _FAR), span.start) is not None
    return not latin and after in _OPENERS and is_chinese(_beyond(text[span.end : span.end + _FAR], _OPENERS))


def _beyond(text: str, quotes: frozenset[str]) -> str:
    """The first character that is neither of a number nor a quotation mark or bracket."""
    return next((character for character in text if character not in _NUMBER | quotes), "")
