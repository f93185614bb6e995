"""Texts in the cells of a terminal, where Han characters and full-width marks take two."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from kjqb.layout.kinsoku import may_break

__all__ = ["cell_len", "padded", "wrap"]


def padded(text: str, width: int) -> str:
    """The text with blanks behind it up to so many cells."""
    return text + " " * (width - cell_len(text))


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> Iterator[str]:
    """Break a text into lines of so many cells where Chinese may break; `first` and `rest` stand before the lines.

    For words of the program only: pages are never broken here. What no break fits is cut anywhere.
    """
    lead = first
    while text:
        end = _line_end(text, max(width - cell_len(lead), 2))
        yield (lead + text[:end]).rstrip()
        text, lead = text[end:].lstrip(), rest


def _line_end(text: str, room: int) -> int:
    """How many characters of the text go into a line of so many cells; at least one."""
    last = 0
    for at, character in enumerate(text):
        if at and may_break(text, at) and text[at - 1] != "-":
            last = at
        room -= cell_len(character)
        if room < 0 and character != " ":
            return last or max(at, 1)
    return len(text)
