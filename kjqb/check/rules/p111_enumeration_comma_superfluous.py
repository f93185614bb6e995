"""P111: enumeration commas between quoted words or titles in a row."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LIST = Pattern(r"(?:“[^“”]{1,80}”、?){2,}|(?:《[^《》]{1,80}》、?){2,}")
_NOTE_WITHIN = Pattern("[（(][^（()）]{0,80}[）)][、和与及以]")
_GAP = Pattern("(?<=[”》])、(?=[“《])")


@rule(
    "P111",
    "enumeration-comma-superfluous",
    title="并列的引号或书名号之间用了顿号",
    about=(
        "并列的引号之间、并列的书名号之间通常不用顿号。其中有一项不带引号或书名号，或后面带括注的，"
        "整个序列用顿号隔开也对。"
    ),
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "4.5.3.5"),
    fix=Applicability.SAFE,
    cues="”》",
    examples=(
        Example(bad="企业获评“绿色工厂”、“智能工厂”。", good="企业获评“绿色工厂”“智能工厂”。"),
        Example(
            bad="会议学习了《科学技术进步法》、《促进科技成果转化法》和《专利法》。",
            good="会议学习了《科学技术进步法》《促进科技成果转化法》和《专利法》。",
        ),
    ),
)
def enumeration_comma_superfluous(part: Part) -> Iterator[Hit]:
    """Each such mark of a row of which every item is quoted, or in title marks, and none has a note in brackets."""
    text = part.text
    for match in _LIST.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before == "、" or match[0].endswith("、") or _NOTE_WITHIN.match(text, match.end()):
            continue
        for gap in _GAP.finditer(text, match.start(), match.end()):
            span = Span(*gap.span())
            kind = "引号" if text[gap.end()] == "“" else "书名号"
            yield hit(part.passage, span, f"并列的{kind}之间不用“、”", Edit(span, ""))
