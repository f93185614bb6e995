"""How runs and paragraphs of a Word file look, all styles resolved."""

from __future__ import annotations

from dataclasses import dataclass

from kjqb.text.runs import Shift
from kjqb.units import Length

AUTO = "auto"
"""The colour that is black on paper."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run is set."""

    east_asian: str = ""
    """The font of its Chinese; empty where no one is named."""
    latin: str = ""
    size: Length | None = None
    colour: str = AUTO
    """Six hexadecimal digits, or AUTO."""
    underline: str = "none"
    """As Word names its kinds."""
    emphasis: str = "none"
    """The mark above or below each character (着重号)."""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    """Whether a line goes through it."""
    shift: Shift | None = None
    """Whether it is raised or lowered."""
    small: bool = False
    """Whether it is a superscript or subscript, not only shifted: it then is set smaller, whatever its size."""

    @property
    def shifted(self) -> bool:
        """Whether it does not stand on the line."""
        return self.shift is not None


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph is set; lengths are those of the file."""

    style: str = ""
    """The name of its style."""
    align: str = "left"
    """As Word names it: `both`, `center`, `right`, ..."""
    first_line: Length = Length(0)
    """Negative where it hangs."""
    first_line_characters: float = 0
    """Of the first line's indent in characters; 0 where it is stated as a length."""
    left: Length = Length(0)
    right: Length = Length(0)
    line: Length | None = None
    """Its pitch, where that is a length and no multiple of the font's own."""
    exact: bool = False
    """Whether the pitch stays what it is, whatever stands in the line."""
    single: bool = True
    """Whether its pitch is the font's own, or one line of the page's grid."""
    before: Length = Length(0)
    after: Length = Length(0)
    snaps: bool = True
    """Whether it keeps to the page's grid, where there is one."""
    outline_level: int | None = None
    """From 0; None for text."""
    tabs: tuple[tuple[str, str], ...] = ()
    """Kind and leader of its tab stops."""
    framed: bool = False
    """Whether it stands in a frame of its own."""
