"""A whole back issue into the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.actions.article_files import ArticleFile, Imported, article_file, refuse_known
from kjqb.actions.import_diff import Compared, Numbered
from kjqb.actions.incoming import Incoming
from kjqb.errors import UsageError, Where
from kjqb.importers.back_issue import BackIssue
from kjqb.importers.formats import read_issue
from kjqb.model.issue import Issue, IssueId
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import ISSUE, Workspace
from kjqb.workspace.write_issue import NewIssue, issue_text


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import."""

    file: Incoming
    issue: IssueId | None = None
    """Which issue it must be; None where its masthead alone decides."""
    encoding: str | None = None
    kind: str | None = None
    """The name of its format; None to go by its name and bytes."""
    revisions: str = "final"
    """Which text of a Word file with tracked changes: `final`, `original`, or `ask` to refuse it."""
    again: bool = False
    """Whether to take a file that came in before, as another issue."""


def import_issue(
    workspace: Workspace, request: ImportRequest, *, wait: float = PATIENCE, dry_run: bool = False
) -> Imported:
    """Import a back issue: the whole of it, or nothing.

    Raises UsageError where it is another issue than was said, IssueExistsError, AddedBeforeError, and what reading and
    writing raise.
    """
    received = request.file.for_import(request.encoding, request.revisions)
    back = read_issue(received, workspace.bulletin().page_setup, request.kind)
    _agree(back.issue, request)
    folder = workspace.vacant(back.issue.id)
    if not request.again:
        refuse_known(workspace, (request.file,))
    files = tuple(_files(back, request.file))
    if not dry_run:
        with workspace.locked(wait):
            workspace.create(back.issue.id, {ISSUE: _issue_text(back, files), **_contents(files)})
    name = workspace.name(folder)
    return Imported(
        issue=back.issue.id,
        articles=files,
        folder=name,
        losses=back.losses,
        changes=back.changes,
        compared=(Compared(back.issue.masthead.title.source, name, tuple(_lines(back, files))),),
    )


def _contents(files: tuple[ArticleFile, ...]) -> dict[str, str | bytes]:
    """What the issue's folder is to hold of the articles: their images and their texts."""
    images = {name: blob for file in files for name, blob in file.images.items()}
    return {**images, **{file.file: file.text for file in files}}


def _lines(back: BackIssue, files: tuple[ArticleFile, ...]) -> Iterator[Numbered]:
    """All that goes into the workspace, in the order of the printed issue."""
    issue = back.issue
    head = (issue.masthead.title, issue.id.label, issue.masthead.office)
    listed = (f"{file.title} {page}" for file, page in zip(files, back.printed_pages, strict=True) if page)
    articles = (text for file in files for _, text in file.lines)
    shown = (*(each if isinstance(each, str) else each.text for each in head if each), *listed, *articles)
    return enumerate(filter(None, (*shown, *(line.text for line in issue.colophon))), 1)


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
