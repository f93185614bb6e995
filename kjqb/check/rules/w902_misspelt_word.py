"""W902: words that are always misspelt as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Applicability, Example, Hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.check.wording import corrected
from kjqb.model.bulletin import Severity


@rule(
    "W902",
    "misspelt-word",
    title="错别字、误写的词",
    about=(
        "表中的写法在规范的简体文字里总是错的。两个词相连恰好凑成表中的字（全部份额、按装机容量）不算；"
        "两种写法都通行的词不在表中，见W904和W907。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    fix=Applicability.SAFE,
    examples=(
        Example(
            bad="部份企业已在平台注册帐号。",
            good="部分企业已在平台注册账号。",
        ),
        Example(bad="既使条件有限，也要按时完成设备按装。", good="即使条件有限，也要按时完成设备安装。"),
        Example(bad="秸杆综合利用取得成效", good="秸秆综合利用取得成效", part=Kind.TITLE),
    ),
)
def misspelt_word(part: Part) -> Iterator[Hit]:
    """Words of the table, where their characters do not belong to other words."""
    yield from corrected(part, "misspelt")
