"""Where an article stands in print: `2024(1):7`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kjqb.model.issue import IssueId

MOST = 6
"""So many locators may follow a heading without being divided."""


@dataclass(frozen=True, slots=True, order=True)
class Locator:
    """Issue and page; sorts as numbers."""

    issue: IssueId
    page: int

    def __str__(self) -> str:
        return f"{self.issue.year}({self.issue.number}):{self.page}"


@dataclass(frozen=True, slots=True)
class Division:
    """Some of the locators of a heading that has many."""

    label: str
    """What they have in common: `2024年`, `2024年第1—6期`."""
    locators: tuple[Locator, ...]


def merged(locators: Iterable[Locator]) -> tuple[Locator, ...]:
    """Each once, the oldest first."""
    return tuple(sorted(set(locators)))


def divided(locators: tuple[Locator, ...], most: int = MOST) -> tuple[Division, ...]:
    """Merged locators by years, and a year of more than so many by issues; none where there are few enough."""
    if len(locators) <= most:
        return ()
    found: list[Division] = []
    for year, each in groupby(locators, lambda locator: locator.issue.year):
        whole = tuple(each)
        if len(whole) <= most:
            found.append(Division(f"{year}年", whole))
        else:
            found += (Division(_span(part), part) for part in _cut(whole, most))
    return tuple(found)


def printed(locators: Iterable[Locator]) -> str:
    """Locators as an index prints them, the issue once for all its pages: `2024(1):7,9；2024(3):2`."""
    issues = groupby(locators, lambda locator: locator.issue)
    return "；".join(
        f"{issue.year}({issue.number}):{','.join(str(locator.page) for locator in each)}" for issue, each in issues
    )


def _cut(locators: tuple[Locator, ...], most: int) -> Iterable[tuple[Locator, ...]]:
    """Parts of nearly the same length, none longer than so many."""
    parts = -(-len(locators) // most)
    length = -(-len(locators) // parts)
    return (locators[at : at + length] for at in range(0, len(locators), length))


def _span(locators: tuple[Locator, ...]) -> str:
    first, last = locators[0].issue, locators[-1].issue
    numbers = str(first.number) if first == last else f"{first.number}—{last.number}"
    return f"{first.year}年第{numbers}期"
