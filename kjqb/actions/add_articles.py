"""Articles from elsewhere into an issue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kjqb.actions.article_files import ArticleFile, Imported, article_file
from kjqb.actions.incoming import Incoming
from kjqb.errors import KjqbError, UsageError, Where
from kjqb.importers.article import TextFormat, read_article
from kjqb.importers.result import ImportedArticle, Loss
from kjqb.model.article import Article
from kjqb.model.issue import Issue, IssueId
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.workspace import article_file as own_form
from kjqb.workspace.lock import PATIENCE
from kjqb.workspace.workspace import ISSUE, Workspace
from kjqb.workspace.write_issue import relisted

SUFFIXES = {
    "": TextFormat.PLAIN,
    ".txt": TextFormat.PLAIN,
    ".text": TextFormat.PLAIN,
    ".md": TextFormat.MARKDOWN,
    ".markdown": TextFormat.MARKDOWN,
}
"""How a file is marked up, by the end of its name."""


class AddedBeforeError(KjqbError):
    """A file whose bytes are those of an article's source."""

    slug = "added-before"

    def __init__(self, name: str, article: str) -> None:
        super().__init__(f"这个文件已经导入过，就是“{article}”", where=Where(name), hint="确要再导入一次，用“--again”")


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


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What to add, and where."""

    files: tuple[Incoming, ...]
    issue: IssueId | None = None
    """None for the newest."""
    at: int | None = None
    """Rank of the first of them in the issue, from 1; None for the end."""
    details: Details = Details()
    markup: TextFormat | None = None
    """None to go by each file's name."""
    encoding: str | None = None
    again: bool = False
    """Whether to take a file that was added before."""


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
    issue = workspace.issue(request.issue or workspace.newest())
    names = list(workspace.article_names(workspace.frame(issue.id)))
    at = len(names) if request.at is None else request.at - 1
    if not 0 <= at <= len(names):
        raise UsageError(f"不能放在第{request.at}篇", hint=f"本期有{len(names)}篇，可以是1到{len(names) + 1}")
    if not request.again:
        _refuse_known(issue, request.files)
    folder = workspace.folder(issue.id)
    files, losses = _files(request, {entry.name for entry in folder.iterdir()})
    names[at:at] = [file.file for file in files]
    if not dry_run:
        path = folder / ISSUE
        images = {folder / name: blob for file in files for name, blob in file.images.items()}
        texts = {folder / file.file: file.text for file in files}
        workspace.write_all({**images, **texts, path: relisted(workspace.read(path), names)})
    return Imported(issue.id, files, workspace.name(folder), losses)


def _files(request: AddRequest, taken: set[str]) -> tuple[tuple[ArticleFile, ...], tuple[Loss, ...]]:
    files: list[ArticleFile] = []
    losses: list[Loss] = []
    for incoming in request.files:
        imported = _read(incoming, request)
        article = _detailed(imported.article, request.details)
        files.append(article_file(article, incoming, taken, joined=imported.joined))
        taken.add(files[-1].file)
        losses += imported.losses
        if files[-1].unset:
            losses.append(Loss(f"加粗、着重标记{files[-1].unset}处未保留，文字照录", Where(incoming.name)))
    return tuple(files), tuple(losses)


def _refuse_known(issue: Issue, files: tuple[Incoming, ...]) -> None:
    known = {article.origin.sha256: article.file for article in issue.articles if article.origin.sha256}
    for incoming in files:
        if incoming.sha256 in known:
            raise AddedBeforeError(incoming.name, known[incoming.sha256])
        known[incoming.sha256] = incoming.name


def _read(incoming: Incoming, request: AddRequest) -> ImportedArticle:
    if request.markup is None and incoming.suffix in READERS:
        imported = READERS[incoming.suffix](incoming, request)
        if not imported.article.title.text.strip():
            raise UntitledError(incoming.name)
        return imported
    markup = request.markup or SUFFIXES.get(incoming.suffix)
    if markup is None:
        raise incoming.unknown_format("纯文本（txt）、Markdown（md）、网页（html）和PDF")
    source = incoming.source(request.encoding)
    title = request.details.title
    if markup is TextFormat.MARKDOWN and own_form.has_front_matter(source):
        return ImportedArticle(_renamed(own_form.read_article(source, incoming.images), title))
    imported = read_article(source, markup, title=title, images=incoming.images)
    if not imported.article.title.text.strip():
        raise UntitledError(incoming.name)
    return imported


def _page(incoming: Incoming, request: AddRequest) -> ImportedArticle:
    from kjqb.importers.html.read import read_html  # loads lxml

    details, images = request.details, incoming.images
    return read_html(incoming.data, incoming.name, title=details.title, encoding=request.encoding, images=images)


def _pdf(incoming: Incoming, request: AddRequest) -> ImportedArticle:
    from kjqb.importers.pdf.read import read_pdf  # loads the library, if it is installed

    return read_pdf(incoming.data, incoming.name, title=request.details.title)


READERS: dict[str, Callable[[Incoming, AddRequest], ImportedArticle]] = {".html": _page, ".htm": _page, ".pdf": _pdf}
"""What reads files that are no text, by the end of their names."""


def _renamed(article: Article, title: str | None) -> Article:
    if title is None:
        return article
    return replace(article, title=Passage.verbatim(Source("--title", title), Span(0, len(title))).strip())


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
        ),
    )
