"""Characters that a reader cannot see, written so that he can."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Control, format, surrogate and private-use characters, line and paragraph separators."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    r"""The text with every control, invisible, bidirectional or private-use character as an escape such as `\u200b`.

    Nothing it returns can move a cursor, colour a terminal or reorder a line.
    """
    if text.isprintable():
        return text
    return "".join(_escape(character) if is_hidden(character) else character for character in text)


def is_hidden(character: str) -> bool:
    """Whether a character has no shape of its own, or may change how others are shown."""
    return unicodedata.category(character) in _HIDDEN


def _escape(character: str) -> str:
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
