"""Lines as Word and WPS fill and end them when the file says: no squeezing, no hanging, no automatic space."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from kjqb.layout.inline import Inline
from kjqb.layout.kinsoku import may_break
from kjqb.layout.metrics import Type


class WordParagraph:
    """A paragraph whose every character has its own advance, whatever stands beside it."""

    def __init__(self, inline: Inline, type_: Type) -> None:
        self._text = inline.text
        self._ends = list(accumulate(type_.advances(inline), initial=0.0))

    def reach(self, start: int, room: float) -> int:
        """The end of the longest stretch from `start` that fits into `room` twips."""
        return bisect_right(self._ends, self._ends[start] + room, lo=start) - 1

    def last_break(self, start: int, cut: int) -> int:
        """The last place after `start` and not behind `cut` where a line may end; `start` when there is none."""
        for at in range(cut, start, -1):
            if may_break(self._text, at):
                return at
        return start
