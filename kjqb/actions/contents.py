"""An issue laid out, and its contents list: computed, written, compared with the one stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kjqb.errors import KjqbError
from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Entry, Issue, IssueId
from kjqb.workspace import contents_file
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import Workspace


class EmptyIssueError(KjqbError):
    """An issue that has no articles yet, so that there is nothing to lay out."""

    slug = "issue-empty"

    def __init__(self, issue: IssueId) -> None:
        super().__init__(f"{issue.label}还没有文章", hint="用“kjqb add”加入文章，再编排")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An issue with its pages."""

    issue: Issue
    bulletin: Bulletin
    """With the page setup of this issue."""
    layout: Layout

    @property
    def contents_text(self) -> str:
        """The text that toc.toml should hold."""
        layout = self.layout
        return contents_file.contents_text(layout.entries, target=layout.target.value, pages=len(layout.pages))


@dataclass(frozen=True, slots=True)
class Difference:
    """An article whose page in the stored contents list is not the one computed; None where it is not listed there."""

    title: str
    stored: int | None
    computed: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stored contents list against the one computed."""

    laid_out: LaidOut
    is_current: bool
    differences: tuple[Difference, ...]
    """By article; empty where the list differs in another way or is not there."""


def lay_out_issue(workspace: Workspace, issue: IssueId | None = None, target: Target | None = None) -> LaidOut:
    """Lay out an issue (the newest) for a target (Word)."""
    read = workspace.steadily(lambda: (workspace.issue(issue or workspace.newest()), workspace.bulletin()))
    return laid_out(*read, target)


def laid_out(issue: Issue, bulletin: Bulletin, target: Target | None = None) -> LaidOut:
    """Lay out an issue that has been read for a target (Word).

    Raises EmptyIssueError when it has no articles.
    """
    if not issue.articles:
        raise EmptyIssueError(issue.id)
    bulletin = replace(bulletin, page_setup=issue.page_setup or bulletin.page_setup)
    return LaidOut(issue, bulletin, lay_out(issue, bulletin, target or Target.WORD))


def write_contents(
    workspace: Workspace, issue: IssueId | None = None, target: Target | None = None, *, wait: float = PATIENCE
) -> LaidOut:
    """Compute an issue's contents list and store it as toc.toml; a file that says the same already is let be."""
    with workspace.locked(wait):
        laid_out = lay_out_issue(workspace, issue, target)
        store(workspace, laid_out)
    return laid_out


def store(workspace: Workspace, laid_out: LaidOut) -> Path:
    """Store the contents list of an issue, and say where; the workspace must be locked."""
    path = contents_path(workspace, laid_out.issue.id)
    if not is_stored(workspace, laid_out):
        workspace.write_all({path: laid_out.contents_text})
    return path


def is_stored(workspace: Workspace, laid_out: LaidOut) -> bool:
    """Whether toc.toml says what this layout gives."""
    return _stored_text(workspace, laid_out.issue.id) == laid_out.contents_text


def compare_contents(workspace: Workspace, issue: IssueId | None = None, target: Target | None = None) -> Comparison:
    """Compare the stored contents list with the one computed for a target (the one it was stored for)."""
    return workspace.steadily(lambda: _compared(workspace, issue, target))


def _compared(workspace: Workspace, issue: IssueId | None, target: Target | None) -> Comparison:
    number = issue or workspace.newest()
    stored = workspace.issue(number).contents
    laid_out = lay_out_issue(workspace, number, target or stored_target(stored.target if stored else ""))
    current = _stored_text(workspace, number) == laid_out.contents_text
    differences = () if current or not stored else tuple(_differences(stored.entries, laid_out.layout))
    return Comparison(laid_out, current, differences)


def contents_path(workspace: Workspace, issue: IssueId) -> Path:
    """Where an issue's contents list is stored."""
    return workspace.folder(issue) / contents_file.NAME


def stored_target(name: str) -> Target:
    """The target of a stored contents list; Word's where it names none that is known."""
    return Target(name) if name in {target.value for target in Target} else Target.WORD


def _stored_text(workspace: Workspace, issue: IssueId) -> str | None:
    """What toc.toml holds, its line ends as we write them; None where there is none."""
    path = contents_path(workspace, issue)
    return workspace.read(path).text.replace("\r\n", "\n") if path.exists() else None


def _differences(stored: tuple[Entry, ...], layout: Layout) -> list[Difference]:
    pages = {entry.title.text: int(entry.page.text) for entry in stored}
    computed = {entry.title: entry.page for entry in layout.entries}
    titles = [*computed, *(title for title in pages if title not in computed)]
    compared = (Difference(title, pages.get(title), computed.get(title)) for title in titles)
    return [difference for difference in compared if difference.stored != difference.computed]
