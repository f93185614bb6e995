"""P122: paragraphs that begin with a mark of pause or a closing mark."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_START = Pattern(r"\s*(?P<marks>[，。、；：？！》〉」』”）】〕］｝]+|’(?!\d)|[,;:!?)\].](?=[^\W\dA-Za-z]))")


@rule(
    "P122",
    "paragraph-starts-with-mark",
    title="段首是点号或后半括号",
    about="点号和引号、括号、书名号的后一半不出现在一行之首，更不能开始一段；多半是段落误断，或前面漏了文字。",
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "5.1.1、5.1.3"),
    cues="，。、；：？！》〉」』”）】〕］｝’,;:!?)].",
    yields_to=("M713",),
    examples=(
        Example(bad="，加快建设中试基地。", good="加快建设中试基地。"),
        Example(bad="；各县区同步推进。", good="各县区同步推进。"),
    ),
)
def paragraph_starts_with_mark(part: Part) -> Iterator[Hit]:
    """The marks at the head of any text."""
    match = _START.match(part.text)
    if match:
        yield hit(part.passage, Span(*match.span("marks")), f"段首不能是“{match['marks']}”，前文有缺或应与上段相接")
