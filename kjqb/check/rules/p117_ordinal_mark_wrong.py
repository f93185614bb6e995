"""P117: wrong marks behind ordinals."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_CHINESE = "[一二三四五六七八九十]{1,3}"
_ADVERBS = "(?:首先|其次|再次|最后)"
_START = r"(?:^\s*|(?<=[。；：！？])\s?)"
_CLAUSE_START = r"(?:^\s*|(?<=[。；：！？，“])\s?)"
_MARKS = "、，。：；．.,:"
_BRACKETED = rf"(?:[（(](?:{_CHINESE}|\d{{1,2}})[）)]|\d{{1,2}}[）)]|[①-⑳])"
_WRONG = (
    (Pattern(rf"{_START}(?P<label>{_BRACKETED}) ?(?P<mark>[{_MARKS}])(?!\d{{1,2}}[、.．)）]|[（(①-⑳])(?=.)"), ""),
    (
        Pattern(
            r"^\s*(?P<label>\d{1,2}|[A-Za-z]) ?(?P<mark>[、，：。])"
            r"(?=[^\dA-Za-z\s]|[A-Z]{2}|\d{4}年|\d{1,6}(?:\.\d{1,3})?[%％])"
        ),
        ".",
    ),
    (Pattern(r"(?<=[。；：])(?P<label>\d{1,2})(?P<mark>、)(?=[^\x00-\xff][^、]{3})"), "."),
    (
        Pattern(
            rf"^\s*(?P<label>{_CHINESE}) ?(?P<mark>[．.，。：,:])"
            rf"(?!\d{{1,9}}(?![\d年月%])|[{_MARKS}])(?!{_CHINESE}[、是])(?=.)"
        ),
        "、",
    ),
    (Pattern(rf"{_CLAUSE_START}(?P<label>[第其]{_CHINESE})(?P<mark>[、．.])(?![一二三四五六七八九十第其])"), "，"),
    (Pattern(rf"{_CLAUSE_START}(?P<label>{_ADVERBS})(?P<mark>[、．.])(?!{_ADVERBS})"), "，"),
)
"""The ordinals of each kind with a wrong mark, and the mark that should stand there."""


@rule(
    "P117",
    "ordinal-mark-wrong",
    title="序号后的标点不对",
    about=(
        "“一”后用顿号，“1”“A”后用下脚点，“（一）”“（1）”“①”后不用标点，“第一”“其一”“首先”后用逗号。"
        "年份、条款的引用和“第二、三产业”之类不算。"
    ),
    severity=Severity.ERROR,
    source=Standard("GB/T 15834—2011", "B.3.1、B.3.2、B.3.3、B.3.4"),
    fix=Applicability.SAFE,
    cues=_MARKS,
    yields_to=("P140",),
    examples=(
        Example(bad="（一）、建设中试基地。", good="（一）建设中试基地。"),
        Example(bad="1、建设中试基地。", good="1.建设中试基地。"),
        Example(bad="## 一．建设中试基地\n基地已经建成。", good="## 一、建设中试基地\n基地已经建成。"),
        Example(
            bad="第一、要建好中试基地。第二，要用好专业人才。", good="第一，要建好中试基地。第二，要用好专业人才。"
        ),
    ),
)
def ordinal_mark_wrong(part: Part) -> Iterator[Hit]:
    """Ordinals at the start of a paragraph, sentence or clause with another mark than theirs, or one too many."""
    text = part.text
    for pattern, right in _WRONG:
        for match in pattern.finditer(text):
            label, span = match["label"], Span(match.start("label"), match.end("mark"))
            message = f"“{text[span.start : span.end]}”应为“{label}{right}”"
            yield hit(part.passage, span, message, Edit(Span(match.end("label"), span.end), right))
