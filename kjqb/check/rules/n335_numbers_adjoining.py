"""N335: two Arabic numbers that read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_ADJOINING = Pattern(
    r"(?<![\d.,A-Za-z—～-])(?P<count>[1-9]\d{0,4})(?P<name>"
    r"[2-6]G(?= ?(?:基站|网络|专网|站点|宏站|示范|应用|工厂|终端|手机|项目|车间|产业|"
    r"智慧|试点|融合|场景))|"
    r"3D(?= ?(?:打印|建模|扫描|模型|展厅)))",
    re.ASCII,
)


@rule(
    "N335",
    "numbers-adjoining",
    title="两个阿拉伯数字紧挨着，容易连读",
    about="数量后面紧接以数字开头的名称，会被读成一个数：“35G基站”。应补上量词，或者改变说法。",
    severity=Severity.INFO,
    source=Standard("GB/T 15835—2011", "4.3"),
    cues="GD",
    examples=(
        Example(bad="全市新建35G基站。", good="全市新建3座5G基站。"),
        Example(bad="学校添置23D打印机。", good="学校添置2台3D打印机。"),
    ),
)
def numbers_adjoining(part: Part) -> Iterator[Hit]:
    """A count right before a name that begins with a digit."""
    for match in _ADJOINING.finditer(part.text):
        count, name = match["count"], match["name"]
        yield hit(part.passage, Span(*match.span()), f"“{match[0]}”容易连读，“{count}”与“{name}”之间应有量词")
