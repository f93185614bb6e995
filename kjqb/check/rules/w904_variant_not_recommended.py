"""W904: variants of words that are not recommended."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, rule
from kjqb.check.subject import Part
from kjqb.check.wording import corrected
from kjqb.model.bulletin import Severity


@rule(
    "W904",
    "variant-not-recommended",
    title="异形词未用推荐词形",
    about=(
        "一个词有几种写法的，用《第一批异形词整理表》推荐的写法。“标识”等另有意义的写法不管。"
        "“其它”“座落”等几个词不在那份表里，按本刊选定的写法，写明“本刊用”。"
    ),
    severity=Severity.INFO,
    source=Standard("GF 1001—2001", "5.2"),
    fix=Applicability.SAFE,
    examples=(
        Example(bad="编者加了案语，说明样品的主要成份。", good="编者加了按语，说明样品的主要成分。"),
        Example(bad="专家组折衷考虑其它方案。", good="专家组折中考虑其他方案。"),
        Example(bad="## 引进人材，精简定单流程\n全市施行新办法。", good="## 引进人才，精简订单流程\n全市施行新办法。"),
    ),
)
def variant_not_recommended(part: Part) -> Iterator[Hit]:
    """Words of the standard's table and of the bulletin's, where their characters do not belong to other words."""
    yield from corrected(part, "variants", "宜作")
    yield from corrected(part, "house_forms", "本刊用")
