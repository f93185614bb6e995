"""A line of a page in the making: its characters as a browser shows them, what is set apart, the images in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from kjqb.importers.drafts import MarkedText
from kjqb.importers.html.select import IGNORED
from kjqb.text.characters import is_cjk
from kjqb.text.marks import Mark, Tone

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STRONG, EMPHASIS = 1, 2
_TONES = {STRONG: Tone.STRONG, EMPHASIS: Tone.EMPHASIS}

_COLLAPSED = " \t\n\r\f"
"""White space that a browser shows as one blank (HTML Living Standard, 4.4 and CSS Text 3, 4.1.1)."""


@dataclass(frozen=True, slots=True)
class InlineImage:
    """An `img` element in a line."""

    element: Element
    within: bool
    """Whether text stands on both sides of it."""


@dataclass(slots=True)
class InlineLine:
    """What has been read of a line so far."""

    hidden: int = 0
    """Characters without a width left out."""
    _characters: list[str] = field(default_factory=list)
    _tones: list[int] = field(default_factory=list)
    _images: list[tuple[int, Element]] = field(default_factory=list)
    _special: list[int] = field(default_factory=list)
    """The places of blanks of special widths, which are put as common ones."""
    _pending: str = ""

    def feed(self, text: str, tone: int) -> None:
        """Take text of the page."""
        for character in text:
            if character in _COLLAPSED:
                self._pending += character if len(self._pending) < 2 or character == "\n" else ""
            elif character in IGNORED:
                self.hidden += 1
            else:
                self._put(self._common(character), tone)

    def image(self, element: Element) -> None:
        """An image stands here."""
        self._images.append((len(self._characters), element))

    def parts(self) -> Iterator[MarkedText | InlineImage]:
        """The images before the text, the text unless it is empty, the images within and after it."""
        text = "".join(self._characters)
        start = len(text) - len(text.lstrip())
        end = max(start, len(text.rstrip()))
        images = [(at, InlineImage(element, within=start < at < end)) for at, element in self._images]
        yield from (image for at, image in images if at <= start)
        if start < end:
            yield MarkedText(text[start:end], tuple(self._marks(start, end)))
        yield from (image for at, image in images if at > start)

    @property
    def blanks(self) -> int:
        """How many blanks of special widths within the text were put as common ones."""
        text = "".join(self._characters)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return sum(start <= at < end for at in self._special)

    def _put(self, character: str, tone: int) -> None:
        if self._pending and self._characters:
            before = self._characters[-1]
            folded = "\n" in self._pending and is_cjk(before) and is_cjk(character)
            if not folded and before != " ":
                self._characters.append(" ")
                self._tones.append(tone & self._tones[-1])
        self._pending = ""
        self._characters.append(character)
        self._tones.append(tone)

    def _common(self, character: str) -> str:
        if character in "\u3000" or unicodedata.category(character) != "Zs":
            return character
        self._special.append(len(self._characters) + bool(self._pending))
        return " "

    def _marks(self, start: int, end: int) -> Iterator[Mark]:
        """The stretches that are set apart, without blanks at their ends, in the order of their tones."""
        for bit, tone in _TONES.items():
            at = start
            for apart, group in groupby(self._tones[start:end], key=lambda tones, bit=bit: bool(tones & bit)):  # type: ignore[misc]
                stretch = "".join(self._characters[at : at + sum(1 for _ in group)])
                first = at + len(stretch) - len(stretch.lstrip())
                last = at + len(stretch.rstrip())
                if apart and first < last:
                    yield Mark(first - start, last - start, tone)
                at += len(stretch)
