"""Pages as another program made them, and the texts that are looked for on them.

Texts are compared bare: without white space, which justifying and line ends add, and in the compatibility form of
Unicode (UAX 15), for the fonts of a PDF may give 文 out as a radical.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kjqb.layout.inline import NOTE
from kjqb.layout.pages import Page

PageLines = tuple[tuple[str, ...], ...]
"""The lines of each page."""

_PAGE_NUMBER = re.compile(r"[—–\-](\d{1,4})[—–\-]")
"""A page's number as it stands in the footer."""


_LAST_OF_BMP = "\uffff"
"""Beyond it fonts have gaps, which nothing or another character fills."""

_UNSAID = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn", "Sk", "So", "Zl", "Zp", "Zs"})
"""Categories of characters that a PDF says in another form, or not at all."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page that another program made."""

    number: int
    lines: tuple[str, ...]
    """Bare, the page number aside; whole paragraphs, or what of them stands here, where line ends are not known."""
    cover: bool = False


def bare(text: str) -> str:
    """A text as it is compared: without white space, places of footnotes, and what a PDF does not say again."""
    common = "".join(character for character in text if character <= _LAST_OF_BMP and character != NOTE)
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", common)
        if unicodedata.category(character) not in _UNSAID
    )


def printed_lines(page: Page, *, markers: bool) -> Iterator[str]:
    """The lines of a computed page that say anything; `markers`: with what hangs before the first of a block."""
    for line in page.lines:
        marker = line.block.marker if markers and line.first else ""
        if bare(marker + line.text):
            yield marker + line.text


def rendered_pages(pages: PageLines, covers: int, first: int) -> tuple[RenderedPage, ...]:
    """Pages by their lines, each numbered as its footer says.

    A page without number is a cover if it stands before all that bear one; where none does, the first `covers` are.
    Numbers that are not printed are counted, from the first one printed, else from `first` behind the cover.
    """
    made = [_split(tuple(filter(None, map(bare, lines)))) for lines in pages]
    printed = ((index, number) for index, (_, number) in enumerate(made) if number is not None)
    body, first = next(printed, (covers, first))
    return tuple(
        RenderedPage(first + index - body if number is None else number, lines, cover=index < body)
        for index, (lines, number) in enumerate(made)
    )


def _split(lines: tuple[str, ...]) -> tuple[tuple[str, ...], int | None]:
    """The lines of a page without its number, and the number."""
    match = _PAGE_NUMBER.fullmatch(lines[-1]) if lines else None
    return (lines[:-1], int(match[1])) if match else (lines, None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article that is looked for."""

    title: str
    opening: str
    """With what its text begins; empty where that is no text."""


def title_pages(articles: Iterable[Wanted], pages: tuple[RenderedPage, ...]) -> tuple[int | None, ...]:
    """For each article the number of the page on which its title begins; None where it is not found.

    A title is one line or several whole lines behind the cover, and stands behind the titles before it. Of several
    such places the first that the article's opening follows is taken, else the first.
    """
    lines = [(line, page.number) for page in pages if not page.cover for line in page.lines]
    found: list[int | None] = []
    at = 0
    for article in articles:
        place = _place(article, [line for line, _ in lines], at)
        found.append(None if place is None else lines[place][1])
        at = at if place is None else place + 1
    return tuple(found)


def _place(article: Wanted, lines: list[str], start: int) -> int | None:
    title, opening = bare(article.title), bare(article.opening)
    places = [(at, end) for at in range(start, len(lines)) if (end := _end_of_title(title, lines, at)) is not None]
    for at, end in places:
        following = "".join(lines[end : end + 1 + len(opening)])
        if following.startswith(opening):
            return at
    return places[0][0] if places else None


def _end_of_title(title: str, lines: list[str], start: int) -> int | None:
    """Behind which line a title ends that begins with line `start` and ends with a line's end; None if it does not."""
    rest = title
    for at in range(start, len(lines)):
        if not rest.startswith(lines[at]):
            return None
        rest = rest[len(lines[at]) :]
        if not rest:
            return at + 1
    return None


_LEADERS = (r"[.·・\-_—]+", "")
"""What may stand between title and number: leaders (compatibility forms are resolved already), else nothing."""


def contents_numbers(titles: Iterable[str], pages: tuple[RenderedPage, ...]) -> tuple[int | None, ...]:
    """For each title the number that the contents list on the cover prints; None where the list has no such entry.

    An entry is the title, perhaps over several lines, leaders if there is room, and a number at a line's end.
    """
    cover = "\n".join(line for page in pages if page.cover for line in page.lines)
    found: list[int | None] = []
    at = 0
    for title in titles:
        matches = (_entry(title, leaders).search(cover, at) for leaders in _LEADERS)
        match = next(filter(None, matches), None)
        found.append(int(match[1]) if match else None)
        at = match.end() if match else at
    return tuple(found)


def _entry(title: str, leaders: str) -> re.Pattern[str]:
    spelt = r"\n?".join(map(re.escape, bare(title)))
    return re.compile(rf"(?:^|(?<=\W)){spelt}\n?{leaders}(\d+)$", re.MULTILINE)
