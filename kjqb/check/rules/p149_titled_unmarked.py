"""P149: a title or theme behind 题为, or in 以…为题, without marks."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.rule import Applicability, Example, Hit, Standard, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_WORK = (
    "(?:专题|主题|主旨|大会|学术|特邀|工作|调研|研究|辅导|技术|书面|汇报|交流|专题调研|学术主旨)?"
    "(?:报告|论文|文章|讲话|演讲|授课|发言|党课|讲座|通讯|评论|社论|消息|报道|致辞|著作|课程|讲授)"
)
_TITLED = Pattern(
    "(?<![标主问课命话议专难试选习母副正破例考本论谜择断空答算真大小该此道目解赛附加各析述0-9])题为(?![何了此材库什哪难题主辅例核导引抓契重])"
    f"(?P<named>(?P<title>[^，。；：？！、《》“”「」\"'*_\\s]{{2,40}}?)的(?={_WORK}))?"
    "(?P<bare>(?=[\u4e00-\u9fffA-Za-z0-9]))?"
)
_THEMED = Pattern(
    "以(?P<theme>[^，。；：？！、《》“”‘’「」\"'*_\\s此下上其什何]{2,40}?)为题(?![材库目])(?P<work>[，]?(?:作|撰|发表|写|讲授|授课|刊发|做))?"
)


@rule(
    "P149",
    "titled-unmarked",
    title="“题为”“以……为题”后的题目没有标号",
    about="“题为……”“以……为题”的题目，是诗文、报告等作品的名称的，用书名号；是讨论、活动的主题的，用引号。",
    severity=Severity.WARNING,
    source=Standard("GB/T 15834—2011", "B.1.8"),
    fix=Applicability.UNSAFE,
    cues="题",
    examples=(
        Example(
            bad="专家作了题为创新驱动的报告。",
            good="专家作了题为《创新驱动》的报告。",
        ),
        Example(
            bad="院所以智慧农业为题开展讨论。",
            good="院所以“智慧农业”为题开展讨论。",
        ),
    ),
)
def titled_unmarked(part: Part) -> Iterator[Hit]:
    """Titles without marks; the fix takes what is spoken or written for a work, all else for a theme."""
    for match in _TITLED.finditer(part.text):
        if match["named"]:
            span, title = Span(*match.span("title")), match["title"]
            yield hit(part.passage, span, f"题为“{title}”，题目应加书名号或引号", Edit(span, f"《{title}》"))
        elif match["bare"] is not None:
            yield hit(part.passage, Span(*match.span()), "“题为”后的题目应加书名号或引号")
    for match in _THEMED.finditer(part.text):
        span, theme = Span(*match.span("theme")), match["theme"]
        right = f"《{theme}》" if match["work"] else f"“{theme}”"
        yield hit(part.passage, span, f"以“{theme}”为题，题目应加书名号或引号", Edit(span, right))
