"""Keywords of an issue's articles: suggested from the archive, written only as an editor takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kjqb.actions.listing import rank
from kjqb.archive.keywords import MOST, Candidate, candidates
from kjqb.archive.records import Record, records
from kjqb.errors import UsageError
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace
from kjqb.workspace.write_keywords import with_keywords


@dataclass(frozen=True, slots=True)
class Suggested:
    """An article, and what may be keywords of it."""

    record: Record
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """Keywords that an article was given."""

    issue: IssueId
    number: int
    file: str
    added: tuple[str, ...]
    """In the vocabulary's words; what the article had already is left out."""


def suggest_keywords(
    workspace: Workspace, issue: IssueId | None = None, number: int | None = None, most: int = MOST
) -> tuple[Suggested, ...]:
    """Candidates for the articles of an issue (the newest), or for one of them (its number from 1).

    Raises UsageError for a number that the issue does not have.
    """
    chosen = issue or workspace.newest()
    own = records(workspace, [chosen])
    others = records(workspace, [each for each in workspace.issue_ids() if each != chosen])
    wanted = own if number is None else (own[rank(number, len(own))],)
    vocabulary = workspace.vocabulary()
    return tuple(
        Suggested(
            record, candidates(record, (*others, *(each for each in own if each is not record)), vocabulary, most)
        )
        for record in wanted
    )


def take_keywords(
    workspace: Workspace, words: Sequence[str], number: int, issue: IssueId | None = None, *, dry_run: bool = False
) -> Taken:
    """Add keywords to an article (its number from 1): the vocabulary's terms for them, each once.

    Raises UsageError for a number that the issue does not have or an empty word, LockedError, UnwritableError.
    """
    if not all(word.strip() for word in words):
        raise UsageError("关键词不能是空的", hint="在“--take”后面写一个词")
    with workspace.locked():
        frame = workspace.frame(issue or workspace.newest())
        names = workspace.article_names(frame)
        name = names[rank(number, len(names))]
        article = workspace.article(frame, name)
        vocabulary = workspace.vocabulary()
        preferred = dict.fromkeys(term for word in words for term in vocabulary.preferred(word.strip()))
        added = tuple(term for term in preferred if term not in article.keywords)
        path = workspace.folder(frame.id) / name
        if added:
            text = with_keywords(article.source, added)
            if not dry_run:
                workspace.write(path, text)
    return Taken(frame.id, number, workspace.name(path), added)
