"""How each kind of block is set: face, size, pitch, indents. Layout and Word edition both follow this sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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


class Role(Enum):
    """What a block is on the page."""

    MASTHEAD = "masthead"
    ISSUE_LINE = "issue-line"
    OFFICE_LINE = "office-line"
    CONTENTS_HEADING = "contents-heading"
    CONTENTS_ENTRY = "contents-entry"
    TITLE = "title"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    BODY = "body"
    COLOPHON = "colophon"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
"""The roles of sub-headings, by level from 1."""

StyleSheet = Mapping[Role, BlockStyle]
"""The styles of an issue."""

MASTHEAD_SIZE = pt(54)
"""The masthead's size where its title is short enough for it."""


def style_sheet(setup: PageSetup, masthead: str) -> StyleSheet:
    """The styles that a page setup gives; the masthead's size follows from its title's length."""
    em, pitch = setup.font_size, setup.pitch
    body = Type(em, setup.letter_spacing)
    large = Type(min(MASTHEAD_SIZE, _half_points(setup.measure.twips // max(len(masthead), 1))))
    title = Type(pt(22) if em >= pt(16) else pt(18))
    heading = BlockStyle(Face.FANGSONG, body, pitch, first_indent=em * 2, keep_next=True)
    return {
        Role.MASTHEAD: BlockStyle(Face.TITLE, large, pitch * 3, Align.CENTRE, red=True),
        Role.ISSUE_LINE: BlockStyle(Face.FANGSONG, body, pitch, Align.CENTRE),
        Role.OFFICE_LINE: BlockStyle(Face.FANGSONG, body, pitch),
        Role.CONTENTS_HEADING: BlockStyle(Face.HEI, body, pitch, Align.CENTRE),
        Role.CONTENTS_ENTRY: BlockStyle(Face.FANGSONG, body, pitch, left_indent=em * 1.5),
        Role.TITLE: BlockStyle(Face.TITLE, title, pitch, Align.CENTRE, keep_next=True),
        Role.HEADING_1: replace(heading, face=Face.HEI),
        Role.HEADING_2: replace(heading, face=Face.KAI),
        Role.HEADING_3: heading,
        Role.HEADING_4: heading,
        Role.BODY: BlockStyle(Face.FANGSONG, body, pitch, first_indent=em * 2),
        Role.COLOPHON: BlockStyle(Face.FANGSONG, body, pitch, left_indent=em, right_indent=em),
    }


def _half_points(twips: int) -> Length:
    """The largest whole number of half points, Word's grain of type sizes, in so many twips."""
    return Length(twips // 10 * 10)
