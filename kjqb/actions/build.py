"""The month's job: check, contents list, editions; all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kjqb.actions.check import CheckRequest, check
from kjqb.actions.contents import LaidOut, contents_path, is_stored, lay_out_issue
from kjqb.actions.export import DEFAULT, Edition, Exported, Format, TextOptions, editions, exported, places, put
from kjqb.actions.manifest import manifest_path, manifest_text
from kjqb.check.finding import Report
from kjqb.errors import ExitCode
from kjqb.layout.pages import ContentsEntry
from kjqb.layout.target import Target
from kjqb.model.issue import IssueId
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import Workspace

OF_STORED_CONTENTS = ("T601", "T602", "T603", "T604")
"""Rules that compare the stored contents list, which a build makes anew."""

Step = Callable[[str], None]
"""Told what comes next."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build, and how."""

    issues: tuple[IssueId, ...]
    target: Target | None = None
    text: TextOptions = DEFAULT
    epoch: datetime | None = None
    force: bool = False
    """Write editions in spite of findings."""
    wait: float = PATIENCE
    """Seconds to wait for another writer."""


@dataclass(frozen=True, slots=True)
class Built:
    """An issue checked and, if nothing spoke against it, written."""

    issue: IssueId
    report: Report
    exit_code: ExitCode
    """Of the check."""
    contents: str = ""
    """Path of its contents list, relative to the current folder; empty where nothing was written."""
    entries: tuple[ContentsEntry, ...] = ()
    """Of that contents list."""
    exported: Exported | None = None
    manifest: str = ""
    """Path of its manifest, relative to the current folder."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What is to be written of an issue."""

    laid_out: LaidOut
    placed: dict[Path, Edition]
    manifest: str

    def products(self, workspace: Workspace) -> dict[Path, bytes]:
        """The editions and the manifest in their places."""
        editions = {path: edition.data for path, edition in self.placed.items()}
        return {**editions, manifest_path(workspace, self.laid_out.issue.id): self.manifest.encode()}

    def contents(self, workspace: Workspace) -> dict[Path, str]:
        """The contents list in its place; nothing where that is stored already."""
        if is_stored(workspace, self.laid_out):
            return {}
        return {contents_path(workspace, self.laid_out.issue.id): self.laid_out.contents_text}


def build(workspace: Workspace, request: BuildRequest, step: Step) -> tuple[Built, ...]:
    """Check the issues and, if all pass or `force` says so, write their editions and contents lists.

    Where a rule crashed nothing is written, whatever `force` says: nobody knows what the issue's faults are. All is
    made before the first file is written, and all editions, manifests and contents lists are written or none, even if
    the process is killed. Raises LockedError and what reading raises.
    """
    with workspace.locked(request.wait):
        checked = tuple(_checked(workspace, request, step))
        failed = any(built.exit_code for built in checked)
        crashed = any(built.report.crashes for built in checked)
        if crashed or (failed and not request.force):
            return checked
        made = [_made(workspace, built.issue, request, step) for built in checked]
        products = {path: data for each in made for path, data in each.products(workspace).items()}
        put(workspace, products, {path: text for each in made for path, text in each.contents(workspace).items()})
        return tuple(_told(workspace, built, parts) for built, parts in zip(checked, made, strict=True))


def _checked(workspace: Workspace, request: BuildRequest, step: Step) -> Iterator[Built]:
    for issue in request.issues:
        step(f"检查{issue}")
        outcome = check(CheckRequest(issues=(issue,), ignore=OF_STORED_CONTENTS, base=workspace.base))
        yield Built(issue, outcome.report, outcome.exit_code)


def _made(workspace: Workspace, issue: IssueId, request: BuildRequest, step: Step) -> _Made:
    step(f"编排{issue}")
    laid_out = lay_out_issue(workspace, issue, request.target)
    step(f"导出{issue}")
    made = editions(laid_out, tuple(Format), request.text, request.epoch)
    placed = places(workspace, laid_out, made)
    data = {path: edition.data for path, edition in placed.items()}
    return _Made(laid_out, placed, manifest_text(workspace, laid_out, data))


def _told(workspace: Workspace, built: Built, made: _Made) -> Built:
    issue = made.laid_out.issue.id
    return replace(
        built,
        contents=workspace.name(contents_path(workspace, issue)),
        entries=made.laid_out.layout.entries,
        exported=exported(workspace, made.laid_out, made.placed),
        manifest=workspace.name(manifest_path(workspace, issue)),
    )
