"""Lists of an article: enumerators that belong together, and paragraphs that begin with a dash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kjqb.check.enumerators import Enumerator, Series, enumerators, repeats_first
from kjqb.model.article import Article, Paragraph
from kjqb.model.source import Passage

DASH = "——"
"""What opens an item of a list without numbers (GB/T 15834—2011, 4.10.3.8)."""

_RANKS = {
    Series.CHINESE: 1, Series.CHINESE_BRACKETED: 2, Series.ARABIC: 3, Series.ARABIC_BRACKETED: 4, Series.CIRCLED: 5,
}  # fmt: skip


def rank(series: Series) -> int | None:
    """The level of a number, from 1 (GB/T 15834—2011, B.3.8); None where it has none."""
    return _RANKS.get(series)


@dataclass(slots=True)
class Listing:
    """Enumerators of one list, in order, the first of which counts 1."""

    items: list[Enumerator] = field(default_factory=list)

    @property
    def first(self) -> Enumerator:
        """What opens it."""
        return self.items[0]

    @property
    def due(self) -> int:
        """What its next item counts."""
        return self.items[-1].number + 1


def listings(article: Article) -> tuple[Listing, ...]:
    """All lists, those of one series in order; an item belongs to the innermost list that it continues."""
    found: list[Listing] = []
    by_series: defaultdict[tuple[Series, bool], list[Enumerator]] = defaultdict(list)
    for item in enumerators(article):
        by_series[item.series, item.in_heading].append(item)
    for items in by_series.values():
        found += _of_series(items)
    return tuple(found)


def _of_series(items: list[Enumerator]) -> Iterator[Listing]:
    nested: list[Listing] = []
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        if nested and repeats_first(before, item, after):
            nested[-1].items.append(replace(item, number=2))
        elif item.number == 1:
            if item.opens_block:
                nested.clear()
            nested.append(Listing([item]))
            yield nested[-1]
        elif nested:
            depth = next((at for at in range(len(nested) - 1, -1, -1) if nested[at].due == item.number), -1)
            del nested[depth + 1 or len(nested) :]
            nested[-1].items.append(item)


def dashed(article: Article) -> Iterator[tuple[tuple[int, Passage], ...]]:
    """Runs of two and more paragraphs in a row that begin with a dash, each with its block's number."""
    run: list[tuple[int, Passage]] = []
    for at, block in enumerate(article.blocks):
        if isinstance(block, Paragraph) and block.passage.text.lstrip().startswith(DASH):
            run.append((at, block.passage))
            continue
        if len(run) > 1:
            yield tuple(run)
        run = []
    if len(run) > 1:
        yield tuple(run)


def blocks_of(article: Article) -> dict[int, int]:
    """For every passage of a block, by its identity, the block's number."""
    return {id(passage): at for at, block in enumerate(article.blocks) for passage in _own(block)}


def _own(block: object) -> tuple[Passage, ...]:
    passage = getattr(block, "passage", None)
    return (passage,) if passage is not None else ()
