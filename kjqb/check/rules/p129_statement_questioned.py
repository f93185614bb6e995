"""P129: a question mark behind a statement that holds a question word."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_QUESTION = Pattern("？(?![？！])")
_SENTENCE_END = "。？！；：“”\n"
_LONGEST = 80
_HOW = "如何|怎样|怎么|怎么样|是否|能否|为何|为什么|何时|何处|哪些|哪种|哪类|哪个|谁|什么|多少|几"
_INDIRECT = Pattern(
    f"(?:不(?:知道|清楚|明白|了解|确定|问)|取决于|有赖于|"
    f"(?:重点|深入|进一步|着力|专题|共同|认真|系统|会议|专门|反复|集中|主要|一起|并|还|将|来|去|为|和|、|，|^)"
    f"(?:研究|探讨|探索|讨论|思考|研讨|交流|商讨|明确|论证|说明|分析|介绍|关注))"
    f"[^，。？！；：]{{0,16}}(?:{_HOW})[^。？！；：]{{2,}}$"
)
_DIRECT = Pattern("[你您](?![省市县区局厅委部院校办])|[吗呢吧么]$|难道|岂|莫非|何不|怎能|怎么能|(?:什么|谁|哪里|哪些)$")


@rule(
    "P129",
    "statement-questioned",
    title="陈述句末误用问号",
    about="句中虽有“如何”“是否”等疑问词，全句却在陈述一件事，如“不知道……”“取决于……”“研究如何……”，句末用句号。",
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "A.2"),
    fix=Applicability.UNSAFE,
    cues="？",
    examples=(
        Example(bad="会议重点研究如何落实配套资金？", good="会议重点研究如何落实配套资金。"),
        Example(bad="成果能否转化取决于企业是否参与研发？", good="成果能否转化取决于企业是否参与研发。"),
        Example(bad="不少农户不知道怎样申请补贴？", good="不少农户不知道怎样申请补贴。"),
    ),
)
def statement_questioned(part: Part) -> Iterator[Hit]:
    """Question marks behind a sentence whose question word is the object of a verb, and that asks nobody."""
    text = part.text
    if part.kind.is_title:
        return
    for match in _QUESTION.finditer(text):
        start = max(text.rfind(mark, max(0, match.start() - _LONGEST), match.start()) for mark in _SENTENCE_END) + 1
        sentence = text[max(start, match.start() - _LONGEST) : match.start()]
        if _INDIRECT.search(sentence) and not _DIRECT.search(sentence):
            span = Span(*match.span())
            yield hit(part.passage, span, "全句是陈述，句末“？”应为“。”", Edit(span, "。"))
