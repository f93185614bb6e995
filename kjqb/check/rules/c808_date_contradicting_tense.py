"""C808: what is to come, or is over, by a date that says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.check.issue_time import Period, Said, appearance, dates, running_texts
from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern

_WILL = Pattern(r"(?:将于|将在|将自|将从|拟于|拟在|预计于|预计在|预计|计划于|计划在|定于|即将于|有望于|有望在)\s?$")
_REPORTED = Pattern(r"曾|当时|此前|原定|原计划|原拟|原本|那时|会上|宣布|提出|强调|要求|明确|规定|承诺|其时")
_DONE = Pattern(
    r"[^。！？；]{0,24}?(?:已|(?:建成|完成|投产|召开|举行|举办|印发|出台|通过|成立|启动|落成|上线|实现|取得|获得|挂牌|竣工)了)"
)
_PLANNED = Pattern(
    r"将|拟|计划|预计|力争|确保|争取|有望|目标|规划|以前|之前|[底年月日]前|如|若|届时|要|到期|已经?明确|已定"
)
_UNTIL = Pattern(r"(?<!截)[到至]\s?$|[—\-～]\s?$|(?:力争|确保|争取)[到在于]?\s?$")
_DONE_ALREADY = Pattern(r"已经?[于在]\s?$")
_STARTS = "。！？；"
_ROOM = 40


@rule(
    "C808",
    "date-contradicting-tense",
    title="时态与日期矛盾",
    about=(
        "本期印出之前已过的日期不再说“将于”，还没有到的日期不说“已”“了”。多半是来稿未改，或年份有误，要核对事实。"
        "转述当时的说法不算；没有写明出版日期的，按月刊的期号估计。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    examples=(
        Example(
            bad="《某市科学技术普及条例》将于2023年7月1日施行。",
            good="《某市科学技术普及条例》于2023年7月1日施行。",
            note="刊头是“2024年第1期”。",
        ),
        Example(
            bad="2025年9月，某市已建成技术转移中心。",
            good="2023年9月，某市已建成技术转移中心。",
            note="刊头是“2024年第1期”。",
        ),
    ),
)
def date_contradicting_tense(subject: Subject) -> Iterator[Hit]:
    """Dates before the issue that are called to come, and dates behind it that are called past."""
    period = appearance(subject)
    if period is None:
        return
    for article in subject.articles:
        for passage in running_texts(article):
            for said in dates(passage.text):
                fault = _fault(passage.text, said, period)
                if fault:
                    yield hit(passage, said.span, fault)


def _fault(text: str, said: Said, issue: Period) -> str:
    """In Chinese, or empty."""
    start = max(text.rfind(mark, max(0, said.span.start - 2 * _ROOM), said.span.start) for mark in _STARTS) + 1
    before = text[max(start, said.span.start - _ROOM) : said.span.start]
    stated = text[said.span.start : said.span.end]
    if said.period.last < issue.first:
        announced = _WILL.search(before)
        is_reported = announced and (_REPORTED.search(before) or any(dates(before)))
        return f"{stated}已过，不应再说“{announced[0].strip()}”" if announced and not is_reported else ""
    if said.period.first > issue.last:
        if _DONE_ALREADY.search(before):
            return f"{stated}在本期之后，不应说成已经发生"
        done = _DONE.match(text, said.span.end)
        is_planned = done and (_PLANNED.search(before) or _PLANNED.search(done[0]) or _UNTIL.search(before))
        return f"{stated}在本期之后，不应说成已经发生" if done and not is_planned else ""
    return ""
