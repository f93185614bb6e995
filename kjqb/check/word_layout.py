"""A Word file as the rules of its layout look at it: paragraphs with what they are, and how they should be set."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kjqb.layout.styles import HEADINGS, LISTS, BlockStyle, Role, StyleSheet, style_sheet
from kjqb.model.article import Article, Block, Heading, ListItem, Quote, Table, block_passages
from kjqb.model.issue import Issue
from kjqb.model.page_setup import PRESETS, PageSetup
from kjqb.model.source import Extent, Passage, Source
from kjqb.ooxml.document import Section, WordDocument, WordParagraph, WordRun
from kjqb.text.characters import is_han
from kjqb.text.spans import Span
from kjqb.units import Length, mm, pt

BODY = (Role.BODY, Role.QUOTE, *LISTS)
"""The roles of running text."""

_ASIDE = frozenset({"center", "right", "end", "distribute"})
"""Where no running text stands: captions, authors, sources, names of sections."""

_DEFAULT_SIZE = pt(10)
"""Of a run where nobody says any (ISO/IEC 29500-1, 17.3.2.38)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph of a Word file, and what it is to the reader."""

    paragraph: WordParagraph
    role: Role
    start: int
    """Where it begins in the file's text."""
    source: Source

    @property
    def text(self) -> str:
        """Its characters."""
        return self.paragraph.text

    @property
    def whole(self) -> Extent:
        """All of it."""
        return self.extent(0, len(self.text))

    def extent(self, start: int, end: int) -> Extent:
        """Characters `start` to `end` (exclusive)."""
        return Extent(self.source, Span(self.start + start, self.start + end))

    def shown(self, run: WordRun) -> str:
        """The characters of a run."""
        return self.text[run.span.start : run.span.end]

    @property
    def runs(self) -> Iterator[WordRun]:
        """The runs that show something in the line, raised and lowered ones left out."""
        return (run for run in self.paragraph.runs if self.shown(run).strip() and not run.format.shifted)

    @property
    def chinese(self) -> Iterator[WordRun]:
        """Those of them that hold Han."""
        return (run for run in self.runs if any(map(is_han, self.shown(run))))


@dataclass(frozen=True, slots=True)
class WordLayout:
    """A Word file and the page setup that it should have."""

    document: WordDocument
    setup: PageSetup
    styles: StyleSheet
    """How each role should be set."""
    placed: tuple[Placed, ...]
    """The paragraphs whose role is known, in order; those of an empty text left out."""

    @classmethod
    def of_issue(cls, document: WordDocument, issue: Issue, setup: PageSetup | None) -> WordLayout:
        """Of a file that is an issue; without a page setup that of the presets which it comes nearest to."""
        source = issue.masthead.title.source
        return cls._of(document, source, dict(_roles_of_issue(issue)), setup)

    @classmethod
    def of_article(cls, document: WordDocument, article: Article, setup: PageSetup | None) -> WordLayout:
        """Of a file that is an article."""
        return cls._of(document, article.title.source, dict(_roles(article)), setup)

    @classmethod
    def _of(
        cls, document: WordDocument, source: Source, roles: Mapping[int, Role], setup: PageSetup | None
    ) -> WordLayout:
        starts = tuple(document.starts)
        by_paragraph = {bisect_right(starts, offset) - 1: role for offset, role in reversed(tuple(roles.items()))}
        placed = tuple(
            Placed(document.paragraphs[rank], _set_aside(role, document.paragraphs[rank]), starts[rank], source)
            for rank, role in sorted(by_paragraph.items())
        )
        wanted = setup or _nearest(document, placed)
        title = next((each.text.strip() for each in placed if each.role is Role.MASTHEAD), "")
        return cls(document, wanted, style_sheet(wanted, title, ""), placed)

    def style(self, role: Role) -> BlockStyle:
        """How a role should be set."""
        return self.styles[role]

    def of_roles(self, *roles: Role) -> Iterator[Placed]:
        """The paragraphs of these roles, in order."""
        return (each for each in self.placed if each.role in roles)

    @property
    def sections(self) -> Iterator[tuple[Section, Placed]]:
        """Every section that holds text, and its first paragraph."""
        seen: set[int] = set()
        for each in self.placed:
            if each.paragraph.section not in seen:
                seen.add(each.paragraph.section)
                yield self.section(each), each

    def section(self, each: Placed) -> Section:
        """The section that a paragraph stands in."""
        return self.document.sections[min(each.paragraph.section, len(self.document.sections) - 1)]


def size_of(run: WordRun) -> Length:
    """The size of a run's type."""
    return run.format.size or _DEFAULT_SIZE


def _set_aside(role: Role, paragraph: WordParagraph) -> Role:
    """The role; what stands in the middle or at the right is a caption or the like, whatever the text suggests."""
    is_aside = role is Role.BODY and paragraph.format.align in _ASIDE
    return Role.FIGURE_CAPTION if is_aside else role


def _roles_of_issue(issue: Issue) -> Iterator[tuple[int, Role]]:
    """By the offset at which a text begins what it is."""
    masthead = issue.masthead
    heads = {Role.MASTHEAD: masthead.title, Role.ISSUE_LINE: masthead.issue_line, Role.OFFICE_LINE: masthead.office}
    yield from ((_at(passage), role) for role, passage in heads.items() if passage and passage.text)
    for entry in issue.contents.entries if issue.contents else ():
        yield _at(entry.line), Role.CONTENTS_ENTRY
    for article in issue.articles:
        yield from _roles(article)
    yield from ((_at(line), Role.COLOPHON) for line in issue.colophon)


def _roles(article: Article) -> Iterator[tuple[int, Role]]:
    if article.title.text:
        yield _at(article.title), Role.TITLE
    for block in article.blocks:
        yield from ((_at(passage), _role(block)) for passage in block_passages(block) if passage.text)
    for note in article.notes:
        yield from ((_at(passage), Role.NOTE) for passage in note.passages)


def _role(block: Block) -> Role:
    if isinstance(block, Heading):
        return HEADINGS[block.level - 1]
    if isinstance(block, ListItem):
        return LISTS[min(block.level, len(LISTS)) - 1]
    if isinstance(block, Table):
        return Role.CELL
    return Role.QUOTE if isinstance(block, Quote) else Role.BODY


def _at(passage: Passage) -> int:
    return passage.extent.span.start


def _nearest(document: WordDocument, placed: Iterable[Placed]) -> PageSetup:
    """The preset that has most in common with a file: margin, measure, size of type, pitch; the first of several."""
    body = [each for each in placed if each.role is Role.BODY]
    sizes = Counter(size_of(run) for each in body for run in each.runs)
    pitches = Counter(each.paragraph.format.line for each in body)
    size = sizes.most_common(1)[0][0] if sizes else None
    pitch = pitches.most_common(1)[0][0] if pitches else None
    page = document.sections[-1]

    def likeness(setup: PageSetup) -> int:
        return sum(
            (
                is_near(page.left, setup.margin_left),
                is_near(page.right, setup.margin_right),
                size == setup.font_size,
                pitch is not None and is_near(pitch, setup.pitch, pt(0.5)),
            )
        )

    return max(PRESETS.values(), key=likeness)


def is_near(one: Length, other: Length, by: Length = mm(1)) -> bool:
    """Whether two lengths differ by no more than so much (GB/T 9704—2012, 5.2.1: 1 mm)."""
    return abs(one.twips - other.twips) <= by.twips + 1
