"""Checking texts against the conventions, and mending them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from pathlib import Path

from kjqb.actions.check_cache import CheckCache
from kjqb.actions.checkables import Checkable, WholeIssue, checkables, subject, workspace_of
from kjqb.actions.incoming import STANDARD_INPUT, Incoming
from kjqb.actions.rewrite import rewritten
from kjqb.check.finding import Finding, Report
from kjqb.check.fix import settle
from kjqb.check.registry import UnknownSelectorError, rules, selected
from kjqb.check.subject import Subject
from kjqb.errors import ExitCode, KjqbError, UsageError
from kjqb.model.bulletin import Conventions, Severity
from kjqb.model.issue import IssueId
from kjqb.workspace.files import write_files
from kjqb.workspace.workspace import Workspace


class UnknownRuleError(KjqbError):
    """A rule, a family or a prefix of codes that kjqb.toml names and that does not exist."""

    slug = "unknown-rule"


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check, and by which rules."""

    names: tuple[str, ...] = ()
    """Files, folders, issues, `-`."""
    issues: tuple[IssueId, ...] = ()
    """Issues of the workspace besides; where nothing at all is named, the newest is meant."""
    every_issue: bool = False
    select: tuple[str, ...] = ()
    """In the place of what kjqb.toml selects and ignores; empty to leave both."""
    ignore: tuple[str, ...] = ()
    """Besides what kjqb.toml ignores."""
    against: str = ""
    """A Word file to compare the one issue with."""
    fail_on: Severity | None = None
    base: Path = Path()
    """The current folder."""
    read_standard_input: Callable[[], bytes] = bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found and, where it was asked to, mended."""

    report: Report
    """What remains."""
    fail_on: Severity
    before: Mapping[str, str] = field(default_factory=dict)
    """By name: the texts that fixes or entries change, as they were."""
    after: Mapping[str, str] = field(default_factory=dict)
    """The same as they are, or would be, with the fixes or entries."""
    mended: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    """Those for which entries were, or would be, written."""

    @property
    def exit_code(self) -> ExitCode:
        """INTERNAL where a rule crashed, FINDINGS where a finding that remains is grave enough."""
        return self.report.exit_code(self.fail_on)

    @property
    def diff(self) -> str:
        """The changes as a unified diff; empty where there are none."""
        return "".join(_diff(name, self.before[name], after) for name, after in self.after.items())


def check(request: CheckRequest) -> Outcome:
    """Check without changing anything.

    Raises what reading raises, UnknownSelectorError and OptionError.
    """
    work = Work.of(request)
    cache = work.cache()
    known = cache.read() if cache else None
    report = known or work.run({})
    if cache and not known:
        cache.write(report)
    return work.outcome(report)


def fix(request: CheckRequest, *, unsafe: bool = False, dry_run: bool = False) -> Outcome:
    """Apply the fixes of what is found, as long as there are any, and check again; all files are written, or none.

    Standard input has no file to be written to: its text is in `after`. Where a rule crashes nothing is mended: what it
    would have said of the fixes is not known. Raises FixError where the fixes cannot be
    shown to be right, and FileChangedError where a file is no longer what was checked.
    """
    work = Work.of(request)
    with work.lock() if not dry_run else nullcontext():
        first = work.run({})
        before = {finding.file: finding.extent.source.text for finding in first.findings}
        settled = settle(first, work.run, unsafe=unsafe)
        if not dry_run:
            write_texts(before, settled.texts, work.workspace)
    return replace(
        work.outcome(replace(first, crashes=settled.report.crashes) if dry_run else settled.report),
        before={name: before[name] for name in settled.texts},
        after=settled.texts,
        mended=settled.findings,
    )


def write_texts(before: Mapping[str, str], after: Mapping[str, str], workspace: Workspace | None) -> None:
    """Put texts in the places of those that were read, by name; standard input has no place.

    In a workspace, which is locked, all are written or none, even if the process is killed. Elsewhere a kill may leave
    some files old and some new, each of them whole, as if they had been checked one by one. Raises FileChangedError
    and UnwritableError.
    """
    files = {name: text for name, text in after.items() if name != STANDARD_INPUT}
    data = {Path(name): rewritten(Path(name), before[name], text, name) for name, text in files.items()}
    if workspace and all(path.resolve().is_relative_to(workspace.root) for path in data):
        workspace.write_all({workspace.base / path: text for path, text in data.items()})
    else:
        write_files(data, {Path(name): name for name in files})


@dataclass(frozen=True, slots=True)
class Work:
    """A request resolved: what to look at, and by which conventions."""

    request: CheckRequest
    items: tuple[Checkable, ...]
    workspace: Workspace | None
    conventions: Conventions
    against: Incoming | None = None

    @classmethod
    def of(cls, request: CheckRequest) -> Work:
        """Find what the request names.

        Raises what finding and reading it raises.
        """
        workspace = workspace_of(request.names, request.base)
        named = checkables(request.names, workspace, request.read_standard_input)
        issues = request.issues
        if request.every_issue or not (named or issues):
            workspace = workspace or Workspace.find(request.base)
            issues = workspace.issue_ids() if request.every_issue else (workspace.newest(),)
        items = (*named, *map(WholeIssue, issues))
        stated = workspace.bulletin().conventions if workspace else Conventions()
        return cls(request, items, workspace, _chosen(stated, request), _compared(request, items))

    def run(self, texts: Mapping[str, str]) -> Report:
        """Check everything, texts in the place of what the files of those names hold.

        Raises UnknownRuleError for a rule that kjqb.toml names and that does not exist, and what checking raises.
        """
        from kjqb.check.run import run

        if self.workspace:
            _judge_selectors(self.workspace)
        subjects = self._subjects(texts)
        if self.against:
            from kjqb.actions.hand_edits import against  # lays out, and few checks compare

            subjects = [against(whole, self.against) for whole in subjects]
        return run(subjects, self.conventions, partial=not self._is_whole)

    def _subjects(self, texts: Mapping[str, str]) -> list[Subject]:
        def read() -> list[Subject]:
            return [subject(item, self.workspace, texts) for item in self.items]

        return self.workspace.steadily(read) if self.workspace else read()

    def cache(self) -> CheckCache | None:
        """Where what a check finds is kept; None where anything but whole issues by themselves is checked."""
        issues = tuple(item.id for item in self.items if isinstance(item, WholeIssue))
        if self.workspace is None or self.against or len(issues) < len(self.items):
            return None
        return CheckCache.of(self.workspace, issues, repr((self.request.select, self.request.ignore)))

    def reread(self, texts: Mapping[str, str]) -> Work:
        """The same by the conventions of a kjqb.toml that is among the texts."""
        if self.workspace is None:
            return self
        return replace(self, conventions=_chosen(self.workspace.overlaid(texts).bulletin().conventions, self.request))

    def outcome(self, report: Report) -> Outcome:
        """A report with what else is to be told."""
        return Outcome(report, self.conventions.fail_on)

    def lock(self) -> AbstractContextManager[None]:
        """Hold the workspace, where there is one."""
        return self.workspace.locked() if self.workspace else nullcontext()

    @property
    def _is_whole(self) -> bool:
        """Whether all issues of the workspace are looked at."""
        issues = {item.id for item in self.items if isinstance(item, WholeIssue)}
        return self.workspace is not None and issues >= set(self.workspace.issue_ids())


def _judge_selectors(workspace: Workspace) -> None:
    stated = workspace.bulletin().conventions
    named = [
        *(
            ((("check", key, rank)), selector)
            for key in ("select", "ignore")
            for rank, selector in enumerate(getattr(stated, key))
        ),
        *((("check", code), code) for code in stated.options),
    ]
    for path, selector in named:
        try:
            selected(Conventions(select=(selector,)), rules())
        except UnknownSelectorError as error:
            raise UnknownRuleError(error.what, where=workspace.where(path), hint=error.hint) from error


def _compared(request: CheckRequest, items: Sequence[Checkable]) -> Incoming | None:
    """The Word file to compare with; raises UsageError where it is not one issue that is checked."""
    if not request.against:
        return None
    if len(items) != 1 or not isinstance(items[0], WholeIssue):
        raise UsageError("“--against”要与一期的期号同用", hint="如kjqb check 2024-01 --against 某刊2024年第1期.docx")
    return Incoming.read(request.against)


def _chosen(stated: Conventions, request: CheckRequest) -> Conventions:
    return replace(
        stated,
        select=request.select or stated.select,
        ignore=(*(() if request.select else stated.ignore), *request.ignore),
        fail_on=request.fail_on or stated.fail_on,
    )


def _diff(name: str, before: str, after: str) -> str:
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
