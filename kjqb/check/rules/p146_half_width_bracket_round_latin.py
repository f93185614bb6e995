"""P146: half-width brackets round a Latin note in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.brackets import Pair, match_brackets
from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_WIDE = {"(": "（", ")": "）"}
_LETTER = Pattern("[A-Za-z]")
_CLOSERS = frozenset("”’》」』％")
_FAR = 200


@rule(
    "P146",
    "half-width-bracket-round-latin",
    title="外文括注用了半角圆括号",
    about="中文词语后面括注外文，圆括号是中文的标点，用全角。外文词后面、公式和型号里的半角括号不算。",
    severity=Severity.WARNING,
    source=Standard("CY/T 154—2017", "5.9.2.1"),
    fix=Applicability.SAFE,
    cues="()",
    examples=(
        Example(bad="建设数字孪生(digital twin)平台。", good="建设数字孪生（digital twin）平台。"),
        Example(bad="推广“边缘计算”(edge computing）技术。", good="推广“边缘计算”（edge computing）技术。"),
    ),
)
def half_width_bracket_round_latin(part: Part) -> Iterator[Hit]:
    """Pairs behind Chinese of which a half at least is half-width, round letters and no Han."""
    text = part.text
    for pair in match_brackets(text):
        if not isinstance(pair, Pair) or not pair.start:
            continue
        before = text[max(0, pair.start - 2) : pair.start].rstrip(" ")[-1:]
        halves = [at for at in (pair.start, pair.end) if text[at] in _WIDE]
        if halves and (before in _CLOSERS or is_han(before)) and _is_latin(text, pair):
            edits = [Edit(Span(at, at + 1), _WIDE[text[at]]) for at in halves]
            yield hit(part.passage, Span(pair.start, pair.end + 1), "圆括号应为全角“（）”", *edits)


def _is_latin(text: str, pair: Pair) -> bool:
    inside = text[pair.start + 1 : min(pair.end, pair.start + _FAR)]
    return _LETTER.search(inside) is not None and not any(map(is_han, inside))
