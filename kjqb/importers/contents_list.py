"""The contents list of a plain text: lines that end in leaders and a page number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kjqb.importers.lines import Line, joined
from kjqb.importers.numbered import LONGEST_TITLE
from kjqb.model.issue import Entry
from kjqb.model.source import Passage
from kjqb.text.characters import ends_sentence

_MARKER = re.compile(r"(?:[-–—•·*]\s*)?(?:[★☆●○■□◆◇▲△※]\s*)?")
_DOTS = ".．…⋯‥·•・_-—–─"
_LEADERS = _DOTS + " \t\u3000\u00a0"
_LONGEST_NUMBER = 4
_HEADING = re.compile(r"(?:本期)?(?:目\s*[次录]|要目)|CONTENTS", re.IGNORECASE)
_BEFORE, _BETWEEN = 12, 2
"""Lines that may stand before the first entry, and in a row between two."""


@dataclass(frozen=True, slots=True)
class ContentsList:
    """What a text's contents list says, and which lines it takes."""

    entries: tuple[Entry, ...]
    start: int
    """The line (from 0) of the first entry."""
    end: int
    """The first line after the last entry."""
    heading: Line | None
    stray: tuple[Passage, ...]
    """Lines among the entries that are none: names of sections, ornaments."""


def contents_list(lines: Sequence[Line], start: int) -> ContentsList | None:
    """The contents list that begins a few lines behind `start`; None where there is none."""
    first = _first_entry(lines, start)
    if first is None:
        return None
    entries: list[Entry] = []
    stray: list[Passage] = []
    at = end = first
    while at < len(lines) and at - end <= _BETWEEN and not _is_listed(lines[at], entries):
        found = _entry_at(lines, at)
        if found:
            stray += (line.passage for line in lines[end:at])
            entries.append(found[0])
            at = end = found[1]
        elif _is_plain(lines[at]):
            at += 1
        else:
            break
    heading = next((line for line in lines[start:first] if _HEADING.fullmatch(line.text)), None)
    return ContentsList(tuple(entries), first, end, heading, tuple(stray))


def entry_of(line: Passage) -> Entry | None:
    """A line as an entry of a contents list; None where it does not end in leaders and a number."""
    text = line.text
    number = _end_of(text, len(text), str.isdecimal)
    leaders = _end_of(text, number, _LEADERS.__contains__)
    start = _marker_end(text)
    if not 0 < len(text) - number <= _LONGEST_NUMBER or leaders <= start:
        return None
    if not _are_leaders(text[leaders:number], marked=start > 0) or not any(map(str.isalpha, text[start:leaders])):
        return None
    return Entry(
        title=line.part(start, leaders),
        page=line.part(number, len(text)),
        line=line,
        leaders=line.part(leaders, number),
    )


def key(title: str) -> str:
    """What two forms of one title have in common: all but the blanks."""
    return "".join(title.split())


def _first_entry(lines: Sequence[Line], start: int) -> int | None:
    for at in range(start, min(len(lines), start + _BEFORE)):
        if _entry_at(lines, at):
            return at
        if not _is_plain(lines[at]):
            return None
    return None


def _entry_at(lines: Sequence[Line], at: int) -> tuple[Entry, int] | None:
    """The entry that begins at a line, perhaps broken into two, and the line after it."""
    entry = entry_of(lines[at].passage)
    if entry:
        return entry, at + 1
    if at + 1 == len(lines) or not _marker_end(lines[at].text) or _marker_end(lines[at + 1].text):
        return None
    if not _is_plain(lines[at]):
        return None
    entry = entry_of(joined(lines[at : at + 2]))
    return (entry, at + 2) if entry else None


def _is_listed(line: Line, entries: Sequence[Entry]) -> bool:
    """Whether it is the first article's title, which follows the list."""
    return bool(entries) and key(line.text) == key(entries[0].title.text)


def _end_of(text: str, end: int, belongs: Callable[[str], bool]) -> int:
    """Where the run of characters that belong, and ends at `end`, begins."""
    while end > 0 and belongs(text[end - 1]):
        end -= 1
    return end


def _marker_end(text: str) -> int:
    match = _MARKER.match(text)
    return match.end() if match else 0


def _are_leaders(text: str, *, marked: bool) -> bool:
    """Whether they lead to a number: an ellipsis, two dots, two blanks; behind a marked title anything."""
    dots = sum(character in _DOTS for character in text)
    return any(mark in text for mark in "…⋯‥\t\u3000") or dots > 1 or len(text) > 1 or (marked and text != "")


def _is_plain(line: Line) -> bool:
    """Whether it may be part of a masthead or a contents list: short, and no sentence."""
    return len(line.text) <= LONGEST_TITLE and not ends_sentence(line.text)
