"""A whole back issue into the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kjqb.actions.article_files import ArticleFile, Imported, article_file
from kjqb.actions.incoming import Incoming
from kjqb.errors import UsageError, Where
from kjqb.importers.back_issue import BackIssue, read_back_issue
from kjqb.model.issue import Issue, IssueId
from kjqb.model.page_setup import PageSetup
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import ISSUE, Workspace
from kjqb.workspace.write_issue import NewIssue, issue_text

SUFFIXES = ("", ".txt", ".text", ".md", ".markdown")
"""Ends of the names of files that are read as plain text."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import."""

    file: Incoming
    issue: IssueId | None = None
    """Which issue it must be; None where its masthead alone decides."""
    encoding: str | None = None
    any_suffix: bool = False
    """Whether to read it as plain text whatever its name ends in."""


def import_issue(
    workspace: Workspace, request: ImportRequest, *, wait: float = PATIENCE, dry_run: bool = False
) -> Imported:
    """Import a back issue: the whole of it, or nothing.

    Raises UsageError where it is another issue than was said, IssueExistsError, and what reading and writing raise.
    """
    back = _read(request, workspace.bulletin().page_setup)
    _agree(back.issue, request)
    files = tuple(_files(back, request.file))
    texts = {ISSUE: _issue_text(back, files), **{file.file: file.text for file in files}}
    if dry_run:
        folder = workspace.vacant(back.issue.id)
    else:
        with workspace.locked(wait):
            folder = workspace.create(back.issue.id, texts)
    return Imported(back.issue.id, files, workspace.name(folder), back.losses)


def _read(request: ImportRequest, setup: PageSetup) -> BackIssue:
    file = request.file
    if file.suffix == ".pdf" and not request.any_suffix:
        from kjqb.importers.pdf.read import read_pdf_lines  # loads the library, if it is installed

        text = read_pdf_lines(file.data, file.name)
        back = read_back_issue(text.source, setup)
        return replace(back, joined=text.joined(back.issue.articles), losses=(*text.losses, *back.losses))
    if file.suffix not in SUFFIXES and not request.any_suffix:
        raise file.unknown_format("纯文本（txt）和PDF")
    return read_back_issue(file.source(request.encoding), setup)


def _agree(issue: Issue, request: ImportRequest) -> None:
    if request.issue in {None, issue.id}:
        return
    line = issue.masthead.issue_line
    where = line.extent.where if line else Where(request.file.name)
    hint = "去掉“--issue”，或改正刊头的期号"
    raise UsageError(f"刊头说的是{issue.id.label}，“--issue”说的是{request.issue}", where=where, hint=hint)


def _files(back: BackIssue, incoming: Incoming) -> Iterator[ArticleFile]:
    taken: set[str] = set()
    for article, joined in zip(back.issue.articles, back.joined, strict=True):
        file = article_file(article, incoming, taken, joined=joined)
        taken.add(file.file)
        yield file


def _issue_text(back: BackIssue, files: tuple[ArticleFile, ...]) -> str:
    issue = back.issue
    pages = zip(files, back.printed_pages, strict=False)
    return issue_text(
        NewIssue(
            id=issue.id,
            date=issue.date,
            whole_number=issue.whole_number,
            articles=tuple(file.file for file in files),
            title=issue.masthead.title.text,
            office=issue.masthead.office.text if issue.masthead.office else "",
            colophon=tuple(line.text for line in issue.colophon),
            printed={file.file: page for file, page in pages if page},
        )
    )
