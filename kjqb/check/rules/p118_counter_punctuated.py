"""P118: marks behind 一是, 二是."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_COUNTER = Pattern(
    r"(?:^|(?<=[。；：！？，、“（\s]))(?P<label>[一二三四五六七八九十]{1,3}[是要来则])(?P<mark>[，、：,:；] ?)(?=\S)"
)
_MENTIONED = Pattern("[一二三四五六七八九十]{1,3}是")


@rule(
    "P118",
    "counter-punctuated",
    title="“一是”后有点号",
    about="“一是”“二是”一类叙述性的序次语后面不用标点，直接说下文。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.3.7"),
    fix=Applicability.SAFE,
    cues="是要来则",
    examples=(
        Example(bad="一是，建设中试基地；二是引进专业人才。", good="一是建设中试基地；二是引进专业人才。"),
        Example(bad="一是：建设中试基地。二是：引进专业人才。", good="一是建设中试基地。二是引进专业人才。"),
    ),
)
def counter_punctuated(part: Part) -> Iterator[Hit]:
    """A mark directly behind such a counter that opens a clause."""
    for match in _COUNTER.finditer(part.text):
        if not _MENTIONED.match(part.text, match.end()):
            span = Span(match.start("label"), match.end())
            mark = Span(*match.span("mark"))
            yield hit(part.passage, span, f"“{match['label']}”后不用“{match['mark'].strip()}”", Edit(mark, ""))
