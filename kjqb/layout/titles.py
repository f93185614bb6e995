"""Setting an article's title: on one line, or on lines of like length broken where the sense breaks."""

from __future__ import annotations

from kjqb.layout.inline import Inline
from kjqb.layout.linebreak import Measure, break_lines
from kjqb.layout.metrics import Type
from kjqb.units import Length

_SENSE_BREAKS = (" ", "：", "，", "、")
"""Where a title is best broken, the best first."""


def title_inset(title: str, measure: Length, type_: Type, program: Measure) -> Length:
    """What to add to both indents so that a title of two lines breaks well; nothing if it is shorter or longer.

    An indent, not a line end in the text: the contents list that Word makes anew takes the title as it stands.
    """
    if len(break_lines(Inline(title), measure, type_, program)) != 2:
        return Length(0)
    for mark in _SENSE_BREAKS:
        at = _break_behind(title, mark)
        if at is None:
            continue
        inset = _inset_for(title, at, measure, type_)
        lines = break_lines(Inline(title), measure - inset - inset, type_, program)
        if len(lines) == 2 and lines[0].end == at:
            return inset
    half = Length(round((measure.twips - type_.width(title) / 2 - type_.size.twips) / 2))
    lines = break_lines(Inline(title), measure - half - half, type_, program)
    return half if half.twips > 0 and len(lines) == 2 else Length(0)


def _break_behind(title: str, mark: str) -> int | None:
    """The place behind the mark nearest to the middle, if it is in the middle half."""
    places = [at + 1 for at, character in enumerate(title) if character == mark]
    middle = len(title) / 2
    best = min(places, key=lambda at: abs(at - middle), default=None)
    return best if best is not None and abs(best - middle) <= len(title) / 4 else None


def _inset_for(title: str, at: int, measure: Length, type_: Type) -> Length:
    """The inset that leaves room for the longer line and half an em."""
    longer = max(type_.width(title[:at].rstrip()), type_.width(title[at:]))
    return Length(max(0, int((measure.twips - longer - type_.size.twips / 2) / 2)))
