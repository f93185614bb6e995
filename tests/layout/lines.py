"""Short ways to make what layout tests need."""

from kjqb.layout.inline import Inline
from kjqb.layout.metrics import Type
from kjqb.layout.pages import LaidText
from kjqb.layout.styles import BlockStyle, Face, Role
from kjqb.units import Length, pt

EM = pt(10)
PITCH = pt(20)


def ems(count: float) -> Length:
    """So many ems of the tests' type."""
    return EM * count


def type_() -> Type:
    return Type(EM)


def block(lines: int, *, keep_next: bool = False, holds_two: bool = False, new_page: bool = False) -> LaidText:
    """A block of so many lines, each a pitch high."""
    style = BlockStyle(Face.FANGSONG, type_(), PITCH, keep_next=keep_next)
    texts = tuple(Inline(f"第{number}行") for number in range(1, lines + 1))
    return LaidText(texts, Role.BODY, style, holds_two=holds_two, new_page=new_page)
