"""C806: words for a time that only the day of writing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.issue_time import running_texts
from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_WORD = Pattern(
    r"""
    (?<![临靠接最迫逼])近日(?![点来])
    | (?<![\d〇一二三四五六七八九十百几多半次当节生假作今往明即翌末休易止期效准放息到每限工同整终全本该周昔])日前
    | (?<![年月日周时])不久前 | (?<!目)前不久
    | (?<![当到如现逐]) 今年(?![代轮]) | (?<![过逝失除减])去年(?![均度])
    | (?<![证说文透申声表发照黎光鲜聪]) 明年
    | (?<![至到前据以从由与将])(?:上月|上个月|本月|下月|下个月|昨日|昨天)(?![至起内前])
    | (?<![至到止于对就现与从较但])目前(?=[，已共累全正有建])(?=[^。；]{0,30}(?:已|共|累计|\d))
    """,
    re.VERBOSE,
)
_ABSOLUTE = Pattern(r"(?<!\d)(?:19|20)\d{2}(?!\d)|\d{1,2}\s?月\s?\d{1,2}\s?日|[一二]〇[〇一二三四五六七八九]{2}年")


@rule(
    "C806",
    "time-relative",
    title="时间只有相对说法",
    about=(
        "“近日”“去年”“目前”是就来稿成文的日子说的，刊物印出、存档之后读者不知所指，宜写出具体日期。"
        "同一段或上一段写有年份、日期的，“截至目前”“30日前”之类的，都不算；一种说法一篇只提示一次。"
    ),
    severity=Severity.INFO,
    source=PRACTICE,
    yields_to=("N305", "N324"),
    examples=(
        Example(bad="近日，某市启动科技特派员选派工作。", good="2024年1月5日，某市启动科技特派员选派工作。"),
        Example(bad="某省去年新增科技型中小企业800家。", good="某省2023年新增科技型中小企业800家。"),
        Example(
            bad="目前，全市已建成中试基地12个。",
            good="截至2023年12月31日，全市已建成中试基地12个。",
        ),
    ),
)
def time_relative(subject: Subject) -> Iterator[Hit]:
    """The first place of each such word in an article of an issue, where no date stands near it."""
    if subject.issue is None or not subject.issue.id.year:
        return
    for article in subject.articles:
        told: set[str] = set()
        before = ""
        for passage in running_texts(article):
            text = passage.text
            for match in _WORD.finditer(text):
                if match[0] in told or _ABSOLUTE.search(text) or _ABSOLUTE.search(before):
                    continue
                told.add(match[0])
                yield hit(passage, Span(*match.span()), f"“{match[0]}”所指不明，宜写出具体{_wanted(match[0])}")
            before = text


def _wanted(word: str) -> str:
    return "年份" if word.endswith("年") else "年月" if word.endswith("月") else "日期"
