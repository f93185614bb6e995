"""Articles whose text is gathered before it has a source: the text read out, a line for each paragraph or cell.

Line 1 is the title; a place in such a source is a line of the text that was read out, not of the file's bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kjqb.errors import Where
from kjqb.importers.result import Change, ImportedArticle, Loss
from kjqb.model.article import Article, Block, Origin
from kjqb.model.source import Passage, Source
from kjqb.text.marks import Mark
from kjqb.text.spans import Span


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without line ends, and what is set apart in it."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A block to be: its texts, and how they become the block."""

    texts: tuple[MarkedText, ...]
    make: Callable[[tuple[Passage, ...]], Block]

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(each.text for each in self.texts)


@dataclass(frozen=True, slots=True)
class Remark:
    """A loss or a change to be, said of the block of that rank (from 0), or of what would follow the last."""

    what: str
    rank: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of an article."""

    title: str
    drafts: tuple[Draft, ...]
    losses: tuple[Remark, ...] = ()
    changes: tuple[Remark, ...] = ()
    origin: Origin = field(default_factory=Origin)


def article(reading: Reading, name: str) -> ImportedArticle:
    """The article that was read from the file of that name."""
    texts = [reading.title, *(each.text for draft in reading.drafts for each in draft.texts)]
    source = Source(name, "\n".join(texts))
    lines = _lines(reading.drafts)
    passages = _passages(source, texts)
    blocks = tuple(
        draft.make(tuple(map(_marked, passages[line - 1 :], draft.texts)))
        for draft, line in zip(reading.drafts, lines, strict=False)
    )
    return ImportedArticle(
        Article(name, passages[0], blocks, origin=reading.origin),
        losses=tuple(Loss(said.what, _where(name, said, lines), said.text) for said in _ordered(reading.losses)),
        changes=tuple(Change(said.what, _where(name, said, lines)) for said in _ordered(reading.changes)),
    )


def _lines(drafts: Sequence[Draft]) -> list[int]:
    """For each block, and for the end, its first line in the source, from 1."""
    lines = [2]
    for draft in drafts:
        lines.append(lines[-1] + len(draft.texts))
    return lines


def _passages(source: Source, texts: Sequence[str]) -> list[Passage]:
    passages: list[Passage] = []
    at = 0
    for text in texts:
        passages.append(Passage.verbatim(source, Span(at, at + len(text))))
        at += len(text) + 1
    return passages


def _marked(passage: Passage, text: MarkedText) -> Passage:
    return replace(passage, marks=text.marks)


def _ordered(remarks: Sequence[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda said: said.rank)


def _where(name: str, said: Remark, lines: Sequence[int]) -> Where:
    return Where(name, lines[min(said.rank, len(lines) - 1)])
