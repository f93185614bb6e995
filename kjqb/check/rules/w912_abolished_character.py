"""W912: words written with abolished characters."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, rule
from kjqb.check.subject import Part
from kjqb.check.wording import corrected
from kjqb.model.bulletin import Severity


@rule(
    "W912",
    "abolished-character",
    title="词里有已废除的异体字",
    about=(
        "《第一批异形词整理表》附录列出的词，含有早已废除的异体字或繁体字，要改用规范字。"
        "《通用规范汉字表》已恢复的字（蹚、噘、桠等）不管。"
    ),
    severity=Severity.ERROR,
    source=Standard("GF 1001—2001", "4.3"),
    fix=Applicability.SAFE,
    examples=(
        Example(bad="展区陈列当地企业生产的傢具。", good="展区陈列当地企业生产的家具。"),
        Example(bad="果园生产的水菓全部检测合格。", good="果园生产的水果全部检测合格。"),
    ),
    cues="牴啑彷髣颺雰搆菓衚餬蔾傢儌徼侷跼剋濛崑働菉劄矇瀰顦袴慇蹠",
)
def abolished_character(part: Part) -> Iterator[Hit]:
    """Words of the table."""
    yield from corrected(part, "abolished")
