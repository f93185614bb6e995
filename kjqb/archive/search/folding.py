"""Characters that a search takes for the same: case, width, compatibility forms, kinds of blanks; traditional forms.

A text is folded cluster by cluster (a character and the combining marks behind it) by NFKC and case folding, so that
each folded character comes from one place of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from unicodedata import category, normalize

from kjqb.tables.characters import simplified
from kjqb.text.spans import Span

_JOINING = re.compile("[\u0300-\u036f\u3099\u309a\uff9e\uff9f]")
"""Combining marks of Latin and of kana, the half-width ones included; texts without them are folded in one call."""
_CLUSTER = re.compile(f".{_JOINING.pattern}*", re.DOTALL)
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose between shapes of one character."""
_BLANKS = re.compile("  +")


def fold(text: str, *, simplify: bool) -> str:
    """The text as it is compared; `simplify` makes traditional and variant characters standard ones.

    Blanks of any kind and number are one space, and none at either end; invisible characters are left out.
    """
    joined = _JOINING.search(text)
    folded = "".join(map(_folded, _CLUSTER.findall(text))) if joined else text.translate(_FOLDED)
    folded = _BLANKS.sub(" ", folded).strip(" ")
    return simplified_text(folded) if simplify else folded


def simplified_text(folded: str) -> str:
    """A folded text with standard characters for traditional and variant ones, each for each."""
    return folded.translate(_SIMPLIFIED)


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


class _Table(dict[int, str]):
    """For `str.translate`: what single characters become, worked out when they are first met."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, code: int) -> str:
        became = self[code] = self._become(chr(code))
        return became


def _folded(cluster: str) -> str:
    return "".join(map(_one, normalize("NFKC", normalize("NFKC", cluster).casefold())))


def _one(character: str) -> str:
    if character.isspace():
        return " "
    kind = category(character)
    if kind in {"Cc", "Cf"} or _SELECTORS.match(character):
        return ""
    return "\ufffd" if kind == "Cs" else character  # half a character, from a command line that is no UTF-8


_FOLDED = _Table(_folded)
_SIMPLIFIED = _Table(lambda character: simplified(character) or character)
