"""K204: blanks behind the number of an item."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.blanks import follows_list_number, inner_blanks
from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.spans import Edit


@rule(
    "K204",
    "blank-behind-list-number",
    title="序号后有空格",
    about=(
        "“一、”“（一）”“1.”“（1）”“①”等序号后面紧接正文，不留空格；"
        "“第一章”“2.1”“图1”之后的空格不归本条，序号与正文的数字会连读时空格保留。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    yields_to=("K203", "P103", "P117"),
    cues=" \t",
    examples=(
        Example(bad="（1） 建设中试基地。\n（2）完善服务体系。", good="（1）建设中试基地。\n（2）完善服务体系。"),
        Example(bad="## 一、 主要做法\n平台面向全市开放。", good="## 一、主要做法\n平台面向全市开放。"),
        Example(bad="1. 组建专家团队。\n2. 落实项目经费。", good="1.组建专家团队。\n2.落实项目经费。"),
    ),
)
def blank_behind_list_number(part: Part) -> Iterator[Hit]:
    """Blanks between the number of an item, at a paragraph's head or behind a mark, and what it numbers."""
    for span in inner_blanks(part):
        if follows_list_number(part.text, span):
            yield hit(part.passage, span, "序号后不留空格", Edit(span, ""))
