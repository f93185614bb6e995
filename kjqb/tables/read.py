"""Reading a table: lines of cells parted by tabs; lines that begin with `#` say where it comes from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `NAME.tsv`, in order, each as wide as it is written."""
    lines = (files(__package__) / f"{name}.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
