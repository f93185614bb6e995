"""A paragraph, and the fields in it, while they are being read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kjqb.ooxml.appearance import RunFormat
from kjqb.ooxml.document import Aside, AsideKind, NoteReference, WordField, WordImage, WordRun
from kjqb.ooxml.stylesheet import Properties
from kjqb.text.spans import Span

_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class Pending:
    """A paragraph that is being read; all places count without its automatic number."""

    properties: Properties
    inherited: Properties
    text: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[WordRun] = field(default_factory=list)
    fields: list[WordField] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    images: list[WordImage] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    ended: dict[str, int] = field(default_factory=dict)
    """Keywords of fields of earlier paragraphs that end here, and where."""
    revised: bool = False

    def say(self, text: str, format_: RunFormat | None) -> None:
        """Add text; that of a run joins what is set alike before it."""
        if not text:
            return
        start, self.length = self.length, self.length + len(text)
        self.text.append(text)
        if format_ is None:
            return
        last = self.runs[-1] if self.runs else None
        if last and last.format == format_ and last.span.end == start:
            self.runs[-1] = WordRun(Span(last.span.start, self.length), format_)
        else:
            self.runs.append(WordRun(Span(start, self.length), format_))

    def since(self, start: int) -> str:
        """What has been said from an offset on."""
        return "".join(self.text)[start:]

    def put_aside(self, kind: AsideKind, text: str = "", who: str = "", *, at: int | None = None) -> None:
        """Note something beside the text; what is hidden joins what was hidden just before."""
        place = self.length if at is None else at
        last = self.asides[-1] if self.asides else None
        if kind is AsideKind.HIDDEN and last and (last.kind, last.at) == (kind, place):
            self.asides[-1] = replace(last, text=last.text + text)
        else:
            self.asides.append(Aside(kind, place, text, who))

    @property
    def within(self) -> frozenset[str]:
        """Keywords of fields of earlier paragraphs behind whose end nothing follows here."""
        return frozenset(keyword for keyword, at in self.ended.items() if 0 < at == self.length)


@dataclass(slots=True)
class PendingField:
    """A field that has begun."""

    paragraph: int
    """Which paragraph it began in, counted as they are opened."""
    instruction: str = ""
    shows: bool = False
    """Whether its result has begun."""
    start: int = 0

    @property
    def keyword(self) -> str:
        """What it is a field for."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def address(self) -> str:
        """Where a field that is a link leads; empty for any other, and for one within the file."""
        match = _ADDRESS.match(self.instruction)
        return match[1] if match else ""
