"""P125: a comma in a flat list of short items before 等."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_HAN = r"[\u4e00-\u9fffA-Za-z0-9]"
_MORE = r"(?:[、和与][^\W_和与等]{2,8}){0,12}"
_MIXED = Pattern(
    rf"(?<!{_HAN})(?:{_HAN}{{2,20}}、)(?:{_HAN}{{2,8}}、){{0,12}}(?P<last>{_HAN}{{2,8}})(?P<comma>，)(?P<next>{_HAN}{{2,6}})"
    rf"{_MORE}等(?![待级于到候])"
)
_FRAMED = Pattern(
    rf"(?:由于|因|包括|涵盖|涉及|覆盖|围绕|聚焦|针对|受|在|以|从|通过|采取|采用)(?:{_HAN}{{2,20}}、){{0,6}}(?P<last>{_HAN}{{2,14}})"
    rf"(?P<comma>，)(?P<next>{_HAN}{{2,8}}){_MORE}等(?:多|各|诸多|多个|各个|重点)?"
    r"(?:方面|方式|形式|手段|措施|途径|渠道|环节|因素|原因)"
)
_VERBS = (
    "推动|推进|推广|加强|加快|开展|建设|建立|建成|实施|完善|健全|优化|强化|深化|落实|组织|支持|鼓励|引导|促进|提升|提高|打造|培育|形成|构建|制定|出台"
    "|发展|保障|保护|统筹|严格|规范|创新|改善|改进|协调|指导|督促|重点|聚焦|围绕|依托|通过|按照|根据|结合|针对|利用|运用|采取|采用|明确|做好|抓好|着力"
    "|大力|积极|全面|切实|及时|进一步|不断|持续|共同|分别|以及|并|且|但|而|从|对|将|把|以|为|在|由|与|和|或|使|让|向|按|经|如|即|不|应|要|可|已|均|都|也|又|还|其|该|各|有|是"
    "|涉及|包括|涵盖|覆盖|助力|服务|集聚|引进|吸引|举办|参与|获得|实现|完成|增强|扩大|拓展|履行|承担|负责|行使|享受|享有|维护|防范|打击|查处|处理|解决|化解|整合"
)
_OPENS_CLAUSE = Pattern(_VERBS)
_CLOSES_CLAUSE = Pattern(
    "(?:牵头|负责|参加|配合|参与|为主|优先|结合|并举|并重|原则|要求|规定|方面|领域|方式|情况|基础|过程|期间|同时|影响|目标|任务|需求|问题|主题|主线|[上下中后前时内外的了着过来起以])$"
)


@rule(
    "P125",
    "list-marks-mixed",
    title="同级并列项混用逗号和顿号",
    about="“等”前面的几个短词语是同级并列，彼此之间都用顿号，不夹用逗号；逗号会把一个序列断成两截。",
    severity=Severity.INFO,
    source=Standard("GB/T 15834—2011", "B.1.1、B.1.4"),
    cues="等",
    examples=(
        Example(bad="推广小麦、玉米，大豆、棉花等作物良种。", good="推广小麦、玉米、大豆、棉花等作物良种。"),
        Example(
            bad="由于土壤板结，水源不足等多方面原因，产量偏低。", good="由于土壤板结、水源不足等多方面原因，产量偏低。"
        ),
    ),
)
def list_marks_mixed(part: Part) -> Iterator[Hit]:
    """A comma in a list of nouns that 等 closes: among enumeration commas, or alone behind 由于 and its like."""
    for pattern in (_MIXED, _FRAMED):
        for match in pattern.finditer(part.text):
            if (
                not _OPENS_CLAUSE.match(match["next"])
                and not _CLOSES_CLAUSE.search(match["last"])
                and "为" not in match["last"]
            ):
                yield hit(part.passage, Span(*match.span("comma")), "同级并列的词语之间应为“、”")
