"""Pure runs: stretches of a text that are set in one font."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kjqb.text.characters import is_cjk


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a text from `start` up to `end`, all in the Chinese font or all in the Latin one."""

    start: int
    end: int
    cjk: bool


def runs(text: str) -> Iterator[Run]:
    """A text's pure runs, in order and without a gap."""
    start = 0
    for cjk, group in groupby(text, key=is_cjk):
        end = start + sum(1 for _ in group)
        yield Run(start, end, cjk)
        start = end
