"""What is checked: an issue whole or an article by itself, and the parts a rule may look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from kjqb.check.archive import Archive
from kjqb.check.word_layout import WordLayout
from kjqb.layout.scars import Scar, mend
from kjqb.model.article import (
    Article,
    Block,
    Figure,
    Heading,
    Ignore,
    ListItem,
    Paragraph,
    Quote,
    Table,
    block_passages,
)
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Entry, Issue
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.model.source import Passage, Source
from kjqb.ooxml.document import WordDocument


class Kind(Enum):
    """What a part of an issue is to its reader."""

    MASTHEAD = "masthead"
    ISSUE_LINE = "issue-line"
    OFFICE = "office"
    ENTRY = "entry"
    """A title in a contents list; leaders and number do not belong to the part."""
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    """A paragraph of a list."""
    CELL = "cell"
    CAPTION = "caption"
    NOTE = "note"
    """A paragraph of a footnote."""
    COLOPHON = "colophon"

    @property
    def is_title(self) -> bool:
        """Whether its two clauses may be parted by a blank."""
        return self in {Kind.ENTRY, Kind.TITLE, Kind.HEADING}


@dataclass(frozen=True, slots=True)
class Part:
    """One text of an issue and what it is; a paragraph is whole, whatever page breaks had cut."""

    kind: Kind
    passage: Passage

    @property
    def text(self) -> str:
        """Its characters."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Subject:
    """An issue, or an article by itself; made with `of_issue` and `of_article`."""

    articles: tuple[Article, ...]
    """In printing order; their paragraphs are whole."""
    issue: Issue | None = None
    """None where the articles stand alone."""
    scars: tuple[Scar, ...] = ()
    """Where page breaks had cut paragraphs of the articles."""
    pages: tuple[int, ...] = ()
    """The page on which the layout puts each article's title; empty where nothing was laid out."""
    page_setup: PageSetup = BULLETIN
    bulletin: Bulletin | None = None
    """What kjqb.toml says of all issues; None outside a workspace."""
    ignores: tuple[Ignore, ...] = ()
    """Those of issue.toml."""
    unlisted: tuple[Source, ...] = ()
    """Texts in the issue's folder that are none of its articles."""
    archive: Archive | None = None
    """The other issues; None where nothing is known of them."""
    word: WordLayout | None = None
    """The Word file that it was read from."""
    edited: HandEdited | None = None
    """The Word file that it is compared with."""

    @classmethod
    def of_issue(
        cls,
        issue: Issue,
        *,
        page_setup: PageSetup = BULLETIN,
        pages: tuple[int, ...] = (),
        bulletin: Bulletin | None = None,
        ignores: tuple[Ignore, ...] = (),
        unlisted: tuple[Source, ...] = (),
    ) -> Subject:
        """An issue of a workspace or a loose text that is one."""
        articles, scars = _mended(issue.articles, page_setup)
        whole = replace(issue, articles=articles)
        return cls(articles, whole, scars, pages, page_setup, bulletin, ignores, unlisted)

    @classmethod
    def of_article(cls, article: Article, *, page_setup: PageSetup = BULLETIN) -> Subject:
        """An article by itself; its title may be empty."""
        articles, scars = _mended((article,), page_setup)
        return cls(articles, scars=scars, page_setup=page_setup)

    @property
    def parts(self) -> Iterator[Part]:
        """All texts, in printing order; a contents list that is generated (toc.toml) is left out."""
        if self.issue:
            yield from _head(self.issue)
        for article in self.articles:
            yield Part(Kind.TITLE, article.title)
            for block in article.blocks:
                yield from (Part(_KINDS[type(block)], passage) for passage in block_passages(block) if passage.text)
            yield from (Part(Kind.NOTE, passage) for note in article.notes for passage in note.passages)
        if self.issue:
            yield from (Part(Kind.COLOPHON, line) for line in self.issue.colophon)

    @property
    def passages(self) -> Iterator[Passage]:
        """All texts as they are printed, contents lines whole."""
        if self.issue:
            yield from self.issue.passages
        else:
            for article in self.articles:
                yield from article.passages

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The lines of its contents list; none where it has no list."""
        return self.issue.contents.entries if self.issue and self.issue.contents else ()


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A paragraph of an issue as it is printed, and the text of the source that it comes from."""

    text: str
    passage: Passage
    """The nearest before it where it is made from data: names of authors, the source, the contents list."""
    is_own: bool
    """Whether the passage is this paragraph's own."""


@dataclass(frozen=True, slots=True)
class HandEdited:
    """An issue as printed, and a Word file that somebody may have edited by hand."""

    printed: tuple[PrintedText, ...]
    document: WordDocument
    source: Source
    """The Word file's text, a line for each paragraph."""


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What became of the `[[ignore]]` entries: those that no finding answered to."""

    unused: tuple[Ignore, ...]
    unknown: tuple[Ignore, ...]
    """Those whose code no rule bears."""


_KINDS: dict[type[Block], Kind] = {
    Paragraph: Kind.PARAGRAPH,
    Heading: Kind.HEADING,
    Quote: Kind.QUOTE,
    ListItem: Kind.ITEM,
    Table: Kind.CELL,
    Figure: Kind.CAPTION,
}


def _mended(articles: tuple[Article, ...], setup: PageSetup) -> tuple[tuple[Article, ...], tuple[Scar, ...]]:
    mended = [mend(article, setup) for article in articles]
    return tuple(article for article, _ in mended), tuple(scar for _, scars in mended for scar in scars)


def _head(issue: Issue) -> Iterator[Part]:
    masthead = issue.masthead
    yield Part(Kind.MASTHEAD, masthead.title)
    if masthead.issue_line:
        yield Part(Kind.ISSUE_LINE, masthead.issue_line)
    if masthead.office:
        yield Part(Kind.OFFICE, masthead.office)
    if issue.contents and not issue.contents.stored:
        yield from (Part(Kind.ENTRY, entry.title) for entry in issue.contents.entries)
