"""The text of a paragraph, heading, cell or caption: inline tokens to a passage with its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kjqb.model.source import Passage, Piece
from kjqb.text.characters import is_cjk
from kjqb.text.marks import Mark, Tone
from kjqb.text.spans import Span
from kjqb.workspace.markdown_syntax import note_label
from kjqb.workspace.markdown_text import MarkdownText, Places

if TYPE_CHECKING:
    from markdown_it.token import Token

TONES = {"strong": Tone.STRONG, "em": Tone.EMPHASIS}
"""By the tag of their tokens."""

_BREAK = re.compile(r"\\?[ \t]*\n[ \t]*")

Other = Callable[["Inline", "Token"], None]
"""Takes a token that is neither text nor tone; it may put text, and goes on behind the token."""


class Inline:
    """Goes over the tokens of one content and gathers its passage."""

    def __init__(self, text: MarkdownText, content: str, places: Places, other: Other) -> None:
        self.at = 0
        """Where in the content the next token begins."""
        self.content = content
        self._text = text
        self._places = places
        self._other = other
        self._tones: list[Tone] = []
        self._lines: list[tuple[list[Passage], tuple[Tone, ...]]] = [([], ())]
        """The parts of each line, and the tones in force where it begins."""

    def read(self, tokens: Iterable[Token]) -> Passage:
        """The passage that the tokens are; its lines are joined, with a blank where two meet in Latin."""
        for token in tokens:
            self._take(token)
        parts = tuple(self._joined((_line(parts), tones) for parts, tones in self._lines if parts))
        passage = Passage.join(parts) if parts else self._places.passage(self._text, "", 0, 0)
        return replace(passage, marks=tuple(_merged(passage.marks)))

    def put(self, end: int) -> None:
        """Take the content up to `end` as it stands."""
        self._add(self._places.passage(self._text, self.content, self.at, end))
        self.at = end

    def put_for(self, end: int, shown: str) -> None:
        """Take a text in the place of the content up to `end`."""
        self._add(self._places.replaced(self._text, Span(self.at, end), shown))
        self.at = end

    def break_line(self) -> None:
        """Go on in the next line."""
        match = _BREAK.match(self.content, self.at)
        assert match, f"no line ends at {self.at} of {self.content!r}"
        self.at = match.end()
        self._lines.append(([], tuple(self._tones)))

    def offset(self) -> int:
        """Where in the text the next token begins."""
        return self._places.offset(self.at)

    def within(self, start: int, end: int, tokens: Iterable[Token]) -> Passage:
        """The passage of the tokens that a part of the content was made into; it goes on with lines as this one."""
        places = self._places.part(start, end)
        return Inline(self._text, self.content[start:end], places, self._other).read(tokens)

    def put_passage(self, end: int, passage: Passage) -> None:
        """Take a passage made of the content up to `end`."""
        self._lines[-1][0].append(passage)
        self.at = end

    def _take(self, token: Token) -> None:
        if token.type == "text":
            self.put(self.at + len(token.content))
        elif token.type == "text_special":
            self.put_for(self.at + len(token.markup), token.content)
        elif token.type == "softbreak":
            self.break_line()
        elif token.tag in TONES:
            self._turn(TONES[token.tag], token)
        else:
            self._other(self, token)

    def note(self, token: Token) -> None:
        """Hang a footnote on this place."""
        here = self._places.passage(self._text, "", self.at, self.at)
        self._lines[-1][0].append(replace(here, marks=(Mark(0, 0, Tone.NOTE, note_label(token.markup)),)))
        self.at += len(token.markup)

    def _turn(self, tone: Tone, token: Token) -> None:
        if token.nesting > 0:
            self._tones.append(tone)
        else:
            self._tones.pop()
        self.at += len(token.markup)

    def _add(self, passage: Passage) -> None:
        marks = tuple(Mark(0, len(passage.text), tone) for tone in dict.fromkeys(self._tones) if passage.text)
        self._lines[-1][0].append(replace(passage, marks=marks))

    def _joined(self, lines: Iterable[tuple[Passage, tuple[Tone, ...]]]) -> Iterator[Passage]:
        """The lines, and a blank between two that meet with Latin on both sides."""
        before: Passage | None = None
        for line, tones in lines:
            if before and line.text and not (is_cjk(before.text[-1]) or is_cjk(line.text[0]) or line.text[0] == " "):
                end = before.extent.span.end
                marks = tuple(Mark(0, 1, tone) for tone in dict.fromkeys(tones))
                yield Passage(" ", line.source, (Piece(0, 1, end, 0),), marks)
            yield line
            before = line if line.text else before


def _line(parts: list[Passage]) -> Passage:
    """What stands in a line, without the blanks that Markdown leaves at its ends."""
    line = Passage.join(parts)
    start, end = 0, len(line.text)
    if parts[0].is_verbatim(0, len(parts[0].text)):
        start = len(parts[0].text) - len(parts[0].text.lstrip(" \t"))
    if parts[-1].is_verbatim(0, len(parts[-1].text)):
        end -= len(parts[-1].text) - len(parts[-1].text.rstrip(" \t"))
    return line if (start, end) == (0, len(line.text)) else line.part(start, max(start, end))


def _merged(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in the order of their places; of one tone those that touch are one."""
    open_marks: dict[Tone, Mark] = {}
    done: list[Mark] = []
    for mark in marks:
        last = open_marks.get(mark.tone)
        if mark.tone is Tone.NOTE:
            done.append(mark)
        elif last and last.end == mark.start:
            open_marks[mark.tone] = replace(last, end=mark.end)
        else:
            done += [last] if last else []
            open_marks[mark.tone] = mark
    yield from sorted([*done, *open_marks.values()], key=lambda mark: (mark.start, -mark.end))
