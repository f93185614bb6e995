"""P121: marks at the end of a note in brackets within a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import is_han
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_NOTE = Pattern("（[^（）。！？…]{1,200}(?P<mark>[。，；、])）")
_ENDED = frozenset("。！？…：；")
_QUOTES = "”’"


@rule(
    "P121",
    "stop-in-bracket",
    title="句内括号里的末尾用了点号",
    about=(
        "括注在句子里面的，括号内行文的末尾通常不用标点，问号、叹号、省略号除外；"
        "句子的句号放在括号后面。句号之后注释全句的括号里可以用句号。"
    ),
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "A.8、B.2.2"),
    fix=Applicability.UNSAFE,
    cues="）",
    yields_to=("P135",),
    examples=(
        Example(
            bad="申报单位按要求提交材料（清单见附件。）后受理。", good="申报单位按要求提交材料（清单见附件）后受理。"
        ),
        Example(bad="申报单位应当按时提交材料（清单见附件。）", good="申报单位应当按时提交材料（清单见附件）。"),
    ),
)
def stop_in_bracket(part: Part) -> Iterator[Hit]:
    """A mark before the closing half of a bracket that follows a word; one that ends the paragraph moves outside."""
    text = part.text
    for match in _NOTE.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip(_QUOTES)[-1:]
        if not before or before in _ENDED or not (is_han(before) or before.isalnum() or before in "》％%"):
            continue
        mark = match["mark"]
        span = Span(match.start("mark"), match.end())
        moves = mark == "。" and not text[match.end() : match.end() + 1].strip() and not part.kind.is_title
        right = "）。" if moves else "）"
        yield hit(part.passage, span, f"句内括号里的末尾不用“{mark}”", Edit(span, right))
