"""P108: quotation marks, title marks and brackets inside others of the same shape."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.brackets import NAMES, Pair, match_brackets
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import PAIRS
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LEVELS = {"“": "“‘", "‘": "“‘", "《": "《〈", "〈": "《〈"}
"""The shapes that take turns."""
_DEEPEST = 8
"""So many pairs are looked through for the nearest of the kind."""
_LESS_THAN = Pattern(r"《[^《》<>\n]{0,60}<(?P<title>[\u4e00-\u9fff][^《》<>\n]{1,60})>")
_NUMBER = Pattern("[一二三四五六七八九十0-9]{1,3}")


@rule(
    "P108",
    "bracket-nested-alike",
    title="引号、括号、书名号套用同一形式",
    about=(
        "引号里再用引号，外面用双引号，里面用单引号；书名号里再用书名号，外面用双书名号，里面用单书名号；"
        "圆括号里尽量不再用圆括号，必须用时换一种括号。书名、引文自带的括号和序号的括号不算。"
    ),
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "4.8.3.4、4.9.3.6、4.15.3.5"),
    fix=Applicability.UNSAFE,
    cues="“‘《〈（",
    examples=(
        Example(
            bad="省厅转发《关于修订《科技奖励办法》的通知》。", good="省厅转发《关于修订〈科技奖励办法〉的通知》。"
        ),
        Example(bad="他说：“要办好“科技活动周”。”", good="他说：“要办好‘科技活动周’。”"),
        Example(bad="平台对外开放（含设备（须预约）和场地）。", good="平台对外开放（含须预约的设备和场地）。"),
    ),
)
def bracket_nested_alike(part: Part) -> Iterator[Hit]:
    """Pairs whose nearest pair of the same kind around them has, or will have, the same shape."""
    text = part.text
    around: list[tuple[Pair, str]] = []
    for pair in sorted((pair for pair in match_brackets(text) if isinstance(pair, Pair)), key=lambda pair: pair.start):
        while around and around[-1][0].end < pair.start:
            around.pop()
        mark = text[pair.start]
        shape = _other(mark) if mark in _LEVELS and _nearest(around, _LEVELS[mark]) == mark else mark
        if shape != mark:
            yield _in_other_shape(part, pair, shape)
        elif mark == "（" and around and around[-1][1] == mark and not _is_number(text, pair):
            yield hit(part.passage, Span(pair.start, pair.end + 1), "圆括号里又用圆括号，宜改写或换一种括号")
        around.append((pair, shape))
    for match in _LESS_THAN.finditer(text):
        start, end = match.start("title") - 1, match.end()
        edits = Edit(Span(start, start + 1), "〈"), Edit(Span(end - 1, end), "〉")
        yield hit(part.passage, Span(start, end), "书名号里的“<>”应为“〈〉”", *edits)


def _nearest(around: list[tuple[Pair, str]], shapes: str) -> str:
    return next((shape for _, shape in reversed(around[-_DEEPEST:]) if shape in shapes), "")


def _other(mark: str) -> str:
    return _LEVELS[mark].replace(mark, "")


def _in_other_shape(part: Part, pair: Pair, shape: str) -> Hit:
    name = NAMES[part.text[pair.start]]
    edits = (Edit(Span(pair.start, pair.start + 1), shape), Edit(Span(pair.end, pair.end + 1), PAIRS[shape]))
    span = Span(pair.start, pair.end + 1)
    return hit(part.passage, span, f"{name}套在{name}里，里面的应为“{shape}{PAIRS[shape]}”", *edits)


def _is_number(text: str, pair: Pair) -> bool:
    return _NUMBER.fullmatch(text, pair.start + 1, pair.end) is not None
