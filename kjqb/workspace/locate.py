"""Where the keys and values of a TOML text stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kjqb.text.spans import Span

Path = tuple[str | int, ...]
"""Keys, and ranks within arrays (from 0), from the top of the file."""

_BLANKS = re.compile(r"[ \t]*")
_TRIVIA = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r"""
    \"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3,5}
    | '{3}.*?'{3,5}
    | "(?:[^"\\\n]|\\.)*"
    | '[^'\n]*'
    """,
    re.VERBOSE | re.DOTALL,
)
_SCALAR = re.compile(r"(?:\d{4}-\d\d-\d\d[ ](?=\d\d:))?[^\s,\]}#]+")
_ESCAPE = re.compile(
    r"""
    \\(?:u(?P<u>[0-9A-Fa-f]{4}) | U(?P<U>[0-9A-Fa-f]{8}) | x(?P<x>[0-9A-Fa-f]{2}) | (?P<short>[btnfre"\\]))
    | (?P<fold>\\[ \t]*\r?\n\s*)
    | (?P<plain>[^\\]+)
    """,
    re.VERBOSE,
)
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key stands, and its value."""

    key: Span
    """Of an array's item: the item. Of `a.b = 1` for `a`: the `a`."""
    value: Span
    """Of a table with a header of its own: the header's brackets and all between them."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Part of a string: the text that `span` of the source stands for."""

    text: str
    span: Span


@dataclass(slots=True)
class _Scanner:
    """Goes once over a text that is known to be valid."""

    text: str
    at: int
    end: int
    places: dict[Path, Place] = field(default_factory=dict)
    lengths: dict[Path, int] = field(default_factory=dict)
    """Of arrays of tables: how many there are so far."""

    def document(self) -> dict[Path, Place]:
        table: Path = ()
        self.skip(_TRIVIA)
        while self.at < self.end:
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
            self.skip(_TRIVIA)
        return self.places

    def header(self) -> Path:
        start = self.at
        brackets = 2 if self.text.startswith("[[", start) else 1
        self.at += brackets
        path: Path = ()
        keys = list(self.keys())
        for rank, (key, span) in enumerate(keys):
            path = (*path, key)
            self.places.setdefault(path, Place(span, span))
            if rank == len(keys) - 1 and brackets == 2:
                self.lengths[path] = self.lengths.get(path, 0) + 1
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
        self.at += brackets
        self.places[path] = Place(keys[-1][1], Span(start, self.at))
        return path

    def pair(self, table: Path) -> None:
        path = table
        for key, span in self.keys():
            path = (*path, key)
            last = span
            self.places.setdefault(path, Place(span, span))
        self.at += 1
        self.skip(_BLANKS)
        start = self.at
        self.value(path)
        self.places[path] = Place(last, Span(start, self.at))

    def keys(self) -> Iterator[tuple[str, Span]]:
        """The parts of a dotted key; afterwards the scanner stands at what follows it."""
        while True:
            self.skip(_BLANKS)
            start = self.at
            if self.text[start] in "\"'":
                self.skip(_STRING)
                yield "".join(bit.text for bit in string_bits(self.text, Span(start, self.at))), Span(start, self.at)
            else:
                self.skip(_BARE_KEY)
                yield self.text[start : self.at], Span(start, self.at)
            self.skip(_BLANKS)
            if self.text[self.at] != ".":
                return
            self.at += 1

    def value(self, path: Path) -> None:
        opening = self.text[self.at]
        if opening == "[":
            self.array(path)
        elif opening == "{":
            self.inline_table(path)
        else:
            self.skip(_STRING if opening in "\"'" else _SCALAR)

    def array(self, path: Path) -> None:
        rank = 0
        self.step()
        while self.text[self.at] != "]":
            start = self.at
            self.value((*path, rank))
            self.places[(*path, rank)] = Place(Span(start, self.at), Span(start, self.at))
            rank += 1
            self.skip(_TRIVIA)
            if self.text[self.at] == ",":
                self.step()
        self.at += 1

    def inline_table(self, path: Path) -> None:
        self.step()
        while self.text[self.at] != "}":
            self.pair(path)
            self.skip(_TRIVIA)
            if self.text[self.at] == ",":
                self.step()
        self.at += 1

    def step(self) -> None:
        """Over one character and what follows it that says nothing."""
        self.at += 1
        self.skip(_TRIVIA)

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at, self.end)
        assert match, f"no valid TOML at {self.at}"
        self.at = match.end()


def locate(text: str, span: Span) -> dict[Path, Place]:
    """The place of every key and value of the valid TOML text that stands in `span`; offsets are those of `text`.

    A key that opens a table several times (`a.b = 1`, `a.c = 2`) stands where it stands first.
    """
    return _Scanner(text, span.start, span.end).document()


def string_bits(text: str, span: Span) -> Iterator[Bit]:
    """What a TOML string, quotes included in `span`, says, part by part.

    Each escape is a bit of its own, and so is a CRLF, which TOML reads as one line end; the rest stands as it is.
    """
    start, end = _between_quotes(text, span)
    if text[span.start] == "'":
        yield from _plain(text, start, end)
        return
    while start < end:
        match = _ESCAPE.match(text, start, end)
        assert match, f"no valid TOML string at {start}"
        here = Span(*match.span())
        if match["plain"]:
            yield from _plain(text, here.start, here.end)
        elif match["short"]:
            yield Bit(_SHORT[match["short"]], here)
        elif not match["fold"]:
            yield Bit(chr(int(match["u"] or match["U"] or match["x"], 16)), here)
        start = here.end


def _between_quotes(text: str, span: Span) -> tuple[int, int]:
    quote = text[span.start]
    if not text.startswith(quote * 3, span.start) or span.end - span.start < 6:
        return span.start + 1, span.end - 1
    start = span.start + 3
    for line_end in ("\r\n", "\n"):
        if text.startswith(line_end, start):
            return start + len(line_end), span.end - 3
    return start, span.end - 3


def _plain(text: str, start: int, end: int) -> Iterator[Bit]:
    for match in re.compile(r"\r\n|(?:[^\r]|\r(?!\n))+").finditer(text, start, end):
        yield Bit("\n" if match[0] == "\r\n" else match[0], Span(*match.span()))
