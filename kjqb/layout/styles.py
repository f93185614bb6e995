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
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


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
    hanging: Length = Length(0)
    """How far the marker stands out to the left of the first line."""
    keep_next: bool = False
    """Whether it is kept whole, on the page of the next block's first line."""
    whole: bool = False
    """Whether no page turn parts its lines."""
    red: bool = False


class Role(Enum):
    """What a block is on the page."""

    MASTHEAD = "masthead"
    ISSUE_LINE = "issue-line"
    OFFICE_LINE = "office-line"
    CONTENTS_HEADING = "contents-heading"
    CONTENTS_SECTION = "contents-section"
    CONTENTS_ENTRY = "contents-entry"
    SECTION = "section"
    TITLE = "title"
    BY_LINE = "by-line"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    BODY = "body"
    QUOTE = "quote"
    LIST_1 = "list-1"
    LIST_2 = "list-2"
    LIST_3 = "list-3"
    TABLE_CAPTION = "table-caption"
    HEADER_CELL = "header-cell"
    CELL = "cell"
    FIGURE_CAPTION = "figure-caption"
    NOTE = "note"
    SOURCE_LINE = "source-line"
    COLOPHON = "colophon"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
"""The roles of sub-headings, by level from 1."""

LISTS = (Role.LIST_1, Role.LIST_2, Role.LIST_3)
"""The roles of a list's paragraphs, by level from 1."""

StyleSheet = Mapping[Role, BlockStyle]
"""The styles of an issue."""

MASTHEAD_SIZE = pt(54)
"""The masthead's size where its title is short enough for it."""

_TITLE = 0.9
"""The most that a title's type takes of its pitch."""

_TABLE, _NOTE = 0.8, 0.7
"""Sizes of type in tables and footnotes, as parts of the body's."""

_HALVED = 0.5
"""Their pitch, as a part of the body's, so that all that stands on a page keeps to a grid of half pitches."""


def style_sheet(setup: PageSetup, masthead: str, marker: str) -> StyleSheet:
    """The styles that a page setup gives.

    The masthead's size follows from its title's length; room is left for the contents list's marker, if there is one.
    """
    return {
        **_cover_styles(setup, masthead, em_of_marker=1.5 if marker else 0),
        **_body_styles(setup),
        **_other_styles(setup),
    }


def _cover_styles(setup: PageSetup, masthead: str, *, em_of_marker: float) -> StyleSheet:
    em, pitch = setup.font_size, setup.pitch
    body = Type(em, setup.letter_spacing)
    large = Type(min(MASTHEAD_SIZE, _half_points(setup.measure.twips // max(len(masthead), 1))))
    return {
        Role.MASTHEAD: BlockStyle(Face.TITLE, large, pitch * 3, Align.CENTRE, red=True),
        Role.ISSUE_LINE: BlockStyle(Face.FANGSONG, body, pitch, Align.CENTRE),
        Role.OFFICE_LINE: BlockStyle(Face.FANGSONG, body, pitch),
        Role.CONTENTS_HEADING: BlockStyle(Face.HEI, body, pitch, Align.CENTRE),
        Role.CONTENTS_SECTION: BlockStyle(Face.HEI, body, pitch, keep_next=True),
        Role.CONTENTS_ENTRY: BlockStyle(
            Face.FANGSONG, body, pitch, left_indent=em * em_of_marker, hanging=em * em_of_marker, whole=True
        ),
    }


def _body_styles(setup: PageSetup) -> StyleSheet:
    em, cell, pitch = setup.font_size, setup.cell, setup.pitch
    body = Type(em, setup.letter_spacing)
    title = Type(min(pt(22) if em >= pt(16) else pt(18), _half_points(int(pitch.twips * _TITLE))))
    paragraph = BlockStyle(Face.FANGSONG, body, pitch, first_indent=em * 2)
    heading = replace(paragraph, keep_next=True)
    return {
        Role.SECTION: BlockStyle(Face.HEI, body, pitch, Align.CENTRE, keep_next=True),
        Role.TITLE: BlockStyle(Face.TITLE, title, pitch, Align.CENTRE, keep_next=True),
        Role.BY_LINE: BlockStyle(Face.KAI, body, pitch, Align.CENTRE, keep_next=True),
        Role.HEADING_1: replace(heading, face=Face.HEI),
        Role.HEADING_2: replace(heading, face=Face.KAI),
        Role.HEADING_3: heading,
        Role.HEADING_4: heading,
        Role.BODY: paragraph,
        Role.QUOTE: replace(paragraph, face=Face.KAI, left_indent=cell * 2, right_indent=cell * 2),
        **{
            role: BlockStyle(Face.FANGSONG, body, pitch, left_indent=cell * (2 + level), hanging=cell)
            for level, role in enumerate(LISTS, start=1)
        },
        Role.SOURCE_LINE: BlockStyle(Face.KAI, body, pitch, Align.RIGHT, whole=True),
        Role.COLOPHON: BlockStyle(Face.FANGSONG, body, pitch, left_indent=em, right_indent=em),
    }


def _other_styles(setup: PageSetup) -> StyleSheet:
    """Tables, figures and footnotes."""
    pitch = setup.pitch
    half = Length(int(pitch.twips * _HALVED))
    small, tiny = (Type(_half_points(int(setup.font_size.twips * part))) for part in (_TABLE, _NOTE))
    caption = BlockStyle(Face.HEI, small, pitch, Align.CENTRE, whole=True)
    cell = BlockStyle(Face.FANGSONG, small, half)
    return {
        Role.TABLE_CAPTION: replace(caption, keep_next=True),
        Role.HEADER_CELL: replace(cell, face=Face.HEI),
        Role.CELL: cell,
        Role.FIGURE_CAPTION: caption,
        Role.NOTE: BlockStyle(Face.FANGSONG, tiny, half, right_indent=_spare(setup.measure, tiny)),
    }


def _spare(measure: Length, type_: Type) -> Length:
    """What to take off a measure so that whole characters and a tenth of one are left (PageSetup.measure)."""
    em = type_.size.twips
    return Length((measure.twips - em // 10) % em)


def _half_points(twips: int) -> Length:
    """The largest whole number of half points, Word's grain of type sizes, in so many twips."""
    return Length(twips // 10 * 10)
