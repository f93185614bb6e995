"""A whole back issue: its cut paragraphs joined, its printed pages, and what could not be carried over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kjqb.errors import KjqbError
from kjqb.importers.changes import mended_changes, text_changes
from kjqb.importers.contents_list import key
from kjqb.importers.loose import LooseIssue, take_apart
from kjqb.importers.masthead import office_name
from kjqb.importers.result import Change, Loss, lost, lost_folios, quoted
from kjqb.importers.suggestions import with_suggestions
from kjqb.layout.scars import mend
from kjqb.model.article import Article
from kjqb.model.issue import FIRST_NUMBER, LAST_NUMBER, Entry, Issue
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Source


class BadIssueNumberError(KjqbError):
    """A back issue whose year or number is not said, or cannot be."""

    slug = "bad-issue-number"


@dataclass(frozen=True, slots=True)
class BackIssue:
    """A back issue as it goes into the workspace."""

    issue: Issue
    """Its articles bear what is suggested for them; its masthead has the office without 编辑."""
    joined: tuple[int, ...]
    """For every article the page breaks mended in it."""
    losses: tuple[Loss, ...]
    """In the order of their places."""
    changes: tuple[Change, ...] = ()

    @property
    def printed_pages(self) -> tuple[int | None, ...]:
        """For every article its page in the contents list, else where the file was last laid out; None for none."""
        return self.issue.printed_pages


def read_back_issue(source: Source, setup: PageSetup) -> BackIssue:
    """The back issue that a text is; `setup` is the page on which it was printed, whose breaks are mended.

    Raises NotAnIssueError and BadIssueNumberError.
    """
    loose = take_apart(source)
    return back_issue(loose, setup, text_changes(loose.issue.articles))


def back_issue(loose: LooseIssue, setup: PageSetup, changes: Sequence[Change] = ()) -> BackIssue:
    """The back issue that a loose one is; `changes` are those that its reading has made.

    Raises BadIssueNumberError.
    """
    _refuse_bad_number(loose.issue)
    mended = [mend(article, setup) for article in loose.issue.articles]
    office = loose.issue.masthead.office
    issue = replace(
        loose.issue,
        articles=tuple(with_suggestions(article) for article, _ in mended),
        masthead=replace(loose.issue.masthead, office=office_name(office) if office else None),
        printed_pages=_pages(loose),
    )
    all_changes = (*changes, *mended_changes(scar for _, scars in mended for scar in scars), *_pages_taken(loose))
    return BackIssue(
        issue=issue,
        joined=tuple(len(scars) for _, scars in mended),
        losses=tuple(sorted(_losses(loose), key=_place)),
        changes=tuple(sorted(all_changes, key=_place)),
    )


def _place(told: Change | Loss) -> tuple[int, int]:
    return told.where.line or 0, told.where.column or 0


def _refuse_bad_number(issue: Issue) -> None:
    line = issue.masthead.issue_line
    where = line.extent.where if line else None
    if not issue.id.year:
        hint = "写成“2024年第1期”的样式，或在文件名里写明年份，如“2024-01.txt”"
        raise BadIssueNumberError("刊头没有说是哪一年", where=where, hint=hint)
    if not FIRST_NUMBER <= issue.id.number <= LAST_NUMBER:
        hint = f"期号应在{FIRST_NUMBER}到{LAST_NUMBER}之间"
        raise BadIssueNumberError(f"不会有{issue.id.label}", where=where, hint=hint)


def _pages(loose: LooseIssue) -> tuple[int | None, ...]:
    """The printed pages by the contents list; where it gives none at all, those of the last layout."""
    printed = tuple(_page(entry) for entry in loose.entries)
    return printed if any(printed) or not loose.laid_out else loose.laid_out


def _pages_taken(loose: LooseIssue) -> Iterator[Change]:
    if loose.laid_out and _pages(loose) == loose.laid_out and any(loose.laid_out):
        yield Change("没有印出的目次页码，页码采用Word上次排版的分页", loose.issue.masthead.title.source.where(0))


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
        parted = f"按题目的样式分为{len(issue.articles)}篇" if len(issue.articles) > 1 else "全文作为一篇收入"
        yield Loss(f"没有找到目次，{parted}", issue.masthead.title.source.where(0))
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
