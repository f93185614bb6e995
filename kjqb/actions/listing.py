"""What is in the workspace: issues, and the articles of an issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kjqb.errors import UsageError
from kjqb.model.article import Article
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article in a list."""

    number: int
    """Its rank in the issue, from 1."""
    title: str
    file: str
    characters: int


@dataclass(frozen=True, slots=True)
class IssueListing:
    """The articles of an issue, in order."""

    issue: IssueId
    date: date | None
    folder: str
    articles: tuple[ListedArticle, ...]
    unlisted: tuple[str, ...] = ()
    """Markdown files in its folder that are none of its articles."""

    @property
    def characters(self) -> int:
        """Of all articles."""
        return sum(article.characters for article in self.articles)


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article, and where it stands."""

    issue: IssueId
    number: int
    article: Article


def list_articles(workspace: Workspace, issue: IssueId | None = None) -> IssueListing:
    """The articles of an issue (the newest)."""
    return workspace.steadily(lambda: _listed(workspace, issue))


def _listed(workspace: Workspace, issue: IssueId | None) -> IssueListing:
    whole = workspace.issue(issue or workspace.newest())
    return IssueListing(
        issue=whole.id,
        date=whole.date,
        folder=workspace.name(workspace.folder(whole.id)),
        articles=tuple(
            ListedArticle(number, article.title.text, article.file, article.characters)
            for number, article in enumerate(whole.articles, 1)
        ),
        unlisted=workspace.unlisted(whole.id),
    )


def list_issues(workspace: Workspace) -> tuple[IssueListing, ...]:
    """Every issue, the oldest first."""
    return workspace.steadily(lambda: tuple(list_articles(workspace, issue) for issue in workspace.issue_ids()))


def show_article(workspace: Workspace, number: int, issue: IssueId | None = None) -> ShownArticle:
    """The article of a rank (from 1) in an issue (the newest).

    Raises UsageError for a rank that it does not have; the other articles are not read.
    """
    return workspace.steadily(lambda: _shown(workspace, number, issue))


def _shown(workspace: Workspace, number: int, issue: IssueId | None) -> ShownArticle:
    frame = workspace.frame(issue or workspace.newest())
    names = workspace.article_names(frame)
    return ShownArticle(frame.id, number, workspace.article(frame, names[rank(number, len(names))]))


def rank(number: int, articles: int) -> int:
    """The index (from 0) of an article's number among so many.

    Raises UsageError if there is no such article.
    """
    if not 1 <= number <= articles:
        hint = f"本期有{articles}篇，可以是1到{articles}" if articles else "本期还没有文章，用“kjqb add”导入"
        raise UsageError(f"没有第{number}篇", hint=hint)
    return number - 1
