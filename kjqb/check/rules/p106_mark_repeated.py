"""P106: marks that are repeated or clash."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_RUN = Pattern("[，。、；：？！]{2,}")
_EMPHATIC = Pattern("[？！]+")
_ELLIPSIS = Pattern("。{3,}")


@rule(
    "P106",
    "mark-repeated",
    title="标点重复或冲突",
    about=(
        "一处停顿只用一个标点。同一标点误打两次可自动删去；两种标点并用的，要由编辑决定留哪一个。"
        "“？！”“！！！”等表示语气的叠用不算。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    fix=Applicability.SAFE,
    cues="，。、；：？！",
    yields_to=("N327",),
    examples=(
        Example(bad="项目已通过验收。。", good="项目已通过验收。"),
        Example(bad="涉及土壤、、水质和大气。", good="涉及土壤、水质和大气。"),
        Example(bad="新建平台6个，、改建2个。", good="新建平台6个，改建2个。"),
    ),
)
def mark_repeated(part: Part) -> Iterator[Hit]:
    """Runs of marks of pause and end, question and exclamation among themselves aside."""
    for match in _RUN.finditer(part.text):
        run, span = match[0], Span(*match.span())
        if _EMPHATIC.fullmatch(run):
            continue
        if _ELLIPSIS.fullmatch(run):
            yield hit(part.passage, span, f"“{run}”应为一个句号或省略号")
        elif len(set(run)) == 1:
            yield hit(part.passage, span, f"标点重复：“{run}”应为“{run[0]}”", Edit(span, run[0]))
        else:
            yield hit(part.passage, span, f"“{run}”不能连用，只应留一个")
