"""P112: marks between a list parted by enumeration commas and its 等."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_MARK = Pattern("[、，](?=等)")
_OTHER_WORD = Pattern(
    "等(?:[待级于到候同额效离比价值距高因温式号份次边速熵压]|一等|外品|而|着|了|你|我|他|她|客|车|人来|不)"
)
_CLOSES_LIST = Pattern(
    "等(?:等|[，。；：）！？”]|$|[0-9一二三四五六七八九十百两几多各若相有主重全新先高]"
    "|(?:项目|单位|部门|地区|领域|方面|企业|工作|内容|环节|产业|问题|行业|技术|措施|机构|平台|活动|形式|方式|指标|要素|服务|成果|政策|制度|资源|作物|设备|设施|场所|城市|国家|人员|学科|专业|产品|材料|功能|任务|事项|情况|条件|因素|手段|方法|类别|类型))"
)
_CLAUSE = "，。；：！？（\n"
_FAR = 120


@rule(
    "P112",
    "mark-before-etc",
    title="顿号序列的“等”前有点号",
    about="各项之间用顿号的，末项与“等”之间不用顿号或逗号；各项之间用逗号的，“等”前也用逗号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.1.2"),
    fix=Applicability.SAFE,
    cues="等",
    yields_to=("N312",),
    examples=(
        Example(bad="推广小麦、玉米、大豆、等作物良种。", good="推广小麦、玉米、大豆等作物良种。"),
        Example(bad="设备、场地、数据，等资源全部开放。", good="设备、场地、数据等资源全部开放。"),
    ),
)
def mark_before_etc(part: Part) -> Iterator[Hit]:
    """An enumeration comma before 等, or a comma where the list before it has enumeration commas."""
    text = part.text
    for match in _MARK.finditer(text):
        at = match.end()
        if _OTHER_WORD.match(text, at) or (match[0] == "，" and not _closes_list(text, match.start(), at)):
            continue
        span = Span(*match.span())
        yield hit(part.passage, span, f"“等”前不用“{match[0]}”", Edit(span, ""))


def _closes_list(text: str, comma: int, at: int) -> bool:
    clause = text[max(0, comma - _FAR) : comma]
    start = max(map(clause.rfind, _CLAUSE)) + 1
    return "、" in clause[start:] and _CLOSES_LIST.match(text, at) is not None
