"""Text as Markdown: what would be taken for markup is escaped, marks are written.

The text and its footnotes always read back as they were. Where Markdown cannot set apart all stretches of a text (one
begins or ends with a blank, two cross each other), none of that text is set apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from kjqb.model.source import Passage, Source
from kjqb.text.marks import Mark, Tone
from kjqb.text.spans import Span
from kjqb.workspace.markdown_inline import Inline
from kjqb.workspace.markdown_syntax import article_parser
from kjqb.workspace.markdown_text import BLANKS, MarkdownText, Places, Stretch

LINE_ENDS = re.compile(r"[\r\n]+")

_INLINE = re.compile(
    r"""
    (?P<end>[\n\r])                      # would end the line
    | \\(?=[!-/:-@\[-`{-~\s]|\Z)         # a backslash that would escape what follows, or break the line
    | [*_`]                              # emphasis, code
    | <(?=[^<>\x00-\x20]*>)              # <address>
    | &(?=\#?[A-Za-z0-9]+;)              # a character by name or number
    | \[                                 # a link or a footnote, if what follows makes it one
    """,
    re.VERBOSE,
)
_BLOCK = re.compile(r"\#{1,6}(?=[ \t]|\Z)|>|-(?=[ \t]|\Z|(?:[ \t]*-)+[ \t]*\Z)|~(?=~~)")
"""What a paragraph's first characters would make a block of another kind."""

_NAMEABLE = BLANKS.replace("\v", "")
"""The blanks that can be named by number."""

_CLOSING_MARKS = re.compile(r"(?:(?<=[ \t])|^)\#+\Z")
"""What would close a heading and not be part of it."""

_MARKUP = {Tone.STRONG: "**", Tone.EMPHASIS: "*"}


def block_text(passage: Passage) -> str:
    """A paragraph's text; no line end is left in it."""
    marked = any(mark.start == 0 for mark in passage.marks)
    return ("\\" if not marked and _BLOCK.match(passage.text.rstrip(_NAMEABLE)) else "") + _written(passage)


def heading_text(passage: Passage) -> str:
    """A heading's text, which stands behind the `#` and a blank."""
    return _CLOSING_MARKS.sub(lambda match: "\\" + match[0], _written(passage))


def cell_text(passage: Passage) -> str:
    """The text of a table's cell."""
    return _written(passage).replace("|", "\\|")


def caption_text(passage: Passage) -> str:
    """The text between the brackets of an image."""
    return _written(passage, brackets="[]")


def address(file: str) -> str:
    """A path as an image bears it; Chinese stays as it is."""
    return "".join(character if character > "~" else quote(character, safe="/-_.~") for character in file)


def _written(passage: Passage, *, brackets: str = "") -> str:
    """The text with its marks; brackets that would end what it stands in are escaped."""
    notes = tuple(mark for mark in passage.marks if mark.tone is Tone.NOTE)
    whole = _with_marks(passage.text, passage.marks, brackets)
    apart = len(notes) < len(passage.marks) and _reads_as(whole, passage)
    return whole if apart else _with_marks(passage.text, notes, brackets)


def _reads_as(written: str, passage: Passage) -> bool:
    """Whether it reads as that text with those stretches set apart."""
    (token,) = article_parser().parseInline(written)
    text = MarkdownText(Source("", written), Span(0, len(written)))
    read = Inline(text, written, Places([Stretch(0, 0, len(written))]), Inline.note).read(token.children or [])
    return (read.text, set(read.marks)) == (passage.text, set(passage.marks))


def _with_marks(text: str, wanted: Sequence[Mark], brackets: str) -> str:
    marks = _markup(wanted)
    characters = _escapes(text)
    for at, markup in marks.items():
        if text[at - 1 : at] == "\\" or (text[at - 1 : at] == "!" and markup.startswith("[")):
            characters[at - 1] = "\\" + text[at - 1]
        if at == 0 and markup.endswith("]") and text.startswith(":"):
            characters[0] = "\\:"
    parts: list[str] = []
    for at, character in enumerate(text):
        escaped = "\\" + character if character in brackets else characters.get(at, character)
        parts += (marks.get(at, ""), escaped)
    return "".join([*parts, marks.get(len(text), "")])


def _escapes(text: str) -> dict[int, str]:
    """By their places: the characters that cannot be written as they are."""
    last_link = text.rfind("](")
    made: dict[int, str] = {}
    for match in _INLINE.finditer(text):
        harmless = match[0] == "[" and match.start() > last_link and not text.startswith("[^", match.start())
        if match["end"]:
            made[match.start()] = _numbered(match[0])
        elif not harmless:
            made[match.start()] = "\\" + match[0]
    body = text.strip(_NAMEABLE)
    start = len(text) - len(text.lstrip(_NAMEABLE)) if body else 0
    for at in (*range(start), *range(start + len(body), len(text))):
        made[at] = _numbered(text[at])
    return made


def _markup(marks: Sequence[Mark]) -> dict[int, str]:
    """By their places: what opens and closes stretches, and the marks of footnotes between the two."""
    tones = [mark for mark in marks if mark.tone is not Tone.NOTE]
    made: dict[int, str] = {}
    stack: list[Mark] = []
    for at in sorted({place for mark in marks for place in (mark.start, mark.end)}):
        depth = next((depth for depth, mark in enumerate(stack) if mark.end == at), len(stack))
        closed, stack = stack[depth:], stack[:depth]
        opened = [mark for mark in closed if mark.end > at] + [mark for mark in tones if mark.start == at]
        opened.sort(key=lambda mark: -mark.end)
        notes = [f"[^{mark.label}]" for mark in marks if mark.tone is Tone.NOTE and mark.start == at]
        closing = [_MARKUP[mark.tone] for mark in reversed(closed)]
        made[at] = "".join([*closing, *notes, *(_MARKUP[mark.tone] for mark in opened)])
        stack += opened
    return made


def _numbered(text: str) -> str:
    """Each character by its number, which no reader trims."""
    return "".join(f"&#{ord(character)};" for character in text)
