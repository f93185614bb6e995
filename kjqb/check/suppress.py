"""Findings that an editor has accepted, with `[[ignore]]` and a reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kjqb.check.finding import Finding
from kjqb.check.subject import Subject
from kjqb.model.article import Ignore
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Extent

_ENOUGH = 8
"""Characters by which an entry that is written finds a place."""

_MOST = 40
"""Characters on either side of a place that are tried."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """An `[[ignore]]` and the files it speaks of."""

    ignore: Ignore
    files: frozenset[str] | None
    """None for all."""

    def covers(self, finding: Finding) -> bool:
        """Whether the editor has accepted this finding."""
        return (
            finding.code == self.ignore.code
            and (self.files is None or finding.file in self.files)
            and (not self.ignore.text or _stands_at(self.ignore.text, finding.extent))
        )


def suppressions(subjects: Iterable[Subject], conventions: Conventions) -> Iterator[Suppression]:
    """All of them: kjqb.toml's, for every file, then each issue's and each article's for their own."""
    yield from (Suppression(ignore, None) for ignore in conventions.ignores)
    for subject in subjects:
        if subject.ignores:
            listed = (entry.line for entry in subject.entries)
            files = frozenset(passage.source.name for passage in (*subject.passages, *listed))
            yield from (Suppression(ignore, files) for ignore in subject.ignores)
        for article in subject.articles:
            yield from (Suppression(ignore, frozenset({article.file})) for ignore in article.ignores)


def suppress(
    findings: Iterable[Finding], suppressed: Collection[Suppression]
) -> tuple[list[Finding], list[Suppression]]:
    """The findings that remain, and the suppressions that none of them answered to."""
    by_code: dict[str, list[Suppression]] = {}
    for suppression in suppressed:
        by_code.setdefault(suppression.ignore.code, []).append(suppression)
    remaining: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        covering = [suppression for suppression in by_code.get(finding.code, ()) if suppression.covers(finding)]
        used.update(id(suppression) for suppression in covering)
        if not covering:
            remaining.append(finding)
    return remaining, [suppression for suppression in suppressed if id(suppression) not in used]


def text_for(finding: Finding, others: Iterable[Finding]) -> str:
    """The text by which an `[[ignore]]` finds this finding and none of the others, which are of the same rule.

    Some characters round it in its line, even where fewer would do, so that the entry does not hide what is written
    later; where the same words stand in several places, they find all of these. Empty where the line is.
    """
    extent = finding.extent
    elsewhere = [other.extent for other in others if other.extent != extent]
    texts = list(dict.fromkeys(_in_one_line(extent.source.text[start:end]) for start, end in _stretches(extent)))
    at_once = [text for text in texts if len(text) >= _ENOUGH]
    too_short = sorted((text for text in texts if 0 < len(text) < _ENOUGH), key=len, reverse=True)
    for text in (*at_once, *too_short):
        if _stands_at(text, extent) and not any(_stands_at(text, other) for other in elsewhere):
            return text
    return max(texts, key=len)


def _stretches(extent: Extent) -> Iterator[tuple[int, int]]:
    """Ever longer ones round the extent, within its line: to both sides, to the left, to the right."""
    text, start = extent.source.text, extent.span.start
    end = min(extent.span.end, start + _MOST)
    first = max(text.rfind("\n", 0, start) + 1, start - _MOST)
    last = min(len(text) if "\n" not in text[end : end + _MOST] else text.index("\n", end), end + _MOST)
    for more in range(_MOST + 1):
        before, behind = max(first, start - more), min(last, end + more)
        yield before, behind
        yield before, end
        yield start, behind


def _in_one_line(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())


def _stands_at(text: str, extent: Extent) -> bool:
    """Whether `text` stands in the source where the finding is: around it, within it, or touching it.

    Blanks, line ends and escapes of Markdown do not count, since the editor copies what he reads.
    """
    start, end = extent.span.start, extent.span.end
    room = 2 * len(text) + 2
    window = extent.source.text[max(0, start - room) : end + room]
    begin = start - max(0, start - room)
    return any(
        match.start() <= begin + (end - start) and begin <= match.end() for match in _pattern(text).finditer(window)
    )


@lru_cache(maxsize=1024)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(r"[\s\\]*".join(re.escape(character) for character in "".join(text.split())))
