"""What an editor asks for: terms that all must occur, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjqb.archive.search.folding import fold
from kjqb.errors import UsageError

MOST_TERMS, LONGEST = 64, 1000
"""Terms of a query, and characters; FTS5 itself takes some more."""

_TERM = re.compile(r"[\"“”＂]([^\"“”＂]*)[\"“”＂]?|([^\s\"“”＂]+)")
"""A phrase in quotation marks of either script, or what stands between blanks."""


class EmptyQueryError(UsageError):
    """A query that asks for nothing."""

    slug = "query-empty"

    def __init__(self) -> None:
        super().__init__("没有要查的词", hint="写上要查的词，如“kjqb search 科技特派员”")


class QueryTooLongError(UsageError):
    """A query of more terms or characters than anyone means."""

    slug = "query-too-long"

    def __init__(self) -> None:
        super().__init__(f"要查的词太多或太长（最多{MOST_TERMS}个词，共{LONGEST}字）", hint="只写最要紧的几个词")


@dataclass(frozen=True, slots=True)
class Query:
    """Terms, all of which an article must hold, as substrings."""

    terms: tuple[str, ...]
    """As typed; none is empty when folded."""
    simplify: bool = False
    """Whether traditional and variant characters count as the standard ones."""

    @classmethod
    def parse(cls, text: str, *, simplify: bool = False) -> Query:
        """Read what was typed: blanks part terms, quotation marks of either script hold a phrase together.

        Raises EmptyQueryError and QueryTooLongError.
        """
        typed = (phrase or word for phrase, word in _TERM.findall(text))
        terms = tuple(dict.fromkeys(term for term in typed if fold(term, simplify=simplify)))
        if not terms:
            raise EmptyQueryError
        if len(terms) > MOST_TERMS or sum(map(len, terms)) > LONGEST:
            raise QueryTooLongError
        return cls(terms, simplify)

    @property
    def folded(self) -> tuple[str, ...]:
        """The terms as they are compared with a folded text, each once."""
        return tuple(dict.fromkeys(fold(term, simplify=self.simplify) for term in self.terms))

    @property
    def indexed(self) -> tuple[str, ...]:
        """The terms as they stand in the index, which knows simplified forms only."""
        return tuple(dict.fromkeys(fold(term, simplify=True) for term in self.terms))
