"""P110: titles that end in a mark."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_MARKS = "。，、；：.．"
_LAST = Pattern("[，、；：.．]+|。")


@rule(
    "P110",
    "title-punctuated",
    title="题目末尾有点号",
    about="题目和小标题末尾不用句号、逗号、顿号、分号、冒号；问号、叹号、省略号可以保留。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.4"),
    fix=Applicability.SAFE,
    cues=_MARKS,
    yields_to=("S506",),
    examples=(
        Example(bad="某市科技成果转化取得新成效。", good="某市科技成果转化取得新成效", part=Kind.TITLE),
        Example(
            bad="## 一、完善工作机制；\n机制已经建立。", good="## 一、完善工作机制\n机制已经建立。", part=Kind.HEADING
        ),
    ),
)
def title_punctuated(part: Part) -> Iterator[Hit]:
    """Titles, headings and entries of the contents list that end in a mark of pause, or in a full stop."""
    if not part.kind.is_title:
        return
    text = part.text.rstrip()
    bare = text.rstrip(_MARKS)
    if not bare or bare == text or "。" in bare or not is_chinese(bare[-1]):
        return
    span = Span(len(bare), len(text))
    yield hit(part.passage, span, f"题目末尾不用“{text[len(bare) :]}”", Edit(span, ""))
