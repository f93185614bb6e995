"""K206: blanks at the head or the end of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_BLANKS = " \t\u00a0\u3000"
_HEAD = Pattern(f"[{_BLANKS}]+(?=(?P<word>[\u4e00-\u9fff“‘《（])?)")


@rule(
    "K206",
    "blank-at-edge",
    title="段首、段末有空格",
    about="段首缩进由排版完成，不用空格或制表符代替；段末也不留空格。纯文本稿件用来分段的缩进，读入时已经去掉，不算。",
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    cues=_BLANKS,
    yields_to=("P124",),
    examples=(
        Example(bad="    平台面向全市开放。", good="平台面向全市开放。"),
        Example(bad="平台面向全市开放。  ", good="平台面向全市开放。"),
    ),
)
def blank_at_edge(part: Part) -> Iterator[Hit]:
    """Blanks of any width before the first or behind the last character of a text that has any.

    Those before a sign that might begin something else in the source, a list or a heading, stay.
    """
    text = part.text
    end = len(text.rstrip(_BLANKS))
    if not end:
        return
    head = _HEAD.match(text)
    if head:
        span = Span(*head.span())
        edits = (Edit(span, ""),) if head["word"] else ()
        yield hit(part.passage, span, "段首不用空格或制表符缩进", *edits)
    if end < len(text):
        span = Span(end, len(text))
        yield hit(part.passage, span, "段末不留空格", Edit(span, ""))
