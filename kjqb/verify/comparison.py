"""The comparison itself: computed page numbers against those of another program."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kjqb.layout.inline import NOTE
from kjqb.layout.pages import ContentsEntry, LaidText, Layout, is_title
from kjqb.verify.rendered import RenderedPage, Wanted, bare, contents_numbers, printed_lines, title_pages

OPENING = 12
"""So many characters of an article's text tell its title from the same words elsewhere."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An article's page number."""

    title: str
    computed: int
    rendered: int | None
    """The page on which its title begins; None where it was not found."""
    printed: int | None
    """The number in the contents list of what was rendered; None where it has no such entry."""

    @property
    def agrees(self) -> bool:
        """Whether title and contents list are where they were computed to be."""
        return self.rendered == self.computed == self.printed


@dataclass(frozen=True, slots=True)
class PageDifference:
    """A page that holds other lines than the computed one; that alone decides nothing."""

    page: int
    line: str
    """The first computed line that does not stand there."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An issue's page numbers against those of another program."""

    entries: tuple[Compared, ...]
    first_page: PageDifference | None
    """The first page whose lines differ."""

    @property
    def equal(self) -> bool:
        """Whether every page number agrees."""
        return all(entry.agrees for entry in self.entries)


def compare(layout: Layout, pages: tuple[RenderedPage, ...], *, whole_lines: bool = True) -> Comparison:
    """Compare an issue's layout with rendered pages; `whole_lines`: whether their lines are those of the program."""
    rendered = title_pages(_wanted(layout), pages)
    printed = contents_numbers((entry.title for entry in layout.entries), pages)
    return Comparison(
        tuple(map(_compared, layout.entries, rendered, printed)),
        _first_difference(layout, pages, whole_lines=whole_lines),
    )


def _compared(entry: ContentsEntry, rendered: int | None, printed: int | None) -> Compared:
    return Compared(entry.title, entry.page, rendered, printed)


def _wanted(layout: Layout) -> Iterator[Wanted]:
    """The articles by their titles and what is printed behind these."""
    for block, following in zip_longest(layout.blocks, layout.blocks[1:]):
        if isinstance(block, LaidText) and is_title(block):
            opening = following.text[:OPENING] if isinstance(following, LaidText) else ""
            yield Wanted(block.text, "" if NOTE in opening else opening)


def _first_difference(layout: Layout, pages: Sequence[RenderedPage], *, whole_lines: bool) -> PageDifference | None:
    rendered = {page.number: page.lines for page in pages if not page.cover}
    said = {character for lines in rendered.values() for line in lines for character in line}
    for page in layout.pages:
        if page.cover:
            continue
        text = _text(rendered.get(page.number, ()), whole_lines=whole_lines)
        for line in printed_lines(page, markers=whole_lines):
            if _text((_sayable(bare(line), said),), whole_lines=whole_lines) not in text:
                return PageDifference(page.number, line)
    return None


def _sayable(line: str, said: Container[str]) -> str:
    """The line without characters that the rendering has nowhere: its fonts lack them."""
    return "".join(character for character in line if character in said)


def _text(lines: tuple[str, ...], *, whole_lines: bool) -> str:
    """Lines as one text, in which a line can be looked for, as a whole or as a part."""
    return f"\n{chr(10).join(lines)}\n" if whole_lines else "".join(lines)
