"""Numbers of measures that a text states: 四措并举, 6个方面, 三项措施如下."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.text.numerals import CHINESE_NUMERAL, parse_chinese
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_NUMBER = (
    rf"(?<![第前后\d.—～至{CHINESE_NUMERAL}])(?:[1-9]\d?(?![\d.])|[二两三四五六七八九十]{{1,3}}(?![{CHINESE_NUMERAL}]))"
)
_NOUN = (
    "方面|措施|举措|任务|做法|经验|问题|原因|特点|要求|意见|建议|环节|步骤|办法|抓手|机制|工程|原则|目标|途径|路径|难题"
    "|要点|关键|阶段|层面|维度|方式|方向|工作|行动|模式|转变|突破|亮点|成效|优势|短板|思路|渠道|内容"
)
_ADJECTIVE = (
    "重点|主要|关键|具体|核心|基本|突出|重大|创新|务实|有力|特色|专项|扎实|硬核|配套|保障|改革|支持|政策|惠企"
    "|方面的?|工作|新|大|实"
)
_PARALLEL = (
    "强化|坚持|到位|着力|确保|聚焦|突出|注重|转变|提升|结合|加强|推进|推动|必须|更加|严格|融入|优先|抓好|狠抓|紧盯|打造|突破|创新|完善|健全|优化|加快"
    "|深化|促进|围绕|锚定|拓展"
)
_MEASURES = (
    rf"个(?:{_PARALLEL})(?=”?[：:]?$)"
    rf"|(?:个|项|大|种|类|条|点|招)(?:{_ADJECTIVE}){{0,2}}(?:{_NOUN})|[条点步招项类措策]|个方面|大方面"
)
_LEAD = Pattern(rf"(?P<number>{_NUMBER})(?:{_MEASURES})(?P<slogan>并举|并施|齐发|并进|齐抓|发力)?")
_BEHIND = Pattern(
    r"(?:如下|的?工作|入手|着手|着力|发力|推进|落实|展开|开展|并举|并重|为抓手|做起|”|做好[^，。：；]{1,10}|[^，。：；“”]{1,12})?[：，。]?\s*$"
)
_MAIN_VERBS = Pattern(
    "(?:采取|推出|实施|出台|制定|提出|落实|抓好|抓实|做好|做到|突出|聚焦|围绕|从|坚持|开展|主要有|分为|分|有|存在|重点抓|取得"
    "|推行|探索|明确|以下|建立|通过|用好|把握|完成|推进|形成|打造|采用|运用|包括|强化|总结出?|是)(?:了|出|出了|以下|如下|好|这|上述|好了)?$"
)
_IN_PART = Pattern(
    "其中|例如|比如|譬如|部分|之一|等[一二三四五六七八九十0-9]|选取|选择|摘要|摘编|余[项条个]|多[项条个]"
)
_TITLE = Pattern(
    rf"(?P<number>{_NUMBER})(?:(?:措|策|招|轮|箭|管|维|路径?|项措施|项举措|大举措|条措施|个方面|大行动|项行动|大工程|项机制|大机制)"
    r"(?:并举|并施|并进|齐下|齐发|齐抓|发力|联动|驱动|同发|协同|并重)?)"
)
_QUOTED = Pattern(
    rf"(?P<items>(?:“[^“”]{{1,40}}”[、，]?(?:以及|及|和|与|暨)?){{2,30}}|(?:《[^《》]{{1,40}}》[、，]?(?:以及|及|和|与)?){{2,30}})"
    rf"(?P<etc>等)?(?P<stated>(?P<number>{_NUMBER})(?:(?:个|项|大|种|类|条|部|份)(?:{_ADJECTIVE}){{0,2}}"
    rf"(?:{_NOUN}|文件|方案|政策|条例|细则)|个|项(?=[，。；]))(?=(?P<behind>.?)))"
)
_OPENING = Pattern("[“《]")
_LAST_JOINED = Pattern("(?:以及|及|和|与|暨)[“《][^“”《》]{1,40}[”》]$")
_LONGEST = 300
"""Characters of a lead that are looked at."""
_SENTENCE_END = Pattern("[。！？；]")


@dataclass(frozen=True, slots=True)
class Stated:
    """A number of items, and the words that state it."""

    number: int
    span: Span
    text: str


def in_title(text: str) -> Stated | None:
    """The one number of measures that a title states; None where it states none, or several."""
    found = [_stated(match["number"], match.span(), match[0]) for match in _TITLE.finditer(text)]
    return found[0] if len(found) == 1 else None


def in_lead(text: str) -> Stated | None:
    """The number that the last sentence before a list states of it; None where it is not certain to be of the list."""
    bare = text[-_LONGEST:].rstrip()
    shift = max(0, len(text) - _LONGEST)
    start = _last_sentence(bare)
    sentence = bare[start:]
    if _IN_PART.search(sentence):
        return None
    found = list(_LEAD.finditer(sentence))
    if len(found) != 1:
        return None
    match = found[0]
    ends_it = "，" not in sentence[match.end() :].rstrip("，：。") and _BEHIND.fullmatch(sentence, match.end())
    if (
        not match["slogan"]
        and not ends_it
        and not _MAIN_VERBS.search(sentence[max(0, match.start() - 8) : match.start()])
    ):
        return None
    return _stated(match["number"], (shift + start + match.start(), shift + start + match.end()), match[0])


def quoted(text: str) -> Iterator[tuple[Stated, int]]:
    """Numbers stated right behind quoted items, or titles, that are not the number of these; with the latter.

    Behind 等 only a number smaller than theirs is wrong, unless 以及 or 和 before the last one closes the list.
    """
    for match in _QUOTED.finditer(text):
        number = _value(match["number"])
        listed = sum(1 for _ in _OPENING.finditer(match["items"]))
        closed = not match["etc"] or _LAST_JOINED.search(match["items"]) is not None
        if listed > number or (closed and listed != number):
            span = Span(*match.span("stated"))
            yield Stated(number, span, match["stated"]), listed


def _last_sentence(text: str) -> int:
    """Where the last sentence begins, its end mark, a colon or comma aside."""
    last = 0
    for match in _SENTENCE_END.finditer(text, 0, max(0, len(text) - 1)):
        last = match.end()
    return last


def _stated(numeral: str, span: tuple[int, int], text: str) -> Stated:
    return Stated(_value(numeral), Span(*span), text)


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else parse_chinese(numeral) or 0
