"""How well other engines' pages agree with ours."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kjqb.layout.pages import Page, PlacedLine, is_title
from tests.oracle.generated import Case

Pages = Sequence[Sequence[str]]
"""The lines of each page of an edition, from the top down."""

_UNSAID = re.compile("[①-⑳ⅰ-ⅿ\U00010000-\U0010ffff]")
"""What a PDF may say in another way: rare characters, and the numbers of footnotes.

LibreOffice does not always begin these anew on a page to which a line has moved.
"""

_SAID = re.compile("[^!-~\u00a1-\u052f\u2010-\u2044\u2460-\u24ff\u3001-\u303f\u3400-\u9fff\uff01-\uffee]")
"""What a PDF does not say again as it was: blanks, emoji, rare characters, scripts whose letters join."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are exact."""

    exact: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.exact + other.exact, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.exact:,}/{self.of:,}"

    @property
    def part(self) -> float:
        """From 0 to 1."""
        return self.exact / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """What of the computed pages an engine has made the same."""

    articles: Share = Share()
    """Titles that stand on the computed page."""
    starts: Share = Share()
    """Pages whose first line of text is the computed one."""
    lines: Share = Share()
    """Lines of the body and of footnotes that stand on the computed page, character for character."""
    differences: tuple[str, ...] = ()
    """Each article on another page, and for each issue the first line that differs."""

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.articles + other.articles,
            self.starts + other.starts,
            self.lines + other.lines,
            self.differences + other.differences,
        )


def agreement(cases: Iterable[Case], rendered: Iterable[Pages]) -> Agreement:
    """How the rendered pages of all cases agree with the computed ones."""
    return sum((_compare(case, pages) for case, pages in zip(cases, rendered, strict=True)), Agreement())


def said(line: str) -> str:
    """A line as far as a PDF says it again; raised and full-width digits as plain ones."""
    return _SAID.sub("", unicodedata.normalize("NFKC", _UNSAID.sub("", line)))


def _compare(case: Case, pages: Pages) -> Agreement:
    body = [(index, page) for index, page in enumerate(case.layout.pages) if not page.cover]
    theirs = [[said(line) for line in page] for page in pages]
    moved = list(_moved(case, theirs))
    missing = list(_missing(body, theirs))
    count = sum(len(list(_lines(page))) for _, page in body)
    starts = [
        (_first(page), theirs[index][:1] if index < len(theirs) else [])
        for index, page in body
        if page.items and isinstance(page.items[0], PlacedLine)
    ]
    return Agreement(
        Share(len(case.layout.entries) - len(moved), len(case.layout.entries)),
        Share(sum([first] == found for first, found in starts), len(starts)),
        Share(count - len(missing), count),
        (
            *moved,
            *(f"{case.name}: a page begins with {first}, not {found}" for first, found in starts if [first] != found),
            *(f"{case.name}: {line}" for line in missing[:1]),
        ),
    )


def _moved(case: Case, theirs: Sequence[Sequence[str]]) -> Iterator[str]:
    """The articles that stand on another page."""
    titles = [block for block in case.layout.blocks if is_title(block)]
    origin, at = case.layout.pages[0].number, 0
    for entry, block in zip(case.layout.entries, titles, strict=True):
        title = said(block.lines[0].text)
        found = next((index for index in range(at, len(theirs)) if title in theirs[index] and index), None)
        at = found if found is not None else at
        if found is None or origin + found != entry.page:
            place = "nowhere" if found is None else f"on page {origin + found}"
            yield f"{case.name}: “{entry.title}” is computed for page {entry.page} and stands {place}"


def _missing(body: Sequence[tuple[int, Page]], theirs: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines that do not stand on their page."""
    for (_, page), found in zip_longest(body, [theirs[index] if index < len(theirs) else [] for index, _ in body]):
        left = Counter(found)
        for line in _lines(page):
            left[line] -= 1
            if left[line] < 0:
                yield f"page {page.number}: {line}"


def _lines(page: Page) -> Iterator[str]:
    for line in (*page.lines, *page.notes):
        text = said((line.block.marker if line.first else "") + line.text)
        if text:
            yield text


def _first(page: Page) -> str:
    return next(_lines(page), "")
