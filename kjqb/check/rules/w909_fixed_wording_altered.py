"""W909: the house's fixed wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span


@dataclass(frozen=True, slots=True)
class Terms:
    """Which wordings are fixed."""

    terms: tuple[tuple[str, str], ...] = field(
        default=(), metadata={"about": "固定提法，成对写：先写要找的写法，再写正确的提法"}
    )


@rule(
    "W909",
    "fixed-wording-altered",
    title="固定提法有误",
    about="职务、规划、工程、机构和口号的提法由本刊在kjqb.toml里列出，成对写；没有列出时这条规则不起作用。",
    severity=Severity.ERROR,
    source=HOUSE,
    fix=Applicability.UNSAFE,
    examples=(
        Example(
            bad="某市启动科技强市三年行动方案。",
            good="某市启动科技强市三年行动计划。",
            config='terms = [["科技强市三年行动方案", "科技强市三年行动计划"]]',
        ),
        Example(
            bad="会议听取市科委的汇报。",
            good="会议听取市科学技术局的汇报。",
            config='terms = [["市科委", "市科学技术局"], ["科技局", "科学技术局"]]',
        ),
    ),
)
def fixed_wording_altered(part: Part, terms: Terms) -> Iterator[Hit]:
    """The wordings listed, the longest at each place; one that stands within the right wording is right."""
    if not terms.terms:
        return
    right = dict(terms.terms)
    for match in _pattern(terms.terms).finditer(part.text):
        if match[0] in right:
            span = Span(*match.span())
            yield hit(part.passage, span, f"“{match[0]}”应为固定提法：{right[match[0]]}", Edit(span, right[match[0]]))


@lru_cache(maxsize=8)
def _pattern(terms: tuple[tuple[str, str], ...]) -> Pattern:
    """What is looked for and what is right, so that neither is found within the other."""
    wordings = {wording for pair in terms for wording in pair}
    return Pattern("|".join(map(re.escape, sorted(wordings, key=lambda wording: (-len(wording), wording)))))
