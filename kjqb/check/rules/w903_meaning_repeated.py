"""W903: what says one thing twice."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, rule
from kjqb.check.subject import Part
from kjqb.check.wording import corrected
from kjqb.model.bulletin import Severity


@rule(
    "W903",
    "meaning-repeated",
    title="语义重复",
    about=(
        "“涉及”含“到”，“来自”含“于”，“亲眼”与“目睹”同义，留一个就够。"
        "“涉及到期债务”这样分属两词的不算，通行的“成为了”“必须要”也不管。"
    ),
    severity=Severity.INFO,
    source=PRACTICE,
    fix=Applicability.UNSAFE,
    yields_to=("N313",),
    examples=(
        Example(bad="改革涉及到12个部门，建议主要来自于基层。", good="改革涉及12个部门，建议主要来自基层。"),
        Example(bad="设立资金的目的是为了鼓励创新。", good="设立资金的目的是鼓励创新。"),
        Example(bad="过半数以上的企业完成改造。", good="过半数的企业完成改造。"),
    ),
)
def meaning_repeated(part: Part) -> Iterator[Hit]:
    """Wordings of the table."""
    yield from corrected(part, "pleonasms", "语义重复，可改为")
