"""P103: half-width round brackets in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.brackets import Pair, match_brackets
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LIST_NUMBER = Pattern(r"[(（]\d{1,2}[)）]")
_STARTS = "。；：！？，、"
_WIDE = {"(": "（", ")": "）"}
_INDENT = 8
"""Blanks at the head of a paragraph, at most."""
_FAR = 200
"""Characters within which a bracket's language shows."""


@rule(
    "P103",
    "half-width-bracket",
    title="中文里用了半角圆括号",
    about="括注中文的圆括号和序号的圆括号用全角，左右成对，序号后不留空格。公式、外文和型号里的半角括号不算。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "4.9.2"),
    fix=Applicability.SAFE,
    examples=(
        Example(bad="(1)建设中试基地。", good="（1）建设中试基地。"),
        Example(bad="(1) 建设中试基地。", good="（1）建设中试基地。"),
        Example(bad="印发《实施细则(试行)》。", good="印发《实施细则（试行）》。"),
        Example(bad="成立专班(组长由局长担任）。", good="成立专班（组长由局长担任）。"),
    ),
)
def half_width_bracket(part: Part) -> Iterator[Hit]:
    """Pairs of which a half at least is half-width, round Chinese or round an item's number; both halves at once."""
    text = part.text
    for pair in match_brackets(text):
        if not isinstance(pair, Pair):
            continue
        halves = [at for at in (pair.start, pair.end) if text[at] in _WIDE]
        whole = text[pair.start : pair.end + 1]
        numbers = _numbers_an_item(text, pair)
        if halves and (_holds_han(whole) or numbers):
            edits = [Edit(Span(at, at + 1), _WIDE[text[at]]) for at in halves]
            end = pair.end + 1
            if numbers and (blanks := len(text[end:]) - len(text[end:].lstrip(" "))):
                edits.append(Edit(Span(end, end + blanks), ""))
                end += blanks
            yield hit(part.passage, Span(pair.start, end), "圆括号应为全角“（）”", *edits)


def _holds_han(text: str) -> bool:
    return not text.isascii() and any(map(is_han, text[:_FAR]))


def _numbers_an_item(text: str, pair: Pair) -> bool:
    if not _LIST_NUMBER.fullmatch(text, pair.start, pair.end + 1):
        return False
    before = text[: pair.start].rstrip() if pair.start < _INDENT else text[pair.start - 1]
    return before == "" or before[-1] in _STARTS
