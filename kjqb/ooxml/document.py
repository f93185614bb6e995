"""A Word file as its reader sees it: paragraphs, how they are set, and the pages they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kjqb.ooxml.appearance import ParagraphFormat, RunFormat
from kjqb.text.spans import Span
from kjqb.units import Length

LINE_BREAK, PAGE_BREAK, TAB = "\v", "\f", "\t"
"""What stands in a paragraph's text for a line break within it, for a page or column break, and for a tab."""


@dataclass(frozen=True, slots=True)
class WordRun:
    """A stretch of a paragraph that is set in one way."""

    span: Span
    format: RunFormat


@dataclass(frozen=True, slots=True)
class WordField:
    """A field within one paragraph: its keyword, and what it shows."""

    keyword: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table, all from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph with all that is seen of it; what is deleted or hidden is left out."""

    text: str
    """Its automatic number, where it has one, stands before what was typed."""
    format: ParagraphFormat
    runs: tuple[WordRun, ...] = ()
    """In order, without a gap but for the automatic number."""
    label: int = 0
    """How many characters the automatic number has."""
    bullet: str = ""
    """The mark that hangs before it; not in the text."""
    list_level: int | None = None
    """Of its automatic number or mark, from 0."""
    fields: tuple[WordField, ...] = ()
    within: frozenset[str] = frozenset()
    """Keywords of the fields of several paragraphs that it belongs to."""
    turns: tuple[int, ...] = ()
    """Offsets at which a page began when the file was last laid out."""
    notes: tuple[str, ...] = ()
    """The footnotes whose numbers stand in it."""
    section: int = 0
    cell: Cell | None = None
    boxed: bool = False
    """Whether it stands in a text box."""
    note: str = ""
    """The footnote that it belongs to."""
    revised: bool = False
    """Whether insertions or deletions in it have not been accepted yet."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page."""

    width: Length
    height: Length
    top: Length
    right: Length
    bottom: Length
    left: Length
    """With the room for binding."""
    grid_pitch: Length | None = None
    """Of the page's grid of lines; None where it has none."""
    footers: Mapping[str, tuple[WordParagraph, ...]] = field(default_factory=dict)
    """By kind: `default`, `even`, `first`; those of the section before where it has none of its own."""
    has_first: bool = False
    """Whether its first page has a footer of its own."""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A Word file."""

    paragraphs: tuple[WordParagraph, ...]
    """In the order of the text, those of a text box before the one it hangs on, those of footnotes at the end."""
    sections: tuple[Section, ...]
    even_and_odd: bool = False
    """Whether even pages have footers of their own."""
    has_revisions: bool = False
    has_comments: bool = False

    @property
    def text(self) -> str:
        """A line for each paragraph."""
        return "".join(f"{paragraph.text}\n" for paragraph in self.paragraphs)

    @property
    def starts(self) -> Iterator[int]:
        """The offset in the text at which each paragraph begins."""
        at = 0
        for paragraph in self.paragraphs:
            yield at
            at += len(paragraph.text) + 1
