"""C807: months of an unknown year."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kjqb.check.issue_time import latest_month, running_texts
from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_MONTH = Pattern(
    r"(?P<first>(?<![\d./第])\d{1,2}\s?月?\s?[-—–~～至到]\s?)?(?<![\d./第])(?P<last>(?P<month>\d{1,2})\s?月)"
    r"(?![龄子球亮饼租薪供嫂]|\s?\d)"
)
_YEAR = Pattern(
    r"(?<!\d)(?P<year>(?:19|20)?\d{2}(?=\s?年)|(?:19|20)\d{2}(?!\d))"
    r"|(?P<word>[今去前明当本同次翌后该每历逐往近]年|年初|全年|第[一二三四五1-5]年|一年|[〇一二三四五六七八九]{4}年|农历|阴历)"
)
_DEADLINE = Pattern(r"(?:[上中下]旬|份|底|初|末)?(?:之?前|以前|起|开始|以后|之后)")
_PLANS = Pattern(r"将|拟|计划|预计|力争|确保|定于|自|从|于每|每")
_FESTIVALS = Pattern(r"(?:节|纪念日|运动|革命|宣传日|宣传周|主题日|活动日|博览会)")
_ENDS = "。！？"
_MOST_MONTHS = 12
_ROOM, _SENTENCE = 12, 200


@rule(
    "C807",
    "year-unknown",
    title="月份的年份不明",
    about=(
        "只写月份（不写日），读者按本期的年份理解。本期印出时还没有到的月份，说的多半是上一年的事，应写明年份；"
        "同一句里有年份、“去年”“每年”之类，前文刚写过上一年或本年的，以及今后的安排，都不算。"
    ),
    severity=Severity.INFO,
    source=PRACTICE,
    yields_to=("N305", "N324"),
    examples=(
        Example(
            bad="10月，某市启动科技成果转化行动。",
            good="2023年10月，某市启动科技成果转化行动。",
            note="刊头是“2024年第1期”。",
        ),
        Example(
            bad="1—11月，全市技术合同成交额达12亿元。",
            good="2023年1—11月，全市技术合同成交额达12亿元。",
            note="刊头是“2024年第1期”。",
        ),
    ),
)
def year_unknown(subject: Subject) -> Iterator[Hit]:
    """Months that the issue cannot look back on in its own year, where the text names no year that they belong to."""
    latest = latest_month(subject)
    if latest is None or subject.issue is None:
        return
    year = subject.issue.id.year
    for article in subject.articles:
        clear = any(str(near) in article.title.text for near in (year, year - 1))
        for passage in running_texts(article):
            text, years = passage.text, _Years(passage.text, year, clear=clear)
            for match in _MONTH.finditer(text):
                is_later = latest < int(match["month"]) <= _MOST_MONTHS
                if is_later and not (years.tell(match.start()) or _is_ahead(text, match.start(), match.end("last"))):
                    message = f"“{match['last']}”的年份不明，应写明是哪一年"
                    yield hit(passage, Span(*match.span("last")), message)
            clear = years.are_clear(len(text))


class _Years:
    """The years that a text names, and words for them."""

    def __init__(self, text: str, year: int, *, clear: bool) -> None:
        self._text, self._clear = text, clear
        self._near = {year % 100, (year - 1) % 100}
        self._named = list(_YEAR.finditer(text))
        self._ends = [match.end() for match in self._named]

    def tell(self, at: int) -> bool:
        """Whether the sentence says before a place which year is meant, or the text has just named a near one."""
        before = bisect_right(self._ends, at)
        start = max(at - _SENTENCE, *(self._text.rfind(end, max(0, at - _SENTENCE), at) + 1 for end in _ENDS))
        return (before > 0 and self._ends[before - 1] > start) or self.are_clear(at)

    def are_clear(self, at: int) -> bool:
        """Whether the last year named before a place is this one or the last, or, with none named, it was so before."""
        before = bisect_right(self._ends, at)
        if before == 0:
            return self._clear
        last = self._named[before - 1]
        return last["word"] is not None or int(last["year"]) % 100 in self._near


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether it is a plan, a term or a day that comes every year."""
    if _DEADLINE.match(text, end):
        return True
    return bool(_PLANS.search(text, max(0, start - _ROOM), start) or _FESTIVALS.search(text, end, end + _ROOM))
