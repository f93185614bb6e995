"""S509: long sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kjqb.check.rule import HOUSE, Example, Hit, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_SENTENCE = Pattern("[^。！？]{1,100000}(?:[。！？][”’』」）]*)?")
_BODY = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long they may be, in characters without blanks."""

    sentence: int = field(default=150, metadata={"about": "一句最多的字数，0为不限"})
    paragraph: int = field(default=600, metadata={"about": "一段最多的字数，0为不限"})


@rule(
    "S509",
    "sentence-long",
    title="句子或段落过长",
    about=("句子、段落太长不便阅读，宜拆开；字数上限可以设定，空格不计。用分号隔开的句子看其中最长的一个分句。"),
    severity=Severity.INFO,
    source=HOUSE,
    examples=(
        Example(
            bad="全市建设共享平台，引进青年人才，优化营商环境。",
            good="全市建设共享平台。全市引进青年人才，优化营商环境。",
            config="sentence = 20",
        ),
        Example(
            bad="全市建设共享平台。全市引进青年人才。全市优化营商环境。",
            good="全市建设共享平台。全市引进青年人才。\n全市优化营商环境。",
            config="paragraph = 20",
        ),
    ),
)
def sentence_long(part: Part, lengths: Lengths) -> Iterator[Hit]:
    """Sentences whose longest part between semicolons exceeds the limit, and paragraphs that do."""
    if part.kind not in _BODY or len(part.text) <= min(
        lengths.sentence or len(part.text), lengths.paragraph or len(part.text)
    ):
        return
    for match in _SENTENCE.finditer(part.text) if lengths.sentence else ():
        start, end = _longest_part(match.start(), match[0])
        long = _length(part.text[start:end])
        if long > lengths.sentence:
            yield hit(part.passage, Span(start, end), f"这一句有{long}字，超过{lengths.sentence}字，宜拆开")
    whole = _length(part.text)
    if 0 < lengths.paragraph < whole:
        message = f"这一段有{whole}字，超过{lengths.paragraph}字，宜分段"
        yield hit(part.passage, Span(0, len(part.text)), message)


def _longest_part(at: int, sentence: str) -> tuple[int, int]:
    """Where the longest part between semicolons stands in the text whose character `at` begins the sentence."""
    longest = (at, at)
    for piece in sentence.split("；"):
        if _length(piece) > longest[1] - longest[0]:
            longest = (at, at + len(piece))
        at += len(piece) + 1
    return longest


def _length(text: str) -> int:
    return len("".join(text.split()))
