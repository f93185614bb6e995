"""W906: words that are right in themselves and wrong in their company."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, rule
from kjqb.check.subject import Part
from kjqb.check.wording import corrected
from kjqb.model.bulletin import Severity


@rule(
    "W906",
    "word-confused",
    title="近形、同音的词用混",
    about=(
        "两个词都对、意思不同，看上下文才知道用错：平台用“登录”，台风用“登陆”；公民有“权利”，机关有“权力”；"
        "疫情“暴发”，战争“爆发”；条例“施行”，制度“实行”。上下文不能断定的不指出。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(bad="申报单位应登陆科技管理平台填报。", good="申报单位应登录科技管理平台填报。"),
        Example(bad="依法公布权利清单，保障公民的合法权力。", good="依法公布权力清单，保障公民的合法权利。"),
        Example(bad="本办法自2024年1月1日起实行。", good="本办法自2024年1月1日起施行。"),
        Example(bad="及时处置禽流感爆发。", good="及时处置禽流感暴发。"),
    ),
)
def word_confused(part: Part) -> Iterator[Hit]:
    """Words of the table, in the company that makes them wrong."""
    yield from corrected(part, "confusables", "疑为")
