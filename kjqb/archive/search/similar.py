"""Articles that stand in an older issue already, found by stretches of their text that both have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kjqb.archive.search.index import Index, article_of, span
from kjqb.text.likeness import Original, comparable_title

_COMMON = 64
"""A stretch that more articles have is a set phrase, and tells nothing."""
_CANDIDATES = 8
"""So many articles with the most stretches in common are compared."""
_FEW = 0.3
"""An article of which a share of stretches is sought may have this part of that share in its sampled ones."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article, and an earlier one that is much the same."""

    row: int
    earlier: int
    """The row of the earlier article."""
    share: int
    """Per cent of the article's text that stands in the earlier one."""
    same_title: bool


def reprints(index: Index, row: int, least: int) -> list[Reprint]:
    """The articles of older issues that have at least so many per cent of an article's text, or its title.

    The most alike come first, then the newest.
    """
    text = index.text(row)
    original = Original.of(text.title, text.body)
    _, last = span(article_of(row)[0])
    found: list[Reprint] = []
    titled = _with_title(index, comparable_title(text.title), last)
    for earlier in dict.fromkeys([*titled, *_candidates(index, text.prepared().shingles.split(), last, least)]):
        other = index.text(earlier)
        share = original.share(other.body)
        if share >= least or earlier in titled:
            found.append(Reprint(row, earlier, share, earlier in titled))
    return sorted(found, key=lambda one: (-one.share, one.earlier))


def _with_title(index: Index, key: str, last: int) -> list[int]:
    rows = index.rows("SELECT id FROM article WHERE title_key = ? AND id > ? ORDER BY id", (key, last)) if key else []
    return [int(str(row)) for (row,) in rows]


def _candidates(index: Index, shingles: list[str], last: int, least: int) -> list[int]:
    shared: Counter[int] = Counter()
    for shingle in shingles:
        statement = "SELECT rowid FROM shingles WHERE shingles MATCH ? AND rowid > ? LIMIT ?"
        rows = index.rows(statement, (shingle, last, _COMMON + 1))
        if len(rows) <= _COMMON:
            shared.update(int(str(row)) for (row,) in rows)
    few = len(shingles) * least / 100 * _FEW
    return [row for row, count in shared.most_common(_CANDIDATES) if count >= few]
