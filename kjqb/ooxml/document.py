"""A Word file as its reader sees it: paragraphs, how they are set, and the pages they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

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
    """Of the table's grid; that of its first where the cell spans several."""
    outer: Cell | None = None
    """The cell that a table within a table stands in."""
    merged: bool = False
    """Whether it is made of several."""

    @property
    def outermost(self) -> Cell:
        """The cell of the table that stands in the text itself."""
        return self.outer.outermost if self.outer else self


class View(Enum):
    """Which text of a file with tracked changes is read."""

    FINAL = "final"
    """All of them accepted."""
    ORIGINAL = "original"
    """All of them rejected."""


class AsideKind(Enum):
    """What stands in a paragraph beside its text."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"
    BREAK_INSERTED = "break inserted"
    BREAK_DELETED = "break deleted"
    """Of a paragraph's end."""
    COMMENT = "comment"
    HIDDEN = "hidden"
    RUBY = "ruby"
    LINK = "link"
    """The address that a stretch leads to."""
    SYMBOL = "symbol"
    """A character of a symbol font that is not known; its font and code."""
    EQUATION = "equation"
    """Its characters, which are in the text without their arrangement."""
    OBJECT = "object"
    """What cannot be read, named in Chinese: a chart, a drawing."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Something at a place of a paragraph that is not, or not only, its text."""

    kind: AsideKind
    at: int
    text: str = ""
    who: str = ""
    """Whose change or comment it is; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class WordImage:
    """An image at a place of a paragraph."""

    at: int
    part: str | None
    """The path of its part; None where it is not in the file."""
    description: str = ""
    """What is read out in its place (替代文字)."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The number of a footnote or an endnote in the text."""

    label: str
    """That of an endnote begins with `e`."""
    at: int


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
    notes: tuple[NoteReference, ...] = ()
    """The footnotes and endnotes whose numbers stand in it."""
    images: tuple[WordImage, ...] = ()
    asides: tuple[Aside, ...] = ()
    section: int = 0
    cell: Cell | None = None
    boxed: bool = False
    """Whether it stands in a text box."""
    note: str = ""
    """The footnote or endnote that it belongs to."""
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
    headers: Mapping[str, tuple[WordParagraph, ...]] = field(default_factory=dict)
    footers: Mapping[str, tuple[WordParagraph, ...]] = field(default_factory=dict)
    """Both by kind: `default`, `even`, `first`; those of the section before where it has none of its own."""
    has_first: bool = False
    """Whether its first page has a footer of its own."""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A Word file."""

    paragraphs: tuple[WordParagraph, ...]
    """In the order of the text, those of a text box before the one it hangs on, those of notes at the end."""
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
