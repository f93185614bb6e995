"""How each kind of block is set: face, size, pitch, indents. Layout and Word edition both follow this sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kjqb.layout.metrics import Type
from kjqb.model.page_setup import PageSetup
from kjqb.units import Length, pt


class Face(Enum):
    """The faces of official documents (GB/T 9704—2012, 5.2.2, 7.3.1, 7.3.3), by their names in Word and WPS."""

    TITLE = "方正小标宋简体"
    HEI = "黑体"
    KAI = "楷体_GB2312"
    FANGSONG = "仿宋_GB2312"


class Align(Enum):
    """Where a line stands in the measure; a justified paragraph's last line stands left."""

    JUSTIFY = "justify"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How one kind of block is set."""

    face: Face
    type: Type
    pitch: Length
    """Exact, from line to line."""
    align: Align = Align.JUSTIFY
    first_indent: Length = Length(0)
    left_indent: Length = Length(0)
    right_indent: Length = Length(0)
    keep_next: bool = False
    """Whether its last line stays on the page of the next block's first line."""
    red: bool = False


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles of an issue."""

    masthead: BlockStyle
    issue_line: BlockStyle
    office_line: BlockStyle
    contents_heading: BlockStyle
    contents_entry: BlockStyle
    title: BlockStyle
    headings: tuple[BlockStyle, BlockStyle, BlockStyle, BlockStyle]
    body: BlockStyle
    colophon: BlockStyle


MASTHEAD_SIZE = pt(54)
"""The masthead's size where its title is short enough for it."""


def style_sheet(setup: PageSetup, masthead: str) -> StyleSheet:
    """The styles that a page setup gives; the masthead's size follows from its title's length."""
    em, pitch = setup.font_size, setup.pitch
    body = Type(em, setup.letter_spacing)
    large = Type(min(MASTHEAD_SIZE, _half_points(setup.measure.twips // max(len(masthead), 1))))
    title = Type(pt(22) if em >= pt(16) else pt(18))
    heading_faces = (Face.HEI, Face.KAI, Face.FANGSONG, Face.FANGSONG)
    return StyleSheet(
        masthead=BlockStyle(Face.TITLE, large, pitch * 3, Align.CENTRE, red=True),
        issue_line=BlockStyle(Face.FANGSONG, body, pitch, Align.CENTRE),
        office_line=BlockStyle(Face.FANGSONG, body, pitch),
        contents_heading=BlockStyle(Face.HEI, body, pitch * 1.5, Align.CENTRE),
        contents_entry=BlockStyle(Face.FANGSONG, body, pitch, left_indent=em * 1.5, right_indent=em * 3),
        title=BlockStyle(Face.TITLE, title, pitch, Align.CENTRE, keep_next=True),
        headings=tuple(  # type: ignore[arg-type]
            BlockStyle(face, body, pitch, first_indent=em * 2, keep_next=True) for face in heading_faces
        ),
        body=BlockStyle(Face.FANGSONG, body, pitch, first_indent=em * 2),
        colophon=BlockStyle(Face.FANGSONG, body, pitch, left_indent=em, right_indent=em),
    )


def _half_points(twips: int) -> Length:
    """The largest whole number of half points, Word's grain of type sizes, in so many twips."""
    return Length(twips // 10 * 10)
