"""What an import gives: the article, what it changed on the way, and what could not be carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kjqb.errors import Where
from kjqb.model.article import Article
from kjqb.model.source import Passage
from kjqb.text.visible import visible

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the import could not carry over."""

    what: str
    """In words, for the editor."""
    where: Where
    text: str = ""
    """The characters of the source that are in nothing that the import gives; empty where only a form was lost."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that the import put otherwise than the source has it."""

    what: str
    """In words, for the editor."""
    where: Where


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article received from elsewhere."""

    article: Article
    joined: int = 0
    """Page breaks mended in it."""
    losses: tuple[Loss, ...] = ()
    changes: tuple[Change, ...] = ()


def lost(passage: Passage, what: str) -> Loss:
    """The loss of a passage; `{}` in `what` stands for its text."""
    return Loss(what.format(quoted(passage.text)), passage.extent.where, passage.text)


def lost_folios(folios: Sequence[Passage]) -> tuple[Loss, ...]:
    """The loss of a printed text's page numbers, all together."""
    if not folios:
        return ()
    text = "".join(folio.text for folio in folios)
    return (Loss(f"原来版面的页码{len(folios)}处未导入", folios[0].extent.where, text),)


def quoted(text: str) -> str:
    """A text in quotation marks, shortened, every hidden character visible."""
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
    return f"“{visible(shown)}”"
