"""The formats in which a report is given out: pure functions from the report to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kjqb.check.finding import Report

Format = Callable[["Report", int], str]
"""From a report, and the cells that the reader's window is wide, to what he is shown; lines end in a line end."""


def _rendered(name: str, report: Report, width: int) -> str:
    render: Format = import_module(f"{__name__}.{name}").render
    return render(report, width)


FORMATS: Mapping[str, Format] = {
    name: partial(_rendered, name) for name in ("full", "concise", "json", "sarif", "junit", "github", "rdjson")
}
"""By the name that `--output-format` takes; each is the module of that name, which is loaded when it is asked for."""

__all__ = ["FORMATS", "Format"]
