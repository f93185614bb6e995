"""Bringing removed articles back."""

from __future__ import annotations

from dataclasses import dataclass

from kjqb.errors import UsageError
from kjqb.model.issue import IssueId
from kjqb.model.source import Source
from kjqb.workspace import trash
from kjqb.workspace.file_names import unused
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.trash import Discarded
from kjqb.workspace.workspace import ISSUE, Workspace
from kjqb.workspace.write_issue import relisted, with_printed


@dataclass(frozen=True, slots=True)
class Removed:
    """An article in the trash, as it is listed."""

    number: int
    """Its rank in the list, from 1."""
    issue: IssueId
    title: str
    path: str
    """Where it is now, relative to the current folder."""


@dataclass(frozen=True, slots=True)
class Restored:
    """An article that is, or would be, in its issue again."""

    issue: IssueId
    file: str
    """Relative to the current folder."""
    number: int
    """Its rank in the issue, from 1."""
    files: tuple[str, ...]
    """All articles of the issue, in their order."""


def removed_articles(workspace: Workspace, issue: IssueId | None = None) -> tuple[Removed, ...]:
    """What can be brought back, of one issue or of all: the newest issue first."""

    def read() -> tuple[Removed, ...]:
        return tuple(
            Removed(number, each.issue, each.title, workspace.name(each.path))
            for number, each in enumerate(_of(workspace, issue), 1)
        )

    return workspace.steadily(read)


def restore_article(
    workspace: Workspace,
    number: int,
    issue: IssueId | None = None,
    *,
    at: int | None = None,
    wait: float = PATIENCE,
    dry_run: bool = False,
) -> Restored:
    """Put an article back into its issue: to a place (from 1), else to the one it had, as far as that is there.

    `number` is its rank in the list that `removed_articles` gives for the same issue. Raises UsageError for a number
    or a place that does not exist, IssueMissingError where the issue is gone.
    """
    if dry_run:
        return _restored(workspace, _chosen(workspace, number, issue), at, dry_run=True)
    with workspace.locked(wait):
        return _restored(workspace, _chosen(workspace, number, issue), at, dry_run=False)


def _of(workspace: Workspace, issue: IssueId | None) -> tuple[Discarded, ...]:
    return tuple(each for each in trash.discarded(workspace) if issue in {None, each.issue})


def _chosen(workspace: Workspace, number: int, issue: IssueId | None) -> Discarded:
    removed = _of(workspace, issue)
    if not 1 <= number <= len(removed):
        hint = f"可以是1到{len(removed)}，用“kjqb restore”查看" if removed else "移出过的文章才能取回"
        raise UsageError(f"回收站里没有第{number}篇", hint=hint)
    return removed[number - 1]


def _restored(workspace: Workspace, chosen: Discarded, at: int | None, *, dry_run: bool) -> Restored:
    frame = workspace.frame(chosen.issue)
    names = list(workspace.article_names(frame))
    if at is not None and not 1 <= at <= len(names) + 1:
        raise UsageError(f"不能放在第{at}篇", hint=f"本期有{len(names)}篇，可以是1到{len(names) + 1}")
    place = min(at or chosen.number or len(names) + 1, len(names) + 1)
    folder = workspace.folder(chosen.issue)
    name = unused(chosen.file, [*names, *(path.name for path in folder.iterdir())])
    names.insert(place - 1, name)
    if not dry_run:
        _put_back(workspace, chosen, names, name)
    shown = tuple(workspace.name(folder / each) for each in names)
    return Restored(chosen.issue, shown[place - 1], place, shown)


def _put_back(workspace: Workspace, chosen: Discarded, names: list[str], name: str) -> None:
    folder = workspace.folder(chosen.issue)
    source = workspace.read(folder / ISSUE)
    text = relisted(source, names)
    if chosen.printed is not None:
        text = with_printed(Source(source.name, text), name, chosen.printed)
    workspace.write_all({folder / ISSUE: text}, {chosen.path: folder / name}, [chosen.record])
