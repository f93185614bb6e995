"""P119: a colon in a sentence that a colon has already opened."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_LOOKED_AT = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.NOTE})
_STOP = Pattern("[。！？：“”《》（）‘’]")
_OPENERS, _CLOSERS = frozenset("“‘《（"), frozenset("”’》）")
_INTRODUCES = Pattern(
    "(?:指出|提出|强调|要求|表示|认为|明确|规定|介绍|说|如下|以下|包括|分为|分别是|方面|即|[是为有]|问题|措施|任务|原则|目标"
    "|意见|建议|举措|特点|做法|经验|结论|体现在|在于|表明|显示|写道|[^责牵]任务|[几一二三四五六七八九十两\\d][点条项步类种个件]"
    "|件事|[个项条大件]?(?:工作|内容|重点|变化|突破|转变))$"
)
_NEAR = 8


@rule(
    "P119",
    "colon-within-colon",
    title="冒号套用",
    about=(
        "一个句子里，冒号的提示范围到句末为止，中间不再套用冒号；不得已时另起一段分层列出。"
        "引号、括号、书名号里的冒号和“责任单位：”一类的项目名不算。"
    ),
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "4.7.3.5"),
    cues="：",
    yields_to=("P131",),
    examples=(
        Example(
            bad="会议提出：主要任务如下：建平台、引人才。",
            good="会议提出，主要任务如下：建平台、引人才。",
        ),
        Example(
            bad="要抓好两件事：一是建平台，包括：设备、场地和数据；二是引人才。",
            good="要抓好两件事：一是建平台，包括设备、场地和数据；二是引人才。",
        ),
    ),
)
def colon_within_colon(part: Part) -> Iterator[Hit]:
    """The second and later colons of a sentence, where both introduce what follows and neither is quoted."""
    if part.kind not in _LOOKED_AT or part.text.count("：") < 2:
        return
    text, depth, introduced = part.text, 0, False
    for match in _STOP.finditer(text):
        mark = match[0]
        if mark in _OPENERS:
            depth += 1
        elif mark in _CLOSERS:
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif mark != "：":
            introduced = False
        elif _INTRODUCES.search(text[max(0, match.start() - _NEAR) : match.start()]):
            if introduced:
                yield hit(part.passage, Span(*match.span()), "本句前面已用冒号，这里不宜套用")
            introduced = True
