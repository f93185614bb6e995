"""A query put to the index: which articles hold all terms, in which order.

An article whose title holds all terms comes first, then one whose title and keywords do, then others. Within these
three, FTS5's bm25 decides, then the newer issue; where a single character is asked for, which nearly every article has,
the newer issue alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from kjqb.archive.search.folding import fold
from kjqb.archive.search.grams import phrase
from kjqb.archive.search.index import Index, span_of_year
from kjqb.archive.search.query import Query
from kjqb.archive.search.reading import Text


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles are looked at; None for all."""

    year: int | None = None
    region: str | None = None
    """A code; the regions within it count."""
    section: str | None = None
    title_only: bool = False


class Tier(IntEnum):
    """Where an article holds the terms, the best place first."""

    TITLE = 0
    KEYWORDS = 1
    BODY = 2


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article that matches."""

    row: int
    score: float
    """Higher is better: 2 and more for titles, 1 and more for keywords, less for the body."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The best of the articles that match, and how many there are in all."""

    total: int
    best: tuple[Ranked, ...]


def matches(index: Index, query: Query, filters: Filters, limit: int) -> Matches:
    """Ask the index, which must be open for reading, so that total and hits are of one state."""
    asked = _Asked(index, query, filters)
    tiers = (Tier.TITLE,) if filters.title_only else tuple(Tier)
    total = asked.count(tiers[-1])
    best: list[Ranked] = []
    for tier in tiers:
        missing = min(limit, total) - len(best)
        if missing <= 0:
            break
        best += asked.best(tier, missing)
    return Matches(total, tuple(best))


def tier_of(text: Text, query: Query) -> Tier | None:
    """Where an article's own text holds all terms; None where it does not."""
    title, keywords, body = ([fold(line, simplify=query.simplify) for line in part.split("\n")] for part in text.parts)
    for tier, lines in ((Tier.TITLE, title), (Tier.KEYWORDS, title + keywords), (Tier.BODY, title + keywords + body)):
        if all(any(term in line for line in lines) for term in query.folded):
            return tier
    return None


class _Asked:
    """A query as conditions on the index's rows.

    `+rowid` keeps SQLite from putting the query anew for every row of a list.
    """

    def __init__(self, index: Index, query: Query, filters: Filters) -> None:
        self._index = index
        self._query = query
        self._expression = " AND ".join(map(phrase, query.indexed))
        self._ranked = all(len(term) > 1 for term in query.indexed)
        self._conditions, self._values = _conditions(filters)
        self._refused: dict[Tier, list[int]] = {tier: [] for tier in Tier}
        if not query.simplify:
            self._refuse_variants()

    def count(self, tier: Tier) -> int:
        """How many articles hold the terms there or in a better place."""
        where, values = self._where(tier)
        return int(str(self._index.rows(f"SELECT count(*) FROM words WHERE {where}", values)[0][0]))  # noqa: S608

    def best(self, tier: Tier, limit: int) -> list[Ranked]:
        """The best of those that hold the terms there and in no better place."""
        where, values = self._where(tier)
        if tier is not Tier.TITLE:
            better, held = self._where(Tier(tier - 1))
            where += f" AND rowid NOT IN (SELECT rowid FROM words WHERE {better})"  # noqa: S608 - our own conditions
            values += held
        rank = "rank" if self._ranked else "0.0"
        order = "rank, rowid" if self._ranked else "rowid"
        statement = f"SELECT rowid, {rank} FROM words WHERE {where} ORDER BY {order} LIMIT ?"  # noqa: S608
        found = self._index.rows(statement, (*values, limit))
        return [Ranked(int(str(row)), _score(tier, -float(str(worth)))) for row, worth in found]

    def _where(self, tier: Tier) -> tuple[str, list[object]]:
        columns = {Tier.TITLE: "{title} : ", Tier.KEYWORDS: "{title keywords} : ", Tier.BODY: ""}[tier]
        where = ["words MATCH ?", *self._conditions]
        refused = self._refused[tier]
        if refused:
            where.append("rowid NOT IN (SELECT value FROM json_each(?))")
        held = [json.dumps(refused)] if refused else []
        return " AND ".join(where), [f"{columns}({self._expression})", *self._values, *held]

    def _refuse_variants(self) -> None:
        """Leave out what holds the terms in simplified form alone, for nobody asked for that.

        Only texts with traditional or variant characters can; and only they can hold such characters of the query.
        """
        if self._query.folded != self._query.indexed:
            self._conditions.append("+rowid IN (SELECT id FROM article WHERE variants)")
        where, values = self._where(Tier.BODY)
        statement = f"SELECT rowid FROM words WHERE {where} AND +rowid IN (SELECT id FROM article WHERE variants)"  # noqa: S608
        for (row,) in self._index.rows(statement, values):
            number = int(str(row))
            held = tier_of(self._index.text(number), self._query)
            for tier in Tier:
                if held is None or held > tier:
                    self._refused[tier].append(number)


def _conditions(filters: Filters) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    for condition, value in _filtered(filters):
        conditions.append(condition)
        values += value
    return conditions, values


def _filtered(filters: Filters) -> Iterable[tuple[str, tuple[object, ...]]]:
    if filters.year is not None:
        yield "rowid BETWEEN ? AND ?", span_of_year(filters.year)
    if filters.region is not None:
        yield "+rowid IN (SELECT id FROM region WHERE code = ?)", (filters.region,)
    if filters.section is not None:
        yield "+rowid IN (SELECT id FROM article WHERE section = ?)", (filters.section,)


def _score(tier: Tier, worth: float) -> float:
    """Between 0 and 1 within a tier."""
    return round(len(Tier) - 1 - tier + max(worth, 0.0) / (1 + max(worth, 0.0)), 6)
