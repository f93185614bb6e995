"""Articles from elsewhere into an issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kjqb.actions.article_files import ArticleFile, Imported, article_file, refuse_known
from kjqb.actions.import_diff import Compared, numbered
from kjqb.actions.incoming import Incoming
from kjqb.errors import KjqbError, UsageError, Where
from kjqb.importers.formats import read_article
from kjqb.importers.result import ImportedArticle, Loss
from kjqb.importers.suggestions import with_suggestions
from kjqb.model.article import Article, Licence
from kjqb.model.issue import IssueId
from kjqb.model.source import Source
from kjqb.workspace.article_file import has_front_matter
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import ISSUE, Workspace
from kjqb.workspace.write_issue import relisted


class UntitledError(KjqbError):
    """A text in which no title is found."""

    slug = "title-missing"

    def __init__(self, name: str) -> None:
        hint = "用“--title”写明，或让题目单独成为第一行"
        super().__init__("没有找到题目", where=Where(name), hint=hint)


@dataclass(frozen=True, slots=True)
class Details:
    """What the editor says of the articles; empty or None where he says nothing."""

    title: str | None = None
    section: str = ""
    regions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source_name: str = ""
    source_url: str = ""
    source_date: date | None = None
    licence: Licence | None = None


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What to add, and where."""

    files: tuple[Incoming, ...]
    issue: IssueId | None = None
    """None for the newest."""
    at: int | None = None
    """Rank of the first of them in the issue, from 1; None for the end."""
    details: Details = Details()
    kind: str | None = None
    """The name of the files' format; None to go by each file's name and bytes."""
    encoding: str | None = None
    again: bool = False
    """Whether to take a file that was added before."""
    revisions: str = "final"
    """Which text of a Word file with tracked changes: `final`, `original`, or `ask` to refuse it."""


def add_articles(
    workspace: Workspace, request: AddRequest, *, wait: float = PATIENCE, dry_run: bool = False
) -> Imported:
    """Add articles to an issue: all of them, or none.

    Raises UsageError, AddedBeforeError, UntitledError, and what reading and writing raise.
    """
    if request.details.title is not None and len(request.files) > 1:
        raise UsageError("“--title”只能用于一个文件", hint="逐个导入，或去掉“--title”")
    if dry_run:
        return _added(workspace, request, dry_run=True)
    with workspace.locked(wait):
        return _added(workspace, request, dry_run=False)


def _added(workspace: Workspace, request: AddRequest, *, dry_run: bool) -> Imported:
    issue = workspace.issue(request.issue or workspace.newest())  # whole, so that no faulty article stays unnoticed
    names = list(workspace.article_names(workspace.frame(issue.id)))
    at = len(names) if request.at is None else request.at - 1
    if not 0 <= at <= len(names):
        raise UsageError(f"不能放在第{request.at}篇", hint=f"本期有{len(names)}篇，可以是1到{len(names) + 1}")
    if not request.again:
        refuse_known(workspace, request.files)
    folder = workspace.folder(issue.id)
    taken = {entry.name for entry in folder.iterdir()}
    files: list[ArticleFile] = []
    imports: list[ImportedArticle] = []
    for incoming in request.files:
        imported = _read(incoming, request)
        files.append(article_file(imported.article, incoming, taken, joined=imported.joined))
        imports.append(imported)
        taken.add(files[-1].file)
    names[at:at] = [file.file for file in files]
    if not dry_run:
        path = folder / ISSUE
        images = {folder / name: blob for file in files for name, blob in file.images.items()}
        texts = {folder / file.file: file.text for file in files}
        workspace.write_all({**images, **texts, path: relisted(workspace.read(path), names)})
    name = workspace.name(folder)
    return Imported(
        issue=issue.id,
        articles=tuple(files),
        folder=name,
        losses=tuple(loss for file, imported in zip(files, imports, strict=True) for loss in _losses(file, imported)),
        changes=tuple(change for imported in imports for change in imported.changes),
        compared=tuple(_compared(file, imported, name) for file, imported in zip(files, imports, strict=True)),
    )


def _read(incoming: Incoming, request: AddRequest) -> ImportedArticle:
    """What a file is, with what the editor says of it and what is suggested."""
    received = incoming.for_import(request.encoding, request.revisions, request.details.title)
    imported = read_article(received, request.kind)
    if not imported.article.title.text.strip():
        raise UntitledError(incoming.name)
    article = _detailed(imported.article, request.details)
    own = has_front_matter(_raw(article))
    return replace(imported, article=article if own else with_suggestions(article))


def _losses(file: ArticleFile, imported: ImportedArticle) -> Iterator[Loss]:
    yield from imported.losses
    if file.unset:
        yield Loss(f"加粗、着重标记{file.unset}处未保留，文字照录", Where(imported.article.file))


def _raw(article: Article) -> Source:
    """The text that an imported article was made from; its title may be the command line's."""
    return next((each.source for each in article.passages if each.source.name == article.file), article.source)


def _compared(file: ArticleFile, imported: ImportedArticle, folder: str) -> Compared:
    raw = _raw(imported.article)
    lines = numbered(file.text) if has_front_matter(raw) else file.lines
    return Compared(raw, f"{folder}/{file.file}", lines)


def _detailed(article: Article, details: Details) -> Article:
    """The article with what the editor says in the place of what it says itself."""
    origin = article.origin
    return replace(
        article,
        section=details.section or article.section,
        regions=details.regions or article.regions,
        keywords=details.keywords or article.keywords,
        origin=replace(
            origin,
            name=details.source_name or origin.name,
            url=details.source_url or origin.url,
            date=details.source_date or origin.date,
            licence=details.licence or origin.licence,
        ),
    )
