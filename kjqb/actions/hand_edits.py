"""An issue against a Word file that somebody may have edited by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kjqb.actions.contents import laid_out
from kjqb.actions.incoming import Incoming
from kjqb.check.hand_edits import as_seen
from kjqb.check.subject import HandEdited, PrintedText, Subject
from kjqb.layout.pages import LaidBlock, LaidTable, LaidText, Layout
from kjqb.layout.styles import Role
from kjqb.model.article import Article
from kjqb.model.issue import Issue
from kjqb.model.source import Passage, Source


def against(subject: Subject, word_file: Incoming) -> Subject:
    """An issue of a workspace, to be compared with a Word file.

    Raises UnreadableDocxError.
    """
    from kjqb.ooxml.read import read_document  # lxml is heavy, and most checks do without

    assert subject.issue
    assert subject.bulletin
    document = read_document(word_file.data, word_file.name)
    layout = laid_out(subject.issue, subject.bulletin).layout
    printed = tuple(_printed(layout, subject.issue))
    return replace(subject, edited=HandEdited(printed, document, Source(word_file.name, document.text)))


def _printed(layout: Layout, issue: Issue) -> Iterator[PrintedText]:
    """All paragraphs that an edition prints, in the order in which Word has them: footnotes last."""
    head = issue.masthead
    entries = iter(issue.articles)
    for text in layout.cover:
        if text.role is Role.MASTHEAD:
            yield PrintedText(text.text, head.title, is_own=True)
        elif text.role is Role.CONTENTS_ENTRY:
            yield PrintedText(text.text, next(entries).title, is_own=False)
        else:
            tail = f"\t{text.tail}" if text.tail else ""
            yield PrintedText(text.text + tail, head.title, is_own=False)
    places = [_Places(article) for article in issue.articles]
    for block in layout.blocks:
        yield from (places[block.article or 0].printed(text) for text in _texts(block))
    for text, line in zip(layout.colophon, issue.colophon, strict=True):
        yield PrintedText(text.text, line, is_own=True)
    for block in layout.blocks:
        yield from (places[block.article or 0].printed(text) for text in _notes(block))


class _Places:
    """The passages of an article, taken in order as they are printed."""

    def __init__(self, article: Article) -> None:
        self._last = article.title
        self._texts: dict[str, list[Passage]] = {}
        for passage in article.passages:
            self._texts.setdefault(_key(passage.text), []).append(passage)

    def printed(self, text: LaidText) -> PrintedText:
        """A paragraph with the passage that it prints; with the one before it where it is made from data."""
        found = self._texts.get(_key(text.text))
        if not found:
            return PrintedText(text.text, self._last, is_own=False)
        self._last = found.pop(0) if len(found) > 1 else found[0]
        return PrintedText(text.text, self._last, is_own=True)


def _key(text: str) -> str:
    return "".join(as_seen(text).split())


def _texts(block: LaidBlock) -> Iterator[LaidText]:
    if isinstance(block, LaidText):
        yield block
    elif isinstance(block, LaidTable):
        yield from (cell for row in block.rows for cell in row.cells)


def _notes(block: LaidBlock) -> Iterator[LaidText]:
    yield from (paragraph for text in _texts(block) for note in text.notes for paragraph in note.paragraphs)
