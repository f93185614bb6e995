"""The order of an issue's articles: moving and removing."""

from __future__ import annotations

from dataclasses import dataclass

from kjqb.actions.listing import rank
from kjqb.model.issue import IssueId
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import ISSUE, Workspace
from kjqb.workspace.write_issue import relisted


@dataclass(frozen=True, slots=True)
class Arranged:
    """An issue's articles after the change."""

    issue: IssueId
    files: tuple[str, ...]
    """In their order, relative to the current folder."""
    file: str
    """The article that was moved or removed; where it stood before."""
    trash: str = ""
    """Where a removed article is now."""


def move_article(
    workspace: Workspace,
    number: int,
    to: int,
    issue: IssueId | None = None,
    *,
    wait: float = PATIENCE,
    dry_run: bool = False,
) -> Arranged:
    """Give an article (its number from 1) another number; the others keep their order.

    Raises UsageError for a number that the issue does not have.
    """
    if dry_run:
        return _moved(workspace, number, to, issue, dry_run=True)
    with workspace.locked(wait):
        return _moved(workspace, number, to, issue, dry_run=False)


def remove_article(
    workspace: Workspace, number: int, issue: IssueId | None = None, *, wait: float = PATIENCE, dry_run: bool = False
) -> Arranged:
    """Take an article (its number from 1) out of an issue; its file goes to the trash.

    Raises UsageError for a number that the issue does not have.
    """
    if dry_run:
        return _removed(workspace, number, issue, dry_run=True)
    with workspace.locked(wait):
        return _removed(workspace, number, issue, dry_run=False)


def _moved(workspace: Workspace, number: int, to: int, issue: IssueId | None, *, dry_run: bool) -> Arranged:
    frame = workspace.frame(issue or workspace.newest())
    names = list(workspace.article_names(frame))
    name = names.pop(rank(number, len(names)))
    names.insert(rank(to, len(names) + 1), name)
    if not dry_run:
        _relist(workspace, frame.id, names)
    return _arranged(workspace, frame.id, names, name)


def _removed(workspace: Workspace, number: int, issue: IssueId | None, *, dry_run: bool) -> Arranged:
    frame = workspace.frame(issue or workspace.newest())
    names = list(workspace.article_names(frame))
    name = names.pop(rank(number, len(names)))
    path = workspace.folder(frame.id) / name
    trash = ""
    if not dry_run:
        _relist(workspace, frame.id, names)
        trash = workspace.name(workspace.discard(path)) if path.exists() else ""
    return _arranged(workspace, frame.id, names, name, trash)


def _relist(workspace: Workspace, issue: IssueId, names: list[str]) -> None:
    path = workspace.folder(issue) / ISSUE
    workspace.write(path, relisted(workspace.read(path), names))


def _arranged(workspace: Workspace, issue: IssueId, names: list[str], name: str, trash: str = "") -> Arranged:
    folder = workspace.folder(issue)
    shown = [workspace.name(folder / each) for each in (*names, name)]
    return Arranged(issue, tuple(shown[:-1]), shown[-1], trash)
