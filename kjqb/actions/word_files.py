"""Word files as subjects of a check."""

from __future__ import annotations

from dataclasses import replace

from kjqb.actions.incoming import Incoming
from kjqb.check.subject import Subject
from kjqb.check.word_layout import WordLayout
from kjqb.importers.word import read_word
from kjqb.model.issue import Issue
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.ooxml.read import read_document
from kjqb.workspace.workspace import Workspace


def word_file(incoming: Incoming, workspace: Workspace | None) -> Subject:
    """The issue or article that a Word file is, with its layout.

    The page setup that it should have is its issue's in the workspace, else the bulletin's; outside of a workspace it
    is that of the presets which the file comes nearest to. Raises UnreadableDocxError.
    """
    document = read_document(incoming.data, incoming.name)
    found = read_word(document, incoming.name)
    setup = _setup(found, workspace)
    if isinstance(found, Issue):
        layout = WordLayout.of_issue(document, found, setup)
        return replace(Subject.of_issue(found, page_setup=setup or BULLETIN), word=layout)
    layout = WordLayout.of_article(document, found, setup)
    return replace(Subject.of_article(found, page_setup=setup or BULLETIN), word=layout)


def _setup(found: object, workspace: Workspace | None) -> PageSetup | None:
    if workspace is None:
        return None
    own = None
    if isinstance(found, Issue) and found.id in workspace.issue_ids():
        own = workspace.issue(found.id).page_setup
    return own or workspace.bulletin().page_setup
