"""An article in the editor's own editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kjqb.actions.listing import rank
from kjqb.external import editor
from kjqb.model.article import Article
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import ArticleMissingError, Workspace


@dataclass(frozen=True, slots=True)
class Edited:
    """An article after it was edited."""

    issue: IssueId
    number: int
    file: str
    changed: bool
    article: Article | None = None
    """None where nothing was opened."""


def edit_article(
    workspace: Workspace, number: int, issue: IssueId | None = None, *, env: Mapping[str, str], dry_run: bool = False
) -> Edited:
    """Open an article (its number from 1) in the editor that $VISUAL or $EDITOR names, and read it afterwards.

    The workspace is not locked meanwhile. Raises UsageError for a number that the issue does not have, ToolMissingError
    without an editor, and what reading the article raises.
    """
    frame = workspace.frame(issue or workspace.newest())
    names = workspace.article_names(frame)
    name = names[rank(number, len(names))]
    path = workspace.folder(frame.id) / name
    file = workspace.name(path)
    if not path.exists():
        raise ArticleMissingError(name, frame.where(name))
    before = workspace.read(path).text
    if dry_run:
        return Edited(frame.id, number, file, changed=False)
    editor.edit(path, env)
    article = workspace.article(frame, name)
    return Edited(frame.id, number, file, changed=article.source.text != before, article=article)
