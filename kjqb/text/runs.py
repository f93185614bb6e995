"""Pure runs: stretches of a text that are set in one font and size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from kjqb.text.characters import SMALL_DIGITS, is_cjk


class Shift(Enum):
    """Where small digits stand."""

    RAISED = "raised"
    LOWERED = "lowered"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a text from `start` up to `end`, all in the Chinese font or all in the Latin one."""

    start: int
    end: int
    cjk: bool
    shift: Shift | None = None
    """Of small digits: they are printed as `plain_digits` says, in the size of a footnote's number."""


def runs(text: str) -> Iterator[Run]:
    """A text's pure runs, in order and without a gap."""
    start = 0
    for (cjk, shift), group in groupby(text, key=_kind):
        end = start + sum(1 for _ in group)
        yield Run(start, end, cjk, shift)
        start = end


def plain_digits(text: str) -> str:
    """The text with small digits as those that are printed in their stead: CO₂ as CO2."""
    return text.translate(_PLAIN) if _SMALL.search(text) else text


def _kind(character: str) -> tuple[bool, Shift | None]:
    if character in SMALL_DIGITS:
        return False, Shift.LOWERED if character >= "₀" else Shift.RAISED
    return is_cjk(character), None


_PLAIN = str.maketrans(SMALL_DIGITS)
_SMALL = re.compile("[{}]".format("".join(SMALL_DIGITS)))
