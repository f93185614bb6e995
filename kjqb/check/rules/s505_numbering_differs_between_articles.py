"""S505: sub-headings numbered in different ways in the articles of an issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kjqb.check.enumerators import Enumerator, Series, enumerators
from kjqb.check.lists import rank
from kjqb.check.rule import HOUSE, Example, Hit, rule
from kjqb.check.subject import Subject
from kjqb.model.article import Article
from kjqb.model.bulletin import Severity

_FORMS = {
    Series.CHINESE: "一、", Series.CHINESE_BRACKETED: "（一）", Series.ARABIC: "1.", Series.ARABIC_BRACKETED: "（1）",
    Series.CIRCLED: "①",
}  # fmt: skip

_WORDS = 4
"""Characters behind the number that are shown with it."""


@rule(
    "S505",
    "numbering-differs-between-articles",
    title="各篇小标题的序号体例不一",
    about=(
        "一期里各篇文章的第一层小标题用同一种序号，以多数文章为准，一样多时以较高的一层为准。"
        "没有序号小标题的文章不算，“一是”“——”引出的段落也不算。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    examples=(
        Example(
            bad="（1）健全制度。全市修订管理办法。\n（2）优化流程。全市精简申报材料。\n= 某县建成科技服务站\n"
            "一、建设情况。全县建成服务站。\n二、运行情况。全年服务农户。",
            good="一、健全制度。全市修订管理办法。\n二、优化流程。全市精简申报材料。\n= 某县建成科技服务站\n"
            "一、建设情况。全县建成服务站。\n二、运行情况。全年服务农户。",
            note="“=”引出第二篇文章的题目。",
        ),
    ),
)
def numbering_differs_between_articles(subject: Subject) -> Iterator[Hit]:
    """The first sub-heading of each article whose first level is numbered otherwise than most articles' is."""
    tops = [top for article in subject.articles if (top := _top(article))]
    if len({top.series for top in tops}) < 2:
        return
    counted = Counter(top.series for top in tops)
    usual = max(counted, key=lambda series: (counted[series], -(rank(series) or 0)))
    for top in tops:
        if top.series is not usual:
            extent = top.passage.at(top.span.start, min(len(top.passage.text), top.span.end + _WORDS))
            message = f"本篇小标题用“{_FORMS[top.series]}”，本期其他文章用“{_FORMS[usual]}”"
            yield Hit(extent, message)


def _top(article: Article) -> Enumerator | None:
    """The first number of the article's highest level of sub-headings; None where it has less than two of them."""
    opening = [item for item in enumerators(article) if item.opens_block and rank(item.series)]
    headings = [item for item in opening if item.in_heading] or opening
    level = min((rank(item.series) or 0 for item in headings), default=0)
    of_level = [item for item in headings if rank(item.series) == level]
    return of_level[0] if len(of_level) > 1 else None
