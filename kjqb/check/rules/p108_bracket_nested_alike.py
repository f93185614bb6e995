"""P108: quotation marks, title marks and brackets inside others of the same shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kjqb.check.brackets import NAMES, Pair, match_brackets
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import PAIRS
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LEVELS = {"“": "“‘", "‘": "“‘", "《": "《〈", "〈": "《〈"}
"""The shapes that take turns, the outermost first."""
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
    """Pairs whose nearest pair of the same kind around them has the same shape, or the inner one's."""
    text = part.text
    around: list[Pair] = []
    inner: defaultdict[int, list[Pair]] = defaultdict(list)
    pairs = sorted((pair for pair in match_brackets(text) if isinstance(pair, Pair)), key=lambda pair: pair.start)
    for pair in pairs:
        while around and around[-1].end < pair.start:
            around.pop()
        mark = text[pair.start]
        if mark in _LEVELS:
            outer = [one for one in around[-8:] if text[one.start] in _LEVELS[mark]]
            if outer and _LEVELS[mark][len(outer) % 2] != mark:
                inner[outer[0].start].append(pair)
        elif mark == "（" and around and text[around[-1].start] == "（" and not _is_number(text, pair):
            span = Span(pair.start, pair.end + 1)
            yield hit(part.passage, span, "圆括号里又用圆括号，宜改写或换一种括号")
        around.append(pair)
    for found in inner.values():
        for pair in found:
            yield _other_shape(part, pair)


def _other_shape(part: Part, pair: Pair) -> Hit:
    mark = part.text[pair.start]
    right = _LEVELS[mark].replace(mark, "")
    edits = (Edit(Span(pair.start, pair.start + 1), right), Edit(Span(pair.end, pair.end + 1), PAIRS[right]))
    span = Span(pair.start, pair.end + 1)
    return hit(part.passage, span, f"{NAMES[mark]}套在{NAMES[mark]}里，应改为“{right}{PAIRS[right]}”", *edits)


def _is_number(text: str, pair: Pair) -> bool:
    return _NUMBER.fullmatch(text, pair.start + 1, pair.end) is not None
