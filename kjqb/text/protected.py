"""What no rule may touch, whatever it finds there: addresses, code, names of standards, numbers of documents.

The leaders of a contents list need no such guard: the part that stands for an entry is its title alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from kjqb.text.spans import Span

_CLOSERS = ".,;:!?'\"])"
_PROTECTED = re.compile(
    r"""
    (?P<address>(?:(?:https?|ftp)://|www\.)[!-~]+)            # a URL, as far as it is ASCII
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+  # an e-mail address
    | `[^`\n]+`                                               # code
    | 〔\d{4}〕[ ]?[1-9]\d*[ ]?号                              # the number of a document
    | (?<![A-Za-z])[A-Z]{1,8}(?:/[A-Z]{1,4})?[ ]?\d+(?:\.\d+)*[-—–]\d{4}(?!\d)  # a standard and its year
    | (?<![A-Za-z])[A-Z]{2,8}/[A-Z]{1,4}[ ]?\d+(?:\.\d+)*     # a standard without one
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of a source, in order and apart from each other."""

    spans: tuple[Span, ...]

    def contains(self, span: Span) -> bool:
        """Whether all of it lies in one of them."""
        near = self._near(span)
        return near is not None and near.start <= span.start and span.end <= near.end

    def touches(self, span: Span) -> bool:
        """Whether an edit of it would change one of them; an insertion beside one would not."""
        near = self._near(span)
        return near is not None and near.start < span.end and span.start < near.end

    def _near(self, span: Span) -> Span | None:
        """The last stretch that begins before the span ends, or where an empty span stands."""
        index = bisect_right(self.spans, Span(max(span.end - 1, span.start), 1 << 62)) - 1
        return self.spans[index] if index >= 0 else None


def protected(text: str) -> Stretches:
    """What is protected in a source's text."""
    return Stretches(tuple(_bare(match) for match in _PROTECTED.finditer(text)))


def _bare(match: re.Match[str]) -> Span:
    """Without the marks that follow an address rather than belong to it."""
    if not match["address"]:
        return Span(*match.span())
    return Span(match.start(), match.start() + len(match[0].rstrip(_CLOSERS)))
