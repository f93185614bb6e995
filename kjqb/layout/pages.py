"""Pages as computed: which line, row and figure stands where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeGuard

from kjqb.layout.inline import NOTE, OWN_NUMBER, Inline
from kjqb.layout.styles import BlockStyle, Role, StyleSheet
from kjqb.layout.target import Target
from kjqb.model.article import Picture
from kjqb.model.page_setup import PageSetup
from kjqb.text.numerals import circled
from kjqb.units import Length


@dataclass(frozen=True, slots=True)
class LaidText:
    """A paragraph broken into lines, not yet on a page."""

    lines: tuple[Inline, ...]
    """Together they hold every character of the paragraph, as it is printed."""
    role: Role
    style: BlockStyle
    article: int | None = None
    """Position in the issue, from 0, of the article that it belongs to."""
    holds_two: bool = False
    """Whether at least two of its lines stay together at each page turn (Word's widow control)."""
    new_page: bool = False
    inset: Length = Length(0)
    """Added to the indents at both sides, to make a title's lines of like length."""
    above: Length = Length(0)
    """Left free above it."""
    marker: str = ""
    """What hangs before the first line."""
    tail: str = ""
    """What stands right in the last line, behind leaders."""
    notes: tuple[LaidNote, ...] = ()
    """Its footnotes, in the order of their numbers in it."""

    @property
    def inline(self) -> Inline:
        """The whole text."""
        return Inline.join(self.lines)

    @property
    def text(self) -> str:
        """The whole text without its marks."""
        return "".join(line.text for line in self.lines)

    @property
    def height(self) -> int:
        """In twips."""
        return len(self.lines) * self.style.pitch.twips

    @property
    def keep_next(self) -> bool:
        """Whether its last line stays on the page of the next block's first."""
        return self.style.keep_next


@dataclass(frozen=True, slots=True)
class LaidNote:
    """A footnote broken into lines; its first begins with its number."""

    paragraphs: tuple[LaidText, ...]

    @property
    def height(self) -> int:
        """In twips, without the rule above the notes of a page."""
        return sum(paragraph.height for paragraph in self.paragraphs)

    @property
    def pitch(self) -> int:
        """Of its lines, in twips."""
        return self.paragraphs[0].style.pitch.twips


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row of a table, which no page turn parts."""

    cells: tuple[LaidText, ...]
    height: Length
    """Exact, borders included."""


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table; its first row is the header, which every page repeats."""

    rows: tuple[LaidRow, ...]
    columns: tuple[Length, ...]
    """Widths; together the measure."""
    article: int | None = None

    @property
    def height(self) -> int:
        """In twips, on one page."""
        return sum(row.height.twips for row in self.rows)


@dataclass(frozen=True, slots=True)
class LaidFigure:
    """An image in a line of its own."""

    picture: Picture
    width: Length
    """Of the image as printed."""
    image_height: Length
    line: Length
    """Height of the line that it stands in; whole pitches."""
    caption: str = ""
    article: int | None = None

    @property
    def height(self) -> int:
        """In twips."""
        return self.line.twips

    @property
    def keep_next(self) -> bool:
        """An image stays with its caption."""
        return bool(self.caption)


LaidBlock = LaidText | LaidTable | LaidFigure


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line on its page."""

    inline: Inline
    block: LaidText
    index: int
    """Which of the block's lines it is, from 0."""
    top: Length
    """From the top of the type area."""
    numbers: tuple[int, ...] = ()
    """What the footnotes of the line are numbered on its page."""

    @property
    def text(self) -> str:
        """What a reader sees, the numbers of footnotes circled."""
        return numbered(self.inline.text, self.numbers)

    @property
    def first(self) -> bool:
        """Whether it begins its block."""
        return self.index == 0

    @property
    def last(self) -> bool:
        """Whether it ends its block."""
        return self.index == len(self.block.lines) - 1

    @property
    def bottom(self) -> int:
        """Where the line below it begins, in twips from the top of the type area."""
        return self.top.twips + self.block.style.pitch.twips


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A table's row on its page."""

    block: LaidTable
    index: int
    """Which of the table's rows it is, from 0; 0 again at the head of each further page."""
    top: Length

    @property
    def row(self) -> LaidRow:
        """The row itself."""
        return self.block.rows[self.index]

    @property
    def bottom(self) -> int:
        """In twips from the top of the type area."""
        return self.top.twips + self.row.height.twips


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """An image on its page."""

    block: LaidFigure
    top: Length

    @property
    def bottom(self) -> int:
        """In twips from the top of the type area."""
        return self.top.twips + self.block.height


PlacedItem = PlacedLine | PlacedRow | PlacedFigure


@dataclass(frozen=True, slots=True)
class Page:
    """A page; a cover bears no number but is counted."""

    number: int
    items: tuple[PlacedItem, ...]
    """From the top down."""
    notes: tuple[PlacedLine, ...] = ()
    """The footnotes' lines, at its foot."""
    cover: bool = False

    @property
    def lines(self) -> tuple[PlacedLine, ...]:
        """The lines of paragraphs, footnotes and tables aside."""
        return tuple(item for item in self.items if isinstance(item, PlacedLine))


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An article in the contents list."""

    number: int
    """Its rank in the issue, from 1."""
    title: str
    page: int
    """The page on which its title begins."""
    slack: int
    """By how many lines the text before it may grow or shrink before the page changes; at most a page of lines."""
    file: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole issue laid out for one target."""

    target: Target
    setup: PageSetup
    styles: StyleSheet
    cover: tuple[LaidText, ...]
    """Masthead and contents list, in order."""
    blocks: tuple[LaidBlock, ...]
    """Title and blocks of all articles, in order."""
    colophon: tuple[LaidText, ...]
    pages: tuple[Page, ...]
    entries: tuple[ContentsEntry, ...]


def numbered(text: str, numbers: tuple[int, ...]) -> str:
    """A text with the numbers of its footnotes in their places, its own at its head if it is one."""
    for number in numbers:
        text = _NUMBER.sub(circled(number), text, count=1)
    return text


_NUMBER = re.compile(f"[{NOTE}{OWN_NUMBER}]")


def begins_page(block: LaidBlock) -> bool:
    """Whether it begins a new page, whatever room there is: only a title or what heads one does."""
    return isinstance(block, LaidText) and block.new_page


def keeps_next(block: LaidBlock) -> bool:
    """Whether it stays on the page of the next block's first line; tables do not."""
    return not isinstance(block, LaidTable) and block.keep_next


def is_title(block: LaidBlock) -> TypeGuard[LaidText]:
    """Whether it is the title of an article."""
    return isinstance(block, LaidText) and block.role is Role.TITLE
