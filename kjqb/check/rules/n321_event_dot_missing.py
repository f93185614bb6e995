"""N321: events named after their month and day without the middle dot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_EVENT = (
    "事件|事故|地震|惨案|纪念|大案|专案|案件|火灾|爆炸|洪灾|泥石流|讲话|重要讲话|特大|重大|暴雨|暴恐|国际|世界|全国|消费者|"
    "打假|晚会|维权|防灾|国家|汶川|玉树|宪法|禁毒|消防|知识产权|环境日|植树|妇女|劳动|青年|儿童|教师节|护士节|航天日|国家安全"
)
_NAME = Pattern(
    r"(?P<quote>“)?(?<!\d[:：])(?<![\d./A-Za-z版第到至为达—～~-])(?P<month>1[0-2]|[1-9])(?P<dot>[.．-])(?P<day>3[01]|[12]\d|"
    r"[1-9])(?![\d.]|-\d)"
    rf"(?P<closed>”)?(?P<event>{_EVENT})?",
    re.ASCII,
)
_KNOWN = frozenset(
    {"3.8", "3.12", "3.15", "4.15", "4.23", "4.26", "5.1", "5.4", "5.12", "5.18", "5.30", "6.1", "6.5", "6.26", "7.1",
     "7.7", "7.20", "8.1", "9.3", "9.11", "9.18", "10.1", "11.9", "12.4", "12.9", "12.13"}
)  # fmt: skip
_NUMBERS = Pattern("(?:版本?|代|倍|分|%|万|亿|元|米|级|寸|系列|标准|时代|模式|阶段)")


@rule(
    "N321",
    "event-dot-missing",
    title="以月日命名的事件没有用间隔号",
    about="用阿拉伯数字月日命名的事件和节日，月、日之间用间隔号，并加引号：“3·15”消费者权益日。版本号和小数不算。",
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "4.14.3.5"),
    fix=Applicability.SAFE,
    cues=".．-",
    yields_to=("P123",),
    examples=(
        Example(bad="全市开展“3.15”消费者权益日活动。", good="全市开展“3·15”消费者权益日活动。"),
        Example(bad="各校举行“5.12”防灾减灾演练。", good="各校举行“5·12”防灾减灾演练。"),
        Example(bad="各地开展12.4国家宪法日宣传。", good="各地开展“12·4”国家宪法日宣传。"),
    ),
)
def event_dot_missing(part: Part) -> Iterator[Hit]:
    """Month and day of a known event, or before a word for one, with a low dot or a hyphen between them."""
    for match in _NAME.finditer(part.text):
        quoted = match["quote"] is not None
        known = f"{match['month']}.{match['day']}" in _KNOWN
        if not (match["event"] or (quoted and match["closed"] and known)):
            continue
        if _NUMBERS.match(part.text, match.end("closed") if match["closed"] else match.end("day")):
            continue
        name = f"{match['month']}·{match['day']}"
        dot = Span(*match.span("dot"))
        inner = Span(match.start("month"), match.end("day"))
        shown = part.text[inner.start : inner.end]
        if quoted:
            yield hit(part.passage, inner, f"“{shown}”应为“{name}”", Edit(dot, "·"))
        else:
            yield hit(part.passage, inner, f"“{shown}”应写作“{name}”并加引号", Edit(inner, f"“{name}”"))
