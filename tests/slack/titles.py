"""Titles of generated issues: their slack, and which of them other programs print on another page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout, is_title
from kjqb.layout.target import Target
from kjqb.model.issue import Issue
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup
from tests.grammar import Grammar
from tests.issues import article, bulletin, issue
from tests.slack.programs import programs

SETUPS = (BULLETIN, GBT9704)
"""Both presets, articles run on; they go round with the seeds."""


@dataclass(frozen=True, slots=True)
class Title:
    """An article's title, the first of an issue left out."""

    slack: int
    pages: int
    """Of the issue."""
    lines: int
    """Body lines before it."""
    drift: Mapping[str, int]
    """By program: how many lines more or less stand before it."""
    moved: frozenset[str]
    """The programs that print it on another page."""


def titles(seed: int, articles: int) -> Iterator[Title]:
    """The titles of a generated issue of so many articles."""
    setup, one = SETUPS[seed % len(SETUPS)], generated(seed, articles)
    own = lay_out(one, bulletin(setup=setup), Target.WORD)
    others = {
        name: lay_out(one, bulletin(setup=setup), Target.WORD, program)
        for name, program in programs(setup.font_size).items()
    }
    before = _lines_before(own, setup)
    drifts = {name: _lines_before(layout, setup) for name, layout in others.items()}
    for rank, entry in enumerate(own.entries[1:], start=1):
        yield Title(
            entry.slack,
            len(own.pages),
            before[rank],
            {name: lines[rank] - before[rank] for name, lines in drifts.items()},
            frozenset(name for name, layout in others.items() if layout.entries[rank].page != entry.page),
        )


def generated(seed: int, articles: int) -> Issue:
    """The issue of a seed."""
    texts = Grammar(seed).issue(articles).articles
    return issue(*(article(one.title, *("#" * (level or 0) + text for level, text in one.blocks)) for one in texts))


def _lines_before(layout: Layout, setup: PageSetup) -> list[int]:
    """Body lines before each title, in order."""
    height, found = 0, []
    for block in layout.blocks:
        if is_title(block):
            found.append(height // setup.pitch.twips)
        height += block.height
    return found
