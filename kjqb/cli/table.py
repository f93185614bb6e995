"""Columns for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kjqb.text.visible import visible

GAP = "  "


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows whose columns begin in the same cell; nothing is broken or cut, and no blanks end a line."""
    from rich.cells import cell_len  # heavy, and --version does without

    shown = [[visible(cell) for cell in row] for row in rows]
    columns = max((len(row) for row in shown), default=0)
    widths = [max((cell_len(row[at]) for row in shown if at < len(row)), default=0) for at in range(columns)]
    lines = (
        GAP.join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False))
        for row in shown
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)
