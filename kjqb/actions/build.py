"""The month's job: check, contents list, editions; all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kjqb.actions.check import CheckRequest, check
from kjqb.actions.contents import LaidOut, lay_out_issue, store
from kjqb.actions.export import DEFAULT, Edition, Exported, Format, TextOptions, editions, exported, places, put
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


def build(workspace: Workspace, request: BuildRequest, step: Step) -> tuple[Built, ...]:
    """Check the issues and, if all pass or `force` says so, write their editions and contents lists.

    Where a rule crashed nothing is written, whatever `force` says: nobody knows what the issue's faults are. All is
    made before the first file is written, and all editions are written or none. Raises LockedError and what reading
    raises.
    """
    with workspace.locked(request.wait):
        checked = tuple(_checked(workspace, request, step))
        failed = any(built.exit_code for built in checked)
        crashed = any(built.report.crashes for built in checked)
        if crashed or (failed and not request.force):
            return checked
        made = [_made(workspace, built.issue, request, step) for built in checked]
        put(workspace, {path: edition for _, placed in made for path, edition in placed.items()})
        return tuple(_stored(workspace, built, *parts) for built, parts in zip(checked, made, strict=True))


def _checked(workspace: Workspace, request: BuildRequest, step: Step) -> Iterator[Built]:
    for issue in request.issues:
        step(f"检查{issue}")
        outcome = check(CheckRequest(issues=(issue,), ignore=OF_STORED_CONTENTS, base=workspace.base))
        yield Built(issue, outcome.report, outcome.exit_code)


def _made(
    workspace: Workspace, issue: IssueId, request: BuildRequest, step: Step
) -> tuple[LaidOut, dict[Path, Edition]]:
    step(f"编排{issue}")
    laid_out = lay_out_issue(workspace, issue, request.target)
    step(f"导出{issue}")
    made = editions(laid_out, tuple(Format), request.text, request.epoch)
    return laid_out, places(workspace, laid_out, made)


def _stored(workspace: Workspace, built: Built, laid_out: LaidOut, placed: dict[Path, Edition]) -> Built:
    path = store(workspace, laid_out)
    written = exported(workspace, laid_out, placed)
    return replace(built, contents=workspace.name(path), entries=laid_out.layout.entries, exported=written)
