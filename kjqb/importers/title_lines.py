"""Which lines of a text are the titles that its contents list has."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from kjqb.importers.contents_list import key
from kjqb.importers.lines import Line, joint, paragraphs
from kjqb.importers.numbered import LONGEST_TITLE, heading_level, is_ornament
from kjqb.model.issue import Entry
from kjqb.model.source import Passage
from kjqb.text.characters import ends_sentence

_MOST_LINES = 3
"""Lines over which a title may be broken."""

_ALIKE, _CLEARLY = 0.7, 0.1
"""How alike a line and an entry are that are one title (0 to 1, as difflib counts), and how much more than others."""

_MOST_ENTRIES, _MOST_CANDIDATES = 50, 200
"""Beyond so many no likeness is looked for."""


@dataclass(frozen=True, slots=True)
class TitleLines:
    """Lines `start` to `end` (exclusive, from 0) that are the title of an entry."""

    start: int
    end: int
    entry: Entry | None
    """None where only its style says that it is a title."""
    title: Passage


def title_lines(body: Sequence[Line], entries: Sequence[Entry], measure: float | None) -> tuple[TitleLines, ...]:
    """The titles in the text, in printing order: lines that equal an entry's title, blanks aside, or are styled so.

    An entry that no line equals has the line that stands alone and is clearly more like it than any other.
    """
    found = tuple(_equal(body, entries))
    placed = {id(title.entry) for title in found}
    left = [entry for entry in entries if id(entry) not in placed]
    if left:
        taken = {at for title in found for at in range(title.start, title.end)}
        candidates = islice(_candidates(body, taken, measure), _MOST_CANDIDATES)
        similar = _similar(left[:_MOST_ENTRIES], {at: body[at] for at in candidates})
        found = (*found, *similar)
    taken = {at for title in found for at in range(title.start, title.end)}
    styled = (at for at, line in enumerate(body) if line.titled and at not in taken)
    found = (*found, *(TitleLines(at, at + 1, None, body[at].passage) for at in styled))
    return tuple(sorted(found, key=lambda title: title.start))


def _equal(body: Sequence[Line], entries: Sequence[Entry]) -> Iterator[TitleLines]:
    wanted: dict[str, deque[Entry]] = defaultdict(deque)
    for entry in entries:
        wanted[key(entry.title.text)].append(entry)
    ordered = sorted(wanted)
    at = 0
    while at < len(body):
        end = _end_of_title(body, at, wanted, ordered)
        if end is None:
            at += 1
            continue
        queue = wanted[_key(body[at:end])]
        if queue:
            entry = queue.popleft()
            yield TitleLines(at, end, entry, _title(body[at:end], entry))
        at = end


def _end_of_title(body: Sequence[Line], at: int, wanted: dict[str, deque[Entry]], ordered: Sequence[str]) -> int | None:
    """Where the title that begins at a line ends; None where none begins."""
    for end in range(at + 1, min(at + _MOST_LINES, len(body)) + 1):
        text = _key(body[at:end])
        if text in wanted:
            return end
        rank = bisect_left(ordered, text)
        if rank == len(ordered) or not ordered[rank].startswith(text):
            return None
    return None


def _title(lines: Sequence[Line], entry: Entry) -> Passage:
    """The title as one passage, with a blank at a line's end where the entry has one."""
    words = entry.title.text.split()
    blanks = {len("".join(words[:rank])) for rank in range(1, len(words))}
    parts: list[Passage] = []
    length = 0
    for line in lines:
        if length in blanks:
            parts.append(joint(parts[-1], line.passage))
        parts.append(line.passage)
        length += len(key(line.text))
    return Passage.join(parts)


def _candidates(body: Sequence[Line], taken: set[int], measure: float | None) -> Iterator[int]:
    """Lines that stand alone and have a title's form."""
    at = 0
    for group in paragraphs(body, measure):
        if len(group) == 1 and at not in taken and _is_title_like(group[0].text):
            yield at
        at += len(group)


def _is_title_like(text: str) -> bool:
    if len(text) > LONGEST_TITLE or ends_sentence(text) or is_ornament(text):
        return False
    return heading_level(text) is None


def _similar(entries: Sequence[Entry], candidates: dict[int, Line]) -> Iterator[TitleLines]:
    """The entries whose likest line is clearly the likest, and has no other entry that is likelier still."""
    likeness = {
        (rank, at): score
        for rank, entry in enumerate(entries)
        for at, line in candidates.items()
        if (score := _likeness(key(entry.title.text), key(line.text))) >= _ALIKE - _CLEARLY
    }
    for (rank, at), score in likeness.items():
        rivals = (
            other for pair, other in likeness.items() if pair != (rank, at) and (pair[0] == rank or pair[1] == at)
        )
        if score >= _ALIKE and all(other <= score - _CLEARLY for other in rivals):
            yield TitleLines(at, at + 1, entries[rank], candidates[at].passage)


def _likeness(one: str, other: str) -> float:
    if len(one) > 2 * LONGEST_TITLE:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE - _CLEARLY else 0.0


def _key(lines: Sequence[Line]) -> str:
    return "".join(key(line.text) for line in lines)
