"""N308: dates that the calendar does not have, and weekdays on which they do not fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity
from kjqb.text.dates import WEEKDAYS, StatedDate, stated_dates
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_YEAR = Pattern(r"(?<!\d)((?:19|20)\d{2}) ?年", re.ASCII)
_MONTH = Pattern(r"(?<!\d)(?:19|20)\d{2} ?年 ?(?:1[3-9]|[2-9]\d|00?) ?月", re.ASCII)
_NEAR = (-1, 0, 1)
"""A date without its year may be of the issue's year, the one before or the one after."""


@rule(
    "N308",
    "date-impossible",
    title="日期不存在或与星期不符",
    about=(
        "月份、日数按公历核对，闰年也算在内；写明星期几的，按万年历核对。"
        "未写年份的日期，以同段前面写明的年份或本期前后一年为准。农历日期不算。"
    ),
    severity=Severity.ERROR,
    source=PRACTICE,
    examples=(
        Example(bad="申报时间为2023年2月1日至30日。", good="申报时间为2023年2月1日至28日。"),
        Example(bad="评审会于2023年2月29日召开。", good="评审会于2023年2月28日召开。"),
        Example(bad="讲座于2024年1月5日（星期四）举行。", good="讲座于2024年1月5日（星期五）举行。"),
    ),
)
def date_impossible(subject: Subject) -> Iterator[Hit]:
    """Days beyond a month's last, months beyond December, and stated weekdays that no year in question has."""
    issue_year = subject.issue.id.year if subject.issue else None
    for part in subject.parts:
        text = part.text
        if "月" not in text and "-" not in text and "/" not in text:
            continue
        dates = list(stated_dates(text))
        days = {one.span.start for one in dates}
        for match in _MONTH.finditer(text):
            if match.start() not in days:
                yield hit(part.passage, Span(*match.span()), f"没有“{match[0]}”这个月，请核对日期")
        for one in dates:
            shown = text[one.span.start : one.span.end]
            if not one.is_possible:
                yield hit(part.passage, one.span, f"没有“{shown}”这一天，请核对日期")
            elif one.weekday is not None:
                years = _years(text, one, issue_year)
                falls = [day for day in map(one.falls_on, years) if day is not None]
                if falls and one.weekday not in falls:
                    advice = f"应为星期{WEEKDAYS[falls[0]]}" if len(years) == 1 else "请核对"
                    yield hit(part.passage, one.span, f"“{shown}”日期与星期不符，{advice}")


def _years(text: str, one: StatedDate, issue_year: int | None) -> list[int]:
    """The years that a date may be of; none where nothing tells."""
    if one.year is not None:
        return [one.year]
    stated = None
    for match in _YEAR.finditer(text, 0, one.span.start):
        stated = int(match[1])
    if stated is not None:
        return [stated]
    return [issue_year + years for years in _NEAR] if issue_year else []
