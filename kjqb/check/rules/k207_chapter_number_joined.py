"""K207: the number of a chapter or an article of a regulation, and no blank behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Kind, Part
from kjqb.model.bulletin import Severity
from kjqb.text.characters import ends_sentence
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_LABEL = Pattern(
    "第(?P<number>[一二三四五六七八九十百零〇]{1,6}|[0-9]{1,3})(?P<unit>[章节编条篇]|部分)(?P<rest>[\u4e00-\u9fff“《][^\n]{0,60})"
)
_NO_HEADING = {
    "章": Pattern("鱼|程"),
    "节": Pattern("课|车|能|约|点|目|日|奏|电"),
    "编": Pattern("队|组|号|制|辑|写"),
    "篇": Pattern("[^，。]{0,8}(?:论文|文章|报告|报道|通讯|稿)"),
    "部分": Pattern("的|是|为|资金|企业|项目|地区"),
}
_CONTINUED = Pattern(
    "[的至和与、之第]|及(?!时)|以[及外内]|所[列述规]|中(?![央小介心国等外医])|规定|指出|提出|明确|要求|[款项](?:$|[的、，])"
)
_LINE = Pattern(
    "[^，。；、]{0,12}(?:线|路|河|沟|街|链|船|鱼|消息|新闻|隧道|跑道|通道|渠道|措施|建议|意见|经验|道|带|廊|信息|标准|办法是)"
)
_PROVISION = Pattern(
    "应当|必须|不得|可以|适用|是指|负责|依法|本办法|本条例|本法|本规定|本细则|制定|根据|为了|禁止|建立|由"
)
_SMALL = frozenset("一二三四五六七八九十") | set(map(str, range(1, 11)))


@rule(
    "K207",
    "chapter-number-joined",
    title="“第一章”“第一条”等序号后没有空格",
    about="“第一章”“第二节”“第三条”等序次语后面空一个汉字或半个汉字的位置，再接标题或条文。句中引用的条款不算。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.3.6"),
    fix=Applicability.SAFE,
    cues="第",
    examples=(
        Example(
            bad="## 第二章经费管理\n经费由市、县两级财政分担。",
            good="## 第二章 经费管理\n经费由市、县两级财政分担。",
        ),
        Example(
            bad="第十二条项目承担单位应当按年度提交报告。",
            good="第十二条 项目承担单位应当按年度提交报告。",
        ),
    ),
)
def chapter_number_joined(part: Part) -> Iterator[Hit]:
    """A text that begins with the number of a chapter, section or article and runs on without a blank."""
    match = _LABEL.match(part.text)
    if match and _numbers(part, match):
        span = Span(0, match.end("unit"))
        label = part.text[: span.end]
        yield hit(part.passage, span, f"“{label}”后应空一格", Edit(Span(span.end, span.end), " "))


def _numbers(part: Part, match: re.Match[str]) -> bool:
    unit, rest = match["unit"], match["rest"]
    if _CONTINUED.match(rest):
        return False
    if unit == "条":
        return _is_provision(match["number"], rest)
    if _NO_HEADING[unit].match(rest):
        return False
    if unit in "篇部分":
        return part.kind is Kind.HEADING
    return part.kind.is_title or not ends_sentence(part.text)


def _is_provision(number: str, rest: str) -> bool:
    """Whether 条 counts provisions, not roads or measures."""
    if _LINE.match(rest):
        return number not in _SMALL and _PROVISION.search(rest) is not None
    return number not in _SMALL or _PROVISION.search(rest) is not None
