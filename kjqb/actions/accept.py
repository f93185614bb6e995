"""Accepting what a check finds: `[[ignore]]` entries for all of it, with one reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from kjqb.actions.check import CheckRequest, Outcome, Work, write_texts
from kjqb.actions.incoming import STANDARD_INPUT
from kjqb.check.finding import Finding, Report
from kjqb.check.suppress import text_for
from kjqb.errors import ExitCode, KjqbError, UsageError, Where
from kjqb.model.article import Ignore
from kjqb.model.source import Source
from kjqb.workspace import contents_file
from kjqb.workspace.article_file import has_front_matter
from kjqb.workspace.issue_file import SUFFIX
from kjqb.workspace.workspace import CONFIGURATION, ISSUE
from kjqb.workspace.write_ignores import with_ignores

OWN_FAMILY = "Q"
"""Rules about the tool's own house-keeping, entries included: what they find is put right, not accepted."""


class NotAcceptedError(KjqbError):
    """Entries that do not silence what they were written for; our fault, and nothing was written."""

    slug = "not-accepted"
    exit_code = ExitCode.INTERNAL


class NowhereToAcceptError(KjqbError):
    """A text that no file states entries for."""

    slug = "nowhere-to-accept"


def accept(request: CheckRequest, reason: str, *, dry_run: bool = False) -> Outcome:
    """Write an entry for every finding, and check again; all files are written, or none.

    An entry goes into the front matter of the article that the finding stands in, into issue.toml for what issue.toml
    and the contents list say, into kjqb.toml for all else. Findings of family Q remain, and where a rule crashes
    nothing is accepted. Raises UsageError without a reason, NowhereToAcceptError outside a workspace, NotAcceptedError
    and FileChangedError.
    """
    if not reason.strip():
        raise UsageError("放行要写明理由", hint="例如“--add-ignores 引文照录原文”")
    work = Work.of(request)
    with work.lock() if not dry_run else nullcontext():
        first = work.run({})
        accepted = tuple(finding for finding in first.findings if finding.rule.family != OWN_FAMILY)
        if first.crashes or not accepted:
            return work.outcome(first)
        homes = _homes(accepted, work)
        before = {name: _text(name, findings, work) for name, findings in homes.items()}
        after = {
            name: with_ignores(Source(name, before[name]), _entries(findings, " ".join(reason.split())))
            for name, findings in homes.items()
        }
        report = work.reread(after).run(after)
        _prove(first, report)
        if not dry_run:
            write_texts(before, after, work.workspace)
    return replace(work.outcome(first if dry_run else report), before=before, after=after, accepted=accepted)


def _homes(findings: Iterable[Finding], work: Work) -> dict[str, list[Finding]]:
    """The findings by the file that their entries belong into."""
    homes: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        homes[_home(finding, work)].append(finding)
    return dict(homes)


def _home(finding: Finding, work: Work) -> str:
    path = Path(finding.file)
    if finding.file == STANDARD_INPUT:
        raise NowhereToAcceptError("标准输入没有地方写放行记录", hint="把文稿存成文件再检查")
    if path.suffix.lower() == SUFFIX and has_front_matter(finding.extent.source):
        return finding.file
    if path.name == contents_file.NAME and (path.parent / ISSUE).exists():
        return (path.parent / ISSUE).as_posix()
    if path.name == ISSUE:
        return finding.file
    if work.workspace is None:
        hint = "在工作区里检查（放行记录写在kjqb.toml），或给文稿加上“+++”括起的题目等信息"
        raise NowhereToAcceptError("这个文件没有地方写放行记录", where=Where(finding.file), hint=hint)
    return work.workspace.name(work.workspace.root / CONFIGURATION)


def _text(name: str, findings: Sequence[Finding], work: Work) -> str:
    """What the file holds: as it was checked, where it was."""
    checked = next((finding.extent.source.text for finding in findings if finding.file == name), None)
    if checked is not None:
        return checked
    assert work.workspace is not None
    return work.workspace.read(work.workspace.base / name).text


def _entries(findings: Sequence[Finding], reason: str) -> tuple[Ignore, ...]:
    """An entry for each finding, or for several that the same words find; those that one file holds."""
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    entries = (Ignore(finding.code, reason, text_for(finding, by_code[finding.code])) for finding in findings)
    return tuple(dict.fromkeys(entries))


def _prove(before: Report, after: Report) -> None:
    """That nothing remains but what cannot be accepted and was there before, so that no entry is idle either."""
    own = Counter(place for place in _places(before) if place[0].startswith(OWN_FAMILY))
    for code, file, _ in Counter(_places(after)) - own:
        hint = "这是程序的缺陷，文件未作任何改动；请把该文件报告给我们，并先手工写[[ignore]]"
        raise NotAcceptedError(f"放行{code}的记录不起作用，已放弃", where=Where(file), hint=hint)


def _places(report: Report) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.file, finding.message) for finding in report.findings]
