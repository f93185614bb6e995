"""A new issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kjqb.errors import UsageError
from kjqb.model.issue import LAST_NUMBER, IssueId
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import ISSUE, Workspace
from kjqb.workspace.write_issue import NewIssue, issue_text

IN_A_YEAR = {"weekly": 52, "semimonthly": 24, "monthly": 12, "bimonthly": 6, "quarterly": 4}
"""Issues in a year, after which the next year's first comes; an irregular bulletin has none."""


@dataclass(frozen=True, slots=True)
class NewIssueRequest:
    """Which issue to make."""

    today: date
    issue: IssueId | None = None
    """None for the one after the newest."""
    date: date | None = None
    """None for today, if that is in the issue's year."""


@dataclass(frozen=True, slots=True)
class Created:
    """The issue made, or that would be made."""

    issue: IssueId
    file: str
    """Its issue.toml, relative to the current folder."""
    date: date | None
    whole_number: int | None
    gap: str = ""
    """In words, where numbers before it are missing."""


def new_issue(
    workspace: Workspace, request: NewIssueRequest, *, wait: float = PATIENCE, dry_run: bool = False
) -> Created:
    """Make an issue without articles.

    Raises IssueExistsError, LockedError and UnwritableError.
    """
    if dry_run:
        return _made(workspace, request, dry_run=True)
    with workspace.locked(wait):
        return _made(workspace, request, dry_run=False)


def following(issue: IssueId, frequency: str, today: date) -> IssueId:
    """The issue after another: the next number, or the next year's first where the year is full.

    An irregular bulletin begins a new year when the calendar does. Raises UsageError where no number is left.
    """
    last = IN_A_YEAR.get(frequency)
    is_full = issue.number >= last if last else today.year > issue.year
    if is_full:
        return IssueId(issue.year + 1 if last else today.year, 1)
    if issue.number >= LAST_NUMBER:
        hint = f"写明期号，如“kjqb new {IssueId(issue.year + 1, 1)}”"
        raise UsageError(f"{issue.label}之后没有期号可用了", hint=hint)
    return IssueId(issue.year, issue.number + 1)


def _made(workspace: Workspace, request: NewIssueRequest, *, dry_run: bool) -> Created:
    frequency = workspace.bulletin().frequency
    issues = workspace.issue_ids()
    issue = request.issue or _next(issues, frequency, request.today)
    folder = workspace.vacant(issue)
    day = request.date or (request.today if request.today.year == issue.year else None)
    created = Created(
        issue=issue,
        file=workspace.name(folder / ISSUE),
        date=day,
        whole_number=_whole_number(workspace, issues, issue),
        gap=_gap(issues, issue, frequency),
    )
    if not dry_run:
        new = NewIssue(issue, date=created.date, whole_number=created.whole_number)
        workspace.create(issue, {ISSUE: issue_text(new)})
    return created


def _next(issues: tuple[IssueId, ...], frequency: str, today: date) -> IssueId:
    return following(issues[-1], frequency, today) if issues else IssueId(today.year, 1)


def _whole_number(workspace: Workspace, issues: tuple[IssueId, ...], issue: IssueId) -> int | None:
    """One more than that of the newest issue, if that has one and the new one is newer."""
    if not issues or issue < issues[-1]:
        return None
    before = workspace.frame(issues[-1]).whole_number
    return before + 1 if before else None


def _gap(issues: tuple[IssueId, ...], issue: IssueId, frequency: str) -> str:
    earlier = [each for each in issues if each < issue]
    if not earlier or _follows(issue, earlier[-1], frequency):
        return ""
    return f"{earlier[-1].label}与{issue.label}之间有缺期"


def _follows(issue: IssueId, before: IssueId, frequency: str) -> bool:
    """Whether nothing is missing between two issues."""
    if issue.year == before.year:
        return issue.number == before.number + 1
    last = IN_A_YEAR.get(frequency)
    year_is_over = last is None or (issue.year == before.year + 1 and before.number >= last)
    return issue.number == 1 and year_is_over
