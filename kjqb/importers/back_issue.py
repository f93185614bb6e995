"""A whole back issue in plain text: the issue with its cut paragraphs joined, and what could not be carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kjqb.errors import KjqbError
from kjqb.importers.contents_list import key
from kjqb.importers.loose import LooseIssue, take_apart
from kjqb.importers.masthead import office_name
from kjqb.importers.result import Loss, lost, lost_folios, quoted
from kjqb.layout.scars import mend
from kjqb.model.article import Article
from kjqb.model.issue import FIRST_NUMBER, LAST_NUMBER, Entry, Issue
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Source
from kjqb.tables.regions import find_regions


class BadIssueNumberError(KjqbError):
    """A back issue whose year or number is not said, or cannot be."""

    slug = "bad-issue-number"


@dataclass(frozen=True, slots=True)
class BackIssue:
    """A back issue as it goes into the workspace."""

    issue: Issue
    """Its articles bear the regions that their titles name; its masthead has the office without 编辑."""
    joined: tuple[int, ...]
    """For every article the page breaks mended in it."""
    losses: tuple[Loss, ...]
    """In the order of their places."""

    @property
    def printed_pages(self) -> tuple[int | None, ...]:
        """For every article the page that the contents list gives it; None where it is not listed, or with page 0."""
        return self.issue.printed_pages


def read_back_issue(source: Source, setup: PageSetup) -> BackIssue:
    """The back issue that a text is; `setup` is the page on which it was printed, whose breaks are mended.

    Raises NotAnIssueError and BadIssueNumberError.
    """
    return back_issue(take_apart(source), setup)


def back_issue(loose: LooseIssue, setup: PageSetup) -> BackIssue:
    """The same of an issue whose text has been taken apart.

    Raises BadIssueNumberError.
    """
    _refuse_bad_number(loose.issue)
    mended = [mend(article, setup) for article in loose.issue.articles]
    office = loose.issue.masthead.office
    issue = replace(
        loose.issue,
        articles=tuple(_with_regions(article) for article, _ in mended),
        masthead=replace(loose.issue.masthead, office=office_name(office) if office else None),
        printed_pages=tuple(_page(entry) for entry in loose.entries),
    )
    losses = sorted(_losses(loose), key=lambda loss: (loss.where.line or 0, loss.where.column or 0))
    return BackIssue(issue, tuple(len(scars) for _, scars in mended), tuple(losses))


def _refuse_bad_number(issue: Issue) -> None:
    line = issue.masthead.issue_line
    where = line.extent.where if line else None
    if not issue.id.year:
        hint = "写成“2024年第1期”的样式，或在文件名里写明年份，如“2024-01.txt”"
        raise BadIssueNumberError("刊头没有说是哪一年", where=where, hint=hint)
    if not FIRST_NUMBER <= issue.id.number <= LAST_NUMBER:
        hint = f"期号应在{FIRST_NUMBER}到{LAST_NUMBER}之间"
        raise BadIssueNumberError(f"不会有{issue.id.label}", where=where, hint=hint)


def _with_regions(article: Article) -> Article:
    return replace(article, regions=tuple(region.code for region in find_regions(article.title.text)))


def _losses(loose: LooseIssue) -> Iterator[Loss]:
    issue = loose.issue
    start = issue.masthead.title.source.where(0)
    if not issue.masthead.title.text:
        yield Loss("刊头里没有找到刊名", start)
    if issue.masthead.office is None:
        yield Loss("刊头里没有找到编辑单位", start)
    if loose.contents_heading:
        yield lost(loose.contents_heading, "目次的标题{}不随期保存，可写入kjqb.toml的[contents] heading")
    for passage in loose.stray:
        yield lost(passage, "刊头或目次里的{}没有对应的项目，未导入")
    yield from lost_folios(loose.folios)
    if issue.contents is None:
        yield Loss("没有找到目次，全文作为一篇收入", issue.masthead.title.source.where(0))
    yield from (_without_article(entry) for entry in loose.missing)
    for article, entry in zip(issue.articles, loose.entries, strict=True):
        if entry is not None:
            yield from _entry_losses(entry, article)
        elif issue.contents is not None:
            yield _unlisted(article)


def _page(entry: Entry | None) -> int | None:
    return int(entry.page.text) or None if entry else None


def _entry_losses(entry: Entry, article: Article) -> Iterator[Loss]:
    """What the contents list says otherwise than the text, and what it says that cannot be."""
    if key(entry.title.text) != key(article.title.text):
        what = f"目次作{quoted(entry.title.text)}，正文作{quoted(article.title.text)}，以正文为准"
        yield Loss(what, entry.title.extent.where)
    if _page(entry) is None:
        yield Loss(f"目次里{quoted(entry.title.text)}的页码是0，未收入", entry.page.extent.where)


def _without_article(entry: Entry) -> Loss:
    return Loss(f"目次列有{quoted(entry.title.text)}，正文里没有找到这一篇的题目", entry.line.extent.where)


def _unlisted(article: Article) -> Loss:
    return Loss("目次与第一篇题目之间的文字不在目次之列，单独作为一篇收入", article.title.extent.where)
