"""Texts broken anew for character cells, where print sets them in smaller type than the body's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kjqb.layout.kinsoku import may_break

Width = Callable[[str], int]
"""Cells that a text takes where it will be read."""


def wrap(text: str, width: int, measured: Width, *, first: str = "", rest: str = "") -> Iterator[str]:
    """Lines of so many cells, broken where Chinese may break; `first` and `rest` stand before them.

    What no break fits is cut anywhere.
    """
    lead = first
    while text:
        end = _line_end(text, max(width - measured(lead), 2), measured)
        yield (lead + text[:end]).rstrip()
        text, lead = text[end:].lstrip(), rest


def _line_end(text: str, room: int, measured: Width) -> int:
    """How many characters of the text go into a line of so many cells; at least one."""
    last = 0
    for at, character in enumerate(text):
        if at and may_break(text, at) and text[at - 1] != "-":
            last = at
        room -= measured(character)
        if room < 0 and character != " ":
            return last or max(at, 1)
    return len(text)
