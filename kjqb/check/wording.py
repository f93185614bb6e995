"""Tables of wordings: what is looked for, what is right instead, and what must stand before and behind it.

A row of such a table holds the wording, what takes its place, and up to two regular expressions: one that must match
up to where the wording begins, one that must match from where it ends. Chinese has no word borders, so they say where
the characters belong to other words (部份 in 全部份额), or in which company a word is the wrong one (登陆 before 平台).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kjqb.check.rule import Hit, hit
from kjqb.check.subject import Part
from kjqb.tables.read import rows
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_REACH = 24
"""How many characters before a wording its company may stand."""


_HEAD = 2
"""Characters that a wording has at least, by which it is looked up."""
_ANYTHING = Pattern("")


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of a table."""

    found: str
    right: str
    before: Pattern
    behind: Pattern

    def stands(self, text: str, span: Span) -> bool:
        """Whether it stands at a place in the company that it needs."""
        return (
            self.behind.match(text, span.end) is not None
            and self.before.search(text, max(0, span.start - _REACH), span.start) is not None
        )


class Wordings:
    """A table's rows, ready to be looked for in one pass, whatever the table's size."""

    def __init__(self, table: Iterable[Wording]) -> None:
        by_head: defaultdict[str, list[Wording]] = defaultdict(list)
        for wording in sorted(table, key=lambda wording: -len(wording.found)):
            by_head[wording.found[:_HEAD]].append(wording)
        self._by_head = dict(by_head)

    def find(self, text: str) -> Iterator[tuple[Span, Wording]]:
        """Where wordings of the table stand in their company, in order, none within another.

        Of several at one place it is the longest, of equally long ones the first in the table.
        """
        heads, free = self._by_head, 0
        for at, head in enumerate(map("".join, pairwise(text))):
            if head in heads and at >= free:
                for wording in heads[head]:
                    span = Span(at, at + len(wording.found))
                    if text.startswith(wording.found, at) and wording.stands(text, span):
                        free = span.end
                        yield span, wording
                        break


@cache
def wordings(name: str) -> Wordings:
    """The table `NAME.tsv`."""
    return Wordings(_wording(*row) for row in rows(name))


def corrected(part: Part, name: str, verb: str = "应为") -> Iterator[Hit]:
    """A hit for each wording of a table that stands in a part, with the right one as its fix."""
    for span, wording in wordings(name).find(part.text):
        message = f"“{wording.found}”{verb}“{wording.right}”"
        yield hit(part.passage, span, message, Edit(span, wording.right))


def _wording(found: str, right: str, before: str = "", behind: str = "") -> Wording:
    return Wording(
        found,
        right,
        Pattern(rf"(?:{before})\Z") if before else _ANYTHING,
        Pattern(behind) if behind else _ANYTHING,
    )
