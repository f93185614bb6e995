"""What commands say of page numbers that are not safe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kjqb.cli.output import Output
    from kjqb.layout.pages import ContentsEntry
    from kjqb.model.issue import IssueId


def warn(out: Output, entries: Iterable[ContentsEntry]) -> None:
    """Name each entry of an issue whose page number is not safe, and what helps."""
    from kjqb.render.terminal.contents import warnings

    _say(out, tuple(warnings(entries)))


def warn_of_issues(out: Output, issues: Mapping[IssueId, Sequence[ContentsEntry]]) -> None:
    """The same for several issues: of more than one, a line each."""
    from kjqb.render.terminal.contents import summary

    if len(issues) == 1:
        warn(out, *issues.values())
    else:
        _say(out, tuple(filter(None, (summary(issue, entries) for issue, entries in issues.items()))))


def _say(out: Output, lines: Sequence[str]) -> None:
    from kjqb.render.terminal.contents import REMEDY

    for line in lines:
        out.warning(line)
    if lines:
        out.note(REMEDY)
