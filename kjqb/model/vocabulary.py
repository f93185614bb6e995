"""The controlled vocabulary of a bulletin: which words head its subject index, and which refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """A word that articles are indexed under."""

    name: str
    used_for: tuple[str, ...] = ()
    """Words in whose stead it is used (见)."""
    related: tuple[str, ...] = ()
    """Terms that a reader may look at besides (参见)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms, by their names."""

    terms: Mapping[str, Term] = field(default_factory=dict)

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Vocabulary:
        """A vocabulary of these terms."""
        return cls({term.name: term for term in terms})

    def preferred(self, word: str) -> tuple[str, ...]:
        """The terms to be used for a word: several for a compound one, the word itself where nothing is said of it."""
        if word in self.terms:
            return (word,)
        return tuple(term.name for term in self.terms.values() if word in term.used_for) or (word,)
