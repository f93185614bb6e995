"""Pages as computed: which line stands where."""

from __future__ import annotations

from dataclasses import dataclass

from kjqb.layout.styles import BlockStyle, Role, StyleSheet
from kjqb.layout.target import Target
from kjqb.model.page_setup import PageSetup
from kjqb.units import Length


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A block broken into lines, not yet on a page."""

    lines: tuple[str, ...]
    """Together they hold every character of the block, as it is printed."""
    role: Role
    style: BlockStyle
    article: int | None = None
    """Position in the issue, from 0, of the article that it belongs to."""
    holds_two: bool = False
    """Whether at least two of its lines stay together at each page turn (Word's widow control)."""
    new_page: bool = False
    inset: Length = Length(0)
    """Added to the indents at both sides, to make a title's lines of like length."""
    marker: str = ""
    """What hangs before the first line."""
    tail: str = ""
    """What stands right in the last line, behind leaders."""

    @property
    def height(self) -> int:
        """In twips."""
        return len(self.lines) * self.style.pitch.twips


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line on its page."""

    text: str
    block: LaidBlock
    index: int
    """Which of the block's lines it is, from 0."""
    top: Length
    """From the top of the type area."""

    @property
    def first(self) -> bool:
        """Whether it begins its block."""
        return self.index == 0

    @property
    def last(self) -> bool:
        """Whether it ends its block."""
        return self.index == len(self.block.lines) - 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page; the cover bears no number but is counted."""

    number: int
    lines: tuple[PlacedLine, ...]
    cover: bool = False


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
    cover: tuple[LaidBlock, ...]
    """Masthead and contents list, in order."""
    blocks: tuple[LaidBlock, ...]
    """Title and blocks of all articles, in order."""
    colophon: tuple[LaidBlock, ...]
    colophon_gap: Length
    """Left free above the colophon, so that it stands at the foot of its page."""
    pages: tuple[Page, ...]
    entries: tuple[ContentsEntry, ...]
