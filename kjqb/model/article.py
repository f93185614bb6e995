"""An article: its title, its blocks, and what is known about where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kjqb.model.source import Passage, Source
from kjqb.units import Length


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading; level 1 bears 一、, 2 （一）, 3 1., 4 （1） (GB/T 9704—2012, 7.3.3)."""

    level: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph quoted from elsewhere, set in from both sides."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class ListItem:
    """A paragraph of a list."""

    level: int
    """From 1."""
    passage: Passage
    opens: bool = True
    """Whether it begins its item and bears the list's mark, not a further paragraph of one."""


class CellAlign(Enum):
    """Where the text of a table's column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; all rows have as many cells as there are columns."""

    rows: tuple[tuple[Passage, ...], ...]
    """The first is the header, which each page repeats."""
    aligns: tuple[CellAlign | None, ...]
    """By column; None where nobody said."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file."""

    file: str
    """Its path, as the article names it."""
    blob: bytes = field(repr=False)
    width: Length
    height: Length
    """Both at the resolution that the file states."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An image with its caption."""

    picture: Picture
    passage: Passage
    """The caption; without characters where there is none."""


Block = Paragraph | Heading | Quote | ListItem | Table | Figure


def block_passages(block: Block) -> tuple[Passage, ...]:
    """The texts of a block, in reading order: of a table its cells, row by row."""
    if isinstance(block, Table):
        return tuple(cell for row in block.rows for cell in row)
    return (block.passage,)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    label: str
    """What the marks of its places name it by; never printed."""
    passages: tuple[Passage, ...]
    """Its paragraphs."""


class Licence(Enum):
    """By what right an article is printed."""

    OFFICIAL = "official"
    NEWS = "news"
    LICENSED = "licensed"
    EXCERPT = "excerpt"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from; empty where nobody said."""

    name: str = ""
    url: str = ""
    date: date | None = None
    file: str = ""
    sha256: str = ""
    licence: Licence = Licence.PENDING


@dataclass(frozen=True, slots=True)
class Ignore:
    """A finding that an editor has accepted, with the reason."""

    code: str
    reason: str
    text: str = ""
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """What an import proposes and no editor has confirmed."""

    regions: tuple[str, ...] = ()
    """In force all the same, so that an article is found by its region; empty where an editor has stated any."""
    keywords: tuple[str, ...] = ()
    """Not in force."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an issue, as read from its file."""

    file: str
    title: Passage
    blocks: tuple[Block, ...]
    section: str = ""
    regions: tuple[str, ...] = ()
    """Those that an editor has stated, or else the suggested ones."""
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    origin: Origin = Origin()
    readings: dict[str, str] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    notes: tuple[Note, ...] = ()
    """Its footnotes, in the order of their first places."""
    page_break_before: bool = False
    suggested: Suggested = Suggested()

    @property
    def source(self) -> Source:
        """The file that its title stands in."""
        return self.title.source

    @property
    def passages(self) -> Iterator[Passage]:
        """Title, blocks and footnotes."""
        yield self.title
        for block in self.blocks:
            yield from block_passages(block)
        for note in self.notes:
            yield from note.passages

    @property
    def characters(self) -> int:
        """Characters of title and body, blanks not counted."""
        return sum(len("".join(passage.text.split())) for passage in self.passages)
