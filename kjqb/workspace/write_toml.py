"""TOML written by hand, so that it looks as an editor would write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def toml_string(text: str) -> str:
    """A basic string, quotes included."""
    escaped = _ESCAPED.sub(lambda match: _SHORT.get(match[0], f"\\u{ord(match[0]):04x}"), text)
    return f'"{escaped}"'


def toml_key(name: str) -> str:
    """A key, quoted where it must be."""
    return name if _BARE_KEY.fullmatch(name) else toml_string(name)


def toml_strings(texts: Iterable[str]) -> str:
    """A list of strings in one line."""
    return f"[{', '.join(map(toml_string, texts))}]"


def toml_lines(texts: Iterable[str]) -> str:
    """A list of strings, one a line; `[]` where there are none."""
    lines = "".join(f"    {toml_string(text)},\n" for text in texts)
    return f"[\n{lines}]" if lines else "[]"
