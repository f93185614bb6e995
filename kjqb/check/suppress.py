"""Findings that an editor has accepted, with `[[ignore]]` and a reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kjqb.check.finding import Finding
from kjqb.check.subject import Subject
from kjqb.model.article import Ignore
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Extent


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
            files = frozenset(passage.source.name for passage in subject.passages)
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


def _stands_at(text: str, extent: Extent) -> bool:
    """Whether `text` stands in the source where the finding is: around it, within it, or touching it.

    Blanks, line ends and escapes of Markdown do not count, since the editor copies what he reads.
    """
    start, end = extent.span.start, extent.span.end
    room = 2 * len(text) + 2
    window = extent.source.text[max(0, start - room) : end + room]
    begin = start - max(0, start - room)
    pattern = r"[\s\\]*".join(re.escape(character) for character in "".join(text.split()))
    return any(
        match.start() <= begin + (end - start) and begin <= match.end() for match in re.finditer(pattern, window)
    )
