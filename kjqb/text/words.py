"""Words of a table in a running text: at every place the longest one, in one pass, whatever the table's size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kjqb.text.spans import Span

_HEAD = 2


class Words:
    """A set of words of two characters and more, to be looked for in texts. There are no word borders in Chinese.

    Raises ValueError for a shorter word.
    """

    def __init__(self, words: Iterable[str]) -> None:
        by_head: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            if len(word) < _HEAD:
                raise ValueError(f"{word!r} is too short to be looked for")
            by_head[word[:_HEAD]].append(word)
        self._by_head = dict(by_head)

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """Where words of the set stand, in order; of several at one place the longest, and none within another."""
        heads, free = self._by_head, 0
        for at, head in enumerate(map("".join, pairwise(text))):
            if head in heads and at >= free:
                word = next((word for word in heads[head] if text.startswith(word, at)), None)
                if word:
                    free = at + len(word)
                    yield Span(at, free), word
