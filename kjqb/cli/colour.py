"""Whether what is printed may be coloured."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TextIO


class Colour(Enum):
    """The choices of `--color`."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def is_coloured(colour: Colour, stream: TextIO | None, env: Mapping[str, str]) -> bool:
    """Whether a stream takes escape codes: left to itself, a terminal that is not `dumb`, unless NO_COLOR is set."""
    if stream is None or colour is Colour.NEVER:
        return False
    if colour is Colour.ALWAYS:
        return True
    return not env.get("NO_COLOR") and env.get("TERM") != "dumb" and stream.isatty()
