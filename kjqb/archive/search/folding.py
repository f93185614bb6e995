"""Characters that a search takes for the same: case, width, compatibility forms, kinds of blanks; traditional forms.

A text is folded by NFKC and case folding. Where the places of hits are wanted, that is done cluster by cluster (a
character and the combining marks behind it), so that each folded character comes from one place of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import category, normalize

from kjqb.tables.characters import simplified
from kjqb.text.spans import Span

_JOINING = "[\u0300-\u036f\u3099\u309a\uff9e\uff9f]"
"""Combining marks of Latin and of kana, the half-width ones included."""
_CLUSTER = re.compile(f".{_JOINING}*", re.DOTALL)
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose between shapes of one character."""
_BLANKS = re.compile("  +")
_HAN = (*range(0x3400, 0xA000), *range(0x20000, 0x32000))


def fold(text: str, *, simplify: bool) -> str:
    """The text as it is compared; `simplify` makes traditional and variant characters standard ones.

    Blanks of any kind and number are one space, and none at either end; invisible characters are left out.
    """
    folded = _folded(text)
    if "  " in folded:
        folded = _BLANKS.sub(" ", folded)
    folded = folded.strip(" ")
    return simplified_text(folded) if simplify else folded


def simplified_text(folded: str) -> str:
    """A folded text with standard characters for traditional and variant ones, each for each."""
    return _traditional().sub(lambda match: simplified(match[0]) or match[0], folded)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where its characters come from."""

    text: str
    spans: tuple[Span, ...]
    """For each of its characters, the stretch of the text that it stands for."""

    @classmethod
    def of(cls, text: str, *, simplify: bool) -> Folded:
        """The same as `fold`, with the places."""
        found = list(_without_double_blanks(_characters(text)))
        if found and found[-1][0] == " ":
            del found[-1]
        folded = "".join(character for character, _ in found)
        return cls(simplified_text(folded) if simplify else folded, tuple(span for _, span in found))

    def find(self, term: str) -> Iterator[Span]:
        """Where a folded term stands in the text as it was before, none overlapping another."""
        at = self.text.find(term) if term else -1
        while at >= 0:
            yield Span(self.spans[at].start, self.spans[at + len(term) - 1].end)
            at = self.text.find(term, at + len(term))


def _characters(text: str) -> Iterator[tuple[str, Span]]:
    for cluster in _CLUSTER.finditer(text):
        span = Span(*cluster.span())
        yield from ((character, span) for character in _folded(cluster.group()))


def _without_double_blanks(characters: Iterator[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    before = " "
    for character, span in characters:
        if not character == before == " ":
            yield character, span
        before = character


def _folded(text: str) -> str:
    compared = normalize("NFKC", normalize("NFKC", text).casefold())
    if compared.isprintable() and not _SELECTORS.search(compared):
        return compared
    return "".join(map(_one, compared))


def _one(character: str) -> str:
    if character.isspace():
        return " "
    kind = category(character)
    if kind in {"Cc", "Cf"} or _SELECTORS.match(character):
        return ""
    return "\ufffd" if kind == "Cs" else character  # half a character, from a command line that is no UTF-8


@cache
def _traditional() -> re.Pattern[str]:
    """Every character that a standard one stands for."""
    return re.compile(f"[{''.join(character for character in map(chr, _HAN) if simplified(character))}]")
