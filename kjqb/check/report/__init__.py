"""The formats in which a report is given out: pure functions from the report to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kjqb.check.finding import Report
from kjqb.check.report.github import commands
from kjqb.check.report.json import document
from kjqb.check.report.text import full

if TYPE_CHECKING:
    from rich.text import Text

Format = Callable[[Report, int], "str | Text"]
"""From a report, and the cells that the reader's window is wide, to what he is shown; lines end in a line end."""

FORMATS: Mapping[str, Format] = {
    "full": full,
    "json": document,
    "github": commands,
}
"""By the name that `--output-format` takes; a new format is one module and one line here."""

__all__ = ["FORMATS", "Format"]
