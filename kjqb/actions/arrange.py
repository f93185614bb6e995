"""The order of an issue's articles: moving and removing. What it does to several files happens whole or not at all."""

from __future__ import annotations

import os
from dataclasses import dataclass

from kjqb.actions.listing import rank
from kjqb.model.issue import IssueId
from kjqb.workspace import trash
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
    if dry_run:
        return _arranged(workspace, frame.id, names, name)
    folder = workspace.folder(frame.id)
    path, listed = folder / name, folder / ISSUE
    changed = relisted(workspace.read(listed), names)
    if not os.path.lexists(path):
        workspace.write_all({listed: changed})
        return _arranged(workspace, frame.id, names, name)
    place = trash.place(workspace, frame.id, name)
    kept = trash.Discarded(frame.id, place, name, number, frame.printed.get(name))
    workspace.write_all({kept.record: kept.record_text, listed: changed}, {path: place})
    return _arranged(workspace, frame.id, names, name, workspace.name(place))


def _relist(workspace: Workspace, issue: IssueId, names: list[str]) -> None:
    path = workspace.folder(issue) / ISSUE
    workspace.write_all({path: relisted(workspace.read(path), names)})


def _arranged(workspace: Workspace, issue: IssueId, names: list[str], name: str, thrown: str = "") -> Arranged:
    folder = workspace.folder(issue)
    shown = [workspace.name(folder / each) for each in (*names, name)]
    return Arranged(issue, tuple(shown[:-1]), shown[-1], thrown)
