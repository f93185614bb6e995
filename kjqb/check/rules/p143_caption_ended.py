"""P143: a full stop at the end of a caption."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LABELLED = Pattern(
    r"附?[图表] ?(?:\d{1,3}(?:[-.—]\d{1,3}){0,2}|[一二三四五六七八九十]{1,3})[ \u3000：:](?P<title>[^，；]{1,60})$"
)
_SENTENCE = Pattern(
    "^(?:为|是|中|系|即)|显示|表明|给出|列出|列有|反映|展示|可见|可知|说明[了：]|概括|比较了|描述|汇总了|分别是"
)
_LONGEST = 80
_BLANKS = " \t\u3000"


@rule(
    "P143",
    "caption-ended",
    title="图题、表题末尾有句号",
    about="图、表的说明文字末尾不用句号；中间已有句号的，最后也不用。问号、叹号、省略号可以用。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "A.1"),
    fix=Applicability.SAFE,
    cues="。，；、：",
    examples=(
        Example(bad="图1 试验田全景。", good="图1 试验田全景", part=Kind.CAPTION),
        Example(
            bad="图2 测产现场。左侧为对照田。",
            good="图2 测产现场。左侧为对照田",
            part=Kind.CAPTION,
        ),
        Example(bad="各县经费分年拨付。\n表2 各县经费安排。", good="各县经费分年拨付。\n表2 各县经费安排"),
    ),
)
def caption_ended(part: Part) -> Iterator[Hit]:
    """A full stop or mark of pause that ends a caption, or a paragraph that is the label and title of a table."""
    text = part.text.rstrip(_BLANKS)
    bare = text.rstrip("。，；、：")
    if bare != text and bare and (part.kind is Kind.CAPTION or _is_title(part, text)):
        span = Span(len(bare), len(text))
        yield hit(part.passage, span, f"图题、表题末尾不用“{text[span.start :]}”", Edit(span, ""))


def _is_title(part: Part, text: str) -> bool:
    if part.kind is not Kind.PARAGRAPH or len(text) > _LONGEST or not text.endswith("。"):
        return False
    match = _LABELLED.match(text)
    return match is not None and not _SENTENCE.search(match["title"])
