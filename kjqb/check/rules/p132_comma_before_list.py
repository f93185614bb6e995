"""P132: a comma before items that are parted by semicolons."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_FIRST = Pattern("，(?=(?P<first>一是|一要|第一，|其一[，是]?|首先，|（一）|（1）|①|1[.．]))")
_SECOND = {
    "一是": "二是", "一要": "二要", "第一，": "第二，", "其一": "其二", "首先，": "其次，",
    "（一）": "（二）", "（1）": "（2）", "①": "②", "1.": "2.", "1．": "2．",
}  # fmt: skip
_ENDS = "。！？\n"
_LONGEST = 400
_BEFORE = 120
_ADVERBIAL = Pattern(
    "^[ \u3000]*(?:据|为|通过|围绕|针对|按照|根据|结合|在|以|对|从|当|如果|由于|因|随着|聚焦|立足|坚持|依托|着眼|紧扣"
    "|利用|借助|鉴于|今|去|近|下一?步|目前|当前|同时|此外|另外|其中|具体|总体|总的|一方面|接下来|未来|总之|所以|据此|然而|但)"
    "|[上下中时后前来间年月日步初底末看说讲言此]$|为(?:目标|抓手|契机|重点|核心|主线|导向|统领|引领|基础|载体)$"
)
_ANNOUNCES = Pattern(
    "(?:[0-9两二三四五六七八九十几][大项个点件条类种步层关招手举环方]|以下|如下|下列)[^，。；：]{0,6}$"
    "|(?:要求|提出|指出|强调|建议|认为|工作|措施|任务)$"
)


@rule(
    "P132",
    "comma-before-list",
    title="用分号隔开的列举项前误用逗号",
    about="各项之间用分号，引出各项的话后面就要用冒号，逗号管不住分号。作状语的“为……”“通过……”之后不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.1.4"),
    fix=Applicability.UNSAFE,
    cues="；",
    examples=(
        Example(bad="全市抓好两件大事，一是建库；二是育人。", good="全市抓好两件大事：一是建库；二是育人。"),
        Example(
            bad="验收分为两步，（1）核对台账；（2）现场查看。",
            good="验收分为两步：（1）核对台账；（2）现场查看。",
        ),
    ),
)
def comma_before_list(part: Part) -> Iterator[Hit]:
    """Commas before the first of items whose second stands behind a semicolon, where no colon introduces them."""
    text = part.text
    for match in _FIRST.finditer(text):
        at = match.start()
        second = _SECOND[match["first"] if match["first"] in _SECOND else match["first"][:2]]
        end = _first_of(text, match.end(), min(len(text), at + _LONGEST))
        start = max(text.rfind(mark, max(0, at - _BEFORE), at) for mark in _ENDS + "；：") + 1
        colon = start > 0 and text[start - 1] == "："
        if text.find("；" + second, at, end) >= 0 and not colon and _introduces(text[max(start, at - _BEFORE) : at]):
            span = Span(at, at + 1)
            yield hit(part.passage, span, "各项用“；”隔开，引出各项的“，”应为“：”", Edit(span, "："))


def _introduces(lead: str) -> bool:
    """Whether it announces items rather than says how or when."""
    return _ANNOUNCES.search(lead) is not None or not _ADVERBIAL.search(lead)


def _first_of(text: str, start: int, end: int) -> int:
    """Where the sentence ends."""
    found = [at for mark in _ENDS if (at := text.find(mark, start, end)) >= 0]
    return min(found, default=end)
