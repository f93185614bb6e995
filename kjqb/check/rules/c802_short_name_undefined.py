"""C802: short names of documents that nobody has defined."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.short_names import is_fragment, short_names
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_KINDS = (
    "通知|通告|通报|公告|公报|公约|办法|意见|方案|条例|规定|规划|规则|规程|规范|决定|决议|命令|批复|函|复函|纲要|措施|举措|政策"
    "|细则|指南|指引|导则|准则|计划|要点|标准|目录|名录|清单|报告|总结|章程|协议|合同|纪要|提纲|建议|提案|议案|倡议|宣言|声明|备忘录"
    "|白皮书|蓝皮书|意见书|责任书|承诺书|任务书|说明"
)
_LONGER = "若干|实施|暂行|试行|管理|行动|工作|指导|总体|专项|发展|操作|年度"
_SAYS = "明确|提出|指出|强调|要求|规定|共|从|自|围绕|聚焦|包括|坚持|对|以|分|还|所|中|印|下发|出台|实施以来"
_BY = "根据|按照|落实|贯彻|依据|对照|执行|遵照"
_TITLE = Pattern(
    rf"《(?P<name>(?:{_KINDS})|(?:{_LONGER})(?:{_KINDS})(?=》(?:{_SAYS}))|(?<=(?:{_BY})《)(?:{_LONGER})(?:{_KINDS}))》"
)
"""The longer ones may be titles of drafts; as short names they are known by what they say or what is done by them."""

_ROOM = 80
"""So far before it the title mark stands that a title within a title has around it."""


@rule(
    "C802",
    "short-name-undefined",
    title="简称没有交代全称",
    about=(
        "《通知》《办法》之类的简称，要在本篇第一次提到文件时写出全称并注明“以下简称”。"
        "全称虽已写出而没有注明的，也应补上，级别从轻。没有题目的片段另当别论。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    examples=(
        Example(
            bad="《办法》明确，市级科研经费实行包干制。",
            good="《某市科研经费管理办法》明确，市级科研经费实行包干制。",
        ),
        Example(
            bad="某市印发《关于加快农业科技创新的意见》。《意见》提出18项任务。",
            good="某市印发《关于加快农业科技创新的意见》（以下简称《意见》）。《意见》提出18项任务。",
        ),
    ),
)
def short_name_undefined(article: Article) -> Iterator[Hit]:
    """The first place of each short title that the article does not define, before or behind it."""
    if is_fragment(article):
        return
    texts = [passage.text for passage in article.passages]
    if not any("《" in text for text in texts):
        return
    known = {name.name for name in short_names(article)}
    for index, passage in enumerate(article.passages):
        for match in _TITLE.finditer(passage.text):
            name = match["name"]
            if name in known or _is_within_title(passage.text, match.start()):
                continue
            known.add(name)
            before = [*texts[:index], passage.text[: match.start()]]
            severity = Severity.WARNING if any(_ends_title(text, name) for text in before) else None
            message = f"简称《{name}》没有注明“以下简称”" if severity else f"本篇没有交代《{name}》的全称"
            found = hit(passage, Span(*match.span()), message)
            yield Hit(found.extent, found.message, severity=severity)


def _is_within_title(text: str, at: int) -> bool:
    before = text[max(0, at - _ROOM) : at]
    return before.rfind("《") > before.rfind("》")


def _ends_title(text: str, name: str) -> bool:
    """Whether a full title stands there that the name may be short for."""
    at = text.find(f"{name}》")
    while at > 0 and text[at - 1] == "《":
        at = text.find(f"{name}》", at + 1)
    return at > 0
