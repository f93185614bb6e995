"""Texts in the cells of a terminal, where Han characters and full-width marks take two."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from kjqb.render import wrap as wrapping

__all__ = ["cell_len", "padded", "wrap"]


def padded(text: str, width: int) -> str:
    """The text with blanks behind it up to so many cells."""
    return text + " " * (width - cell_len(text))


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> Iterator[str]:
    """Words of the program in lines of so many cells of a terminal."""
    return wrapping.wrap(text, width, cell_len, first=first, rest=rest)
