"""The other issues of the bulletin, as far as a rule wants to know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kjqb.model.issue import IssueId
from kjqb.model.source import Source


@dataclass(frozen=True, slots=True)
class Printed:
    """An article of another issue: what its file says, markup included."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Archive:
    """The issues of the bulletin besides the one looked at; their articles are read when they are asked for."""

    issues: tuple[IssueId, ...]
    """The oldest first. An issue that stands outside of the workspace may bear the number of one of them."""
    articles: Callable[[IssueId], tuple[Printed, ...]]
    """The articles of one of the issues; files that cannot be read are left out."""
    stated: Source | None = None
    """The file in which the number of the issue looked at stands; None where that is its own text."""
