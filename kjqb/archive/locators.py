"""Many locators behind one heading: each once, in order, and divided where a reader would lose their way."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kjqb.model.cumulative_index import Division, Locator

MOST = 6
"""So many locators may follow a heading without being divided."""


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


def _cut(locators: tuple[Locator, ...], most: int) -> Iterable[tuple[Locator, ...]]:
    """Parts of nearly the same length, none longer than so many."""
    parts = -(-len(locators) // most)
    length = -(-len(locators) // parts)
    return (locators[at : at + length] for at in range(0, len(locators), length))


def _span(locators: tuple[Locator, ...]) -> str:
    first, last = locators[0].issue, locators[-1].issue
    numbers = str(first.number) if first == last else f"{first.number}—{last.number}"
    return f"{first.year}年第{numbers}期"
