"""Superscripts and subscripts as the characters that Unicode has for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjqb.ooxml.document import WordParagraph
from kjqb.text.runs import Shift
from kjqb.text.spans import Span

_PLAIN = "0123456789+-−=()n"
_CHARACTERS = {
    Shift.RAISED: dict(zip(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True)),
    Shift.LOWERED: dict(zip(_PLAIN[:-1], "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)),
}
"""Digits and signs, and the raised n. Unicode's other small letters are those of phonetic script, which the fonts of
an edition lack."""

_NAMES = {Shift.RAISED: "上标", Shift.LOWERED: "下标"}


@dataclass(frozen=True, slots=True)
class Script:
    """A superscript or subscript."""

    span: Span
    name: str
    """In Chinese."""
    text: str
    written: str | None
    """What to write for it, as long as its text; None where there are no characters."""


def scripts(paragraph: WordParagraph) -> Iterator[Script]:
    """The superscripts and subscripts of a paragraph.

    What is only shifted counts where it is also smaller than other text of the paragraph, and all of it has characters.
    """
    sizes = [run.format.size.twips for run in paragraph.runs if run.format.size and not run.format.shift]
    largest = max(sizes, default=0)
    for run in paragraph.runs:
        text = paragraph.text[run.span.start : run.span.end]
        if run.format.shift is None or not text.strip():
            continue
        written = _written(text, run.format.shift)
        is_smaller = run.format.size is not None and run.format.size.twips < largest
        if run.format.small or (is_smaller and written is not None):
            yield Script(run.span, _NAMES[run.format.shift], text, written)


def _written(text: str, shift: Shift) -> str | None:
    characters = _CHARACTERS[shift]
    found = [character if character.isspace() else characters.get(character) for character in text]
    return "".join(character or "" for character in found) if None not in found else None
