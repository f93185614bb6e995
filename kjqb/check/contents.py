"""A contents list against the titles of the text: which line stands for which article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kjqb.check.subject import Subject
from kjqb.model.article import Article, Paragraph
from kjqb.model.issue import Entry
from kjqb.model.source import Passage
from kjqb.text.characters import ends_sentence, is_han

_ALIKE = 0.7
"""Titles at least so similar are two forms of one (0 to 1, as difflib counts)."""

_LONGEST_TITLE = 60
_MOST_CANDIDATES = 200
"""Beyond so many no likeness is looked for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry, and what it stands for."""

    entry: Entry
    article: int | None
    """Index of the article; None if none bears the title, or one much like it."""
    title: Passage | None
    """The title as the text has it: the article's, or a line that was not taken for a title because it differs."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Which entry stands for which article."""

    listed: tuple[Listed, ...]
    """In the order of the contents list."""
    unlisted: tuple[Article, ...]
    """Articles without an entry, in printing order."""


def matching(subject: Subject) -> Matching:
    """Pair entries and articles: by title, blanks aside, then by likeness."""
    free = {index: article.title for index, article in enumerate(subject.articles)}
    pairs: list[int | None] = []
    for entry in subject.entries:
        pairs.append(_take(_key(entry.title.text), free))
    listed = tuple(_listed(entry, index, subject, free) for entry, index in zip(subject.entries, pairs, strict=True))
    return Matching(listed, tuple(subject.articles[index] for index in free))


def printed_alike(one: str, other: str) -> bool:
    """Whether two titles are the same in print: neither the number of blanks in a row counts, nor any beside Latin."""
    return _in_print(one) == _in_print(other)


def _take(key: str, free: dict[int, Passage]) -> int | None:
    index = next((index for index, title in free.items() if _key(title.text) == key), None)
    if index is not None:
        del free[index]
    return index


def _listed(entry: Entry, index: int | None, subject: Subject, free: dict[int, Passage]) -> Listed:
    if index is not None:
        return Listed(entry, index, subject.articles[index].title)
    title = _closest(entry, tuple(free.values()))
    if title:
        index = next(index for index, passage in free.items() if passage is title)
        del free[index]
        return Listed(entry, index, title)
    return Listed(entry, None, _closest(entry, tuple(_title_like(subject))))


def _closest(entry: Entry, candidates: Sequence[Passage]) -> Passage | None:
    by_key = {_key(candidate.text): candidate for candidate in candidates[:_MOST_CANDIDATES]}
    close = get_close_matches(_key(entry.title.text), by_key, n=1, cutoff=_ALIKE)
    return by_key[close[0]] if close else None


def _title_like(subject: Subject) -> Iterator[Passage]:
    """Short paragraphs without a final mark."""
    for article in subject.articles:
        for block in article.blocks:
            if isinstance(block, Paragraph) and _may_be_title(block.passage.text):
                yield block.passage


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not ends_sentence(text)


def _key(text: str) -> str:
    return "".join(text.split())


def _in_print(text: str) -> str:
    printed = ""
    for word in text.split():
        printed += f" {word}" if printed and is_han(printed[-1]) and is_han(word[0]) else word
    return printed
