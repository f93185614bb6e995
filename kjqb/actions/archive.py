"""The issues of a workspace besides the one that is checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from stat import S_ISLNK

from kjqb.check.archive import Archive, Printed
from kjqb.model.issue import IssueId
from kjqb.model.source import Source
from kjqb.workspace.article_file import glance
from kjqb.workspace.workspace import ISSUE, Workspace

_MOST_ARTICLES = 4096
"""So many are kept while all issues are checked, each of which is compared with those before it."""


def archive(workspace: Workspace, number: IssueId | None = None) -> Archive:
    """All issues but that of the number; all of them for an issue that stands in a text by itself."""
    folders = workspace.folders()

    def articles(issue: IssueId) -> tuple[Printed, ...]:
        found = (_printed(workspace, path) for path in workspace.manuscripts(folders[issue]))
        return tuple(article for article in found if article)

    others = tuple(issue for issue in sorted(folders) if issue != number)
    stated = Source(workspace.name(folders[number] / ISSUE), "") if number else None
    return Archive(others, articles, stated)


def _printed(workspace: Workspace, path: Path) -> Printed | None:
    """None for a file that cannot be read: checking its own issue says why."""
    try:
        overlaid = workspace.texts.get(workspace.name(path)) if workspace.texts else None
        if overlaid is not None:
            return Printed(*glance(overlaid))
        changed = path.lstat()
        return None if S_ISLNK(changed.st_mode) else _kept(path, changed.st_mtime_ns, changed.st_size)
    except (ValueError, OSError):
        return None


@lru_cache(maxsize=_MOST_ARTICLES)
def _kept(path: Path, _changed: int, _size: int) -> Printed:
    """A file as it is since it was last changed, in nanoseconds, to that size."""
    return Printed(*glance(path.read_text("utf-8")))
