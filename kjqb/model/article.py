"""An article: its title, its blocks, and what is known about where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kjqb.model.source import Passage, Source


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading; level 1 bears 一、, 2 （一）, 3 1., 4 （1） (GB/T 9704—2012, 7.3.3)."""

    level: int
    passage: Passage


Block = Paragraph | Heading


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
class Article:
    """One article of an issue, as read from its file."""

    file: str
    title: Passage
    blocks: tuple[Block, ...]
    section: str = ""
    regions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    origin: Origin = Origin()
    readings: dict[str, str] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()

    @property
    def source(self) -> Source:
        """The file that its title stands in."""
        return self.title.source

    @property
    def passages(self) -> Iterator[Passage]:
        """Title and blocks, in printing order."""
        yield self.title
        for block in self.blocks:
            yield block.passage

    @property
    def characters(self) -> int:
        """Characters of title and body, blanks not counted."""
        return sum(len("".join(passage.text.split())) for passage in self.passages)
