"""W910: sentences of which two constructions have become one."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_BLENDS = (
    (
        Pattern(
            r"(?:修订|修改|制定|制订|出台|印发|发布|公布|颁布|编制|起草|审议通过|通过|出版)(?:完善)?了?"
            r"(?=《)(?P<work>(?:《[^《》]{2,80}》(?:（[^（）]{1,20}）)?[、和及]?){1,4})(?P<then>(?:将|已|已经|即将|现)?(?:于|自|从)"
            r"(?=[^，。；]{1,20}(?:实施|施行|执行|生效|起)))"
        ),
        "前面是宾语、后面是谓语，两句杂糅，“{then}”前宜断开补主语",
    ),
    (
        Pattern(
            r"(?:^|(?<=[。！？\n]))(?P<then>(?:通过|经过|由于|随着)[^，。；！？：“”]{4,40}，(?:从而|进而|也|就|才)?(?:使得|使|让|令))(?!用)"
        ),
        "“{head}……{tail}”连用，句子没有主语",
    ),
    (
        Pattern(r"原因是[^，。；：！？]{2,30}(?P<then>造成|引起|导致|所致)的?(?=[。；，])"),
        "“原因是”与“{then}”杂糅，留一个",
    ),
    (
        Pattern(r"(?P<then>本着)[^，。；：！？]{2,24}为(?:原则|宗旨|目的|目标|出发点)"),
        "“本着……的原则”与“以……为原则”杂糅",
    ),
    (
        Pattern(r"(?P<then>围绕)[^，。；：！？以]{2,24}为(?:中心|核心|主题|主线|重点)(?=[，。；])"),
        "“围绕……”与“以……为中心”杂糅",
    ),
    (Pattern(r"深受[^，。；：！？]{1,16}(?P<then>所)(?:喜爱|欢迎|青睐|好评|推崇)"), "“深受……欢迎”与“为……所欢迎”杂糅"),
    (
        Pattern(r"(?P<then>防止|避免|杜绝|严防)[^，。；：！？不]{0,16}不(?:再|要)?(?:再次)?(?:发生|出现|重演)"),
        "“{then}……不发生”意思相反，应删“不”",
    ),
    (
        Pattern(r"(?P<then>据(?:统计|调查|监测|测算|介绍|了解))(?:数据|结果)?(?:显示|表明)"),
        "“据……”与“……显示”杂糅，留一个",
    ),
)
"""Patterns of blends, with what there is to say; a hit covers the whole, `then` is what the message names."""


@rule(
    "W910",
    "sentence-blended",
    title="句式杂糅、缺主语",
    about=(
        "“修订了《某某条例》将于某日施行”把两句并成一句；“通过……，使……”开头的句子没有主语；"
        "“防止……不再发生”意思相反。只指出有固定格式的，其余靠通读。"
    ),
    severity=Severity.INFO,
    source=PRACTICE,
    examples=(
        Example(
            bad="自治区修订了《科技进步条例》将于2024年1月1日施行。",
            good="自治区修订了《科技进步条例》，新条例将于2024年1月1日施行。",
        ),
        Example(bad="通过开展结对帮扶，使企业掌握了新工艺。", good="开展结对帮扶，使企业掌握了新工艺。"),
        Example(bad="加强巡查，防止同类事故不再发生。", good="加强巡查，防止同类事故再次发生。"),
        Example(bad="减产的原因是连续干旱造成的。", good="减产的原因是连续干旱。"),
    ),
    cues="《使让令原本围深防避杜严据",
)
def sentence_blended(part: Part) -> Iterator[Hit]:
    """The blends, each once."""
    for pattern, message in _BLENDS:
        for match in pattern.finditer(part.text):
            then = match["then"]
            said = message.format(then=then, head=then[:2], tail=then[-2:].lstrip("，而进也就才") or then[-1])
            yield hit(part.passage, Span(*match.span()), said)
