"""When an issue appears, as far as it says so, and the dates that a text names."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from kjqb.check.subject import Subject
from kjqb.model.article import Article, ListItem, Paragraph
from kjqb.model.source import Passage
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_UNSTATED = "irregular"
_MONTHS = {_UNSTATED: 1, "monthly": 1, "bimonthly": 2, "quarterly": 3}
"""So many months an issue stands for, by frequency; the usual one where none is stated."""
_TOLERANCE = timedelta(days=16)
_LAST_MONTH = 12
_DATE = Pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})\s?年(?:\s?(?P<month>\d{1,2})\s?月(?:份|\s?(?P<day>\d{1,2})\s?[日号])?)?(?![代级届])"
)


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both within."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Said:
    """A year, a month of one or a day that a text names."""

    period: Period
    span: Span


def appearance(subject: Subject) -> Period | None:
    """The period in which an issue appears: its date, else the months that its number stands for, or else its year.

    A bulletin that does not say how often it appears is taken for a monthly as long as its numbers allow, and for
    half a month early or late. None where not even the year is known.
    """
    issue = subject.issue
    if issue is None:
        return None
    if issue.date:
        return Period(issue.date, issue.date)
    year = issue.id.year
    if not MINYEAR < year < MAXYEAR:
        return None
    months, is_stated = _months(subject)
    last = issue.id.number * months
    if not 1 <= last <= _LAST_MONTH:
        return Period(date(year, 1, 1), _end(year, _LAST_MONTH))
    period = Period(date(year, last - months + 1, 1), _end(year, last))
    return period if is_stated else Period(period.first - _TOLERANCE, period.last + _TOLERANCE)


def latest_month(subject: Subject) -> int | None:
    """The last month that an issue can look back on within its own year; None where that is not known."""
    issue = subject.issue
    if issue is None or not issue.id.year:
        return None
    if issue.date:
        return issue.date.month if issue.date.year == issue.id.year else None
    month = issue.id.number * _months(subject)[0]
    return month if 1 <= month <= _LAST_MONTH else None


def _months(subject: Subject) -> tuple[int, bool]:
    """So many months an issue stands for, 0 where it is less than one; and whether kjqb.toml says so."""
    frequency = subject.bulletin.frequency if subject.bulletin else _UNSTATED
    return _MONTHS.get(frequency, 0), frequency != _UNSTATED


def dates(text: str) -> Iterator[Said]:
    """The years, months and days that exist and bear their year, in order."""
    for match in _DATE.finditer(text):
        period = _period(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0))
        if period:
            yield Said(period, Span(*match.span()))


def running_texts(article: Article) -> tuple[Passage, ...]:
    """Its paragraphs, those of lists included; no headings, quotations, tables and captions."""
    return tuple(block.passage for block in article.blocks if isinstance(block, Paragraph | ListItem))


def _period(year: int, month: int, day: int) -> Period | None:
    if not month:
        return Period(date(year, 1, 1), _end(year, _LAST_MONTH))
    if month > _LAST_MONTH or day > monthrange(year, month)[1]:
        return None
    return Period(date(year, month, day or 1), date(year, month, day) if day else _end(year, month))


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
