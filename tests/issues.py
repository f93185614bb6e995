"""Small issues made in a line, for tests of layout and editions."""

import re
from base64 import b64decode
from dataclasses import replace
from datetime import date

from kjqb.model.article import Article, Block, Figure, Heading, Note, Paragraph, Picture, Table
from kjqb.model.bulletin import Bulletin, ContentsStyle
from kjqb.model.issue import Issue, IssueId, Masthead
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.model.source import Passage, Source
from kjqb.text.marks import Mark, Tone
from kjqb.text.spans import Span
from kjqb.units import Length

DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAXpz0xwAAAABJRU5ErkJggg==")
"""A PNG file of one grey dot."""

_TONES = {"**": Tone.STRONG, "*": Tone.EMPHASIS}


def passage(text: str) -> Passage:
    """A text that is its own source."""
    return Passage.verbatim(Source("text", text), Span(0, len(text)))


def article(title: str, *blocks: str | Block, notes: dict[str, str] | None = None) -> Article:
    """An article; a text that begins with `#` is a heading of so many levels, `[^x]` the place of note x."""
    found = tuple(_block(block) if isinstance(block, str) else block for block in blocks)
    listed = tuple(Note(label, (passage(text),)) for label, text in (notes or {}).items())
    return Article(f"{title}.md", passage(title), found, notes=listed)


def marked(text: str) -> Passage:
    """A text in which `[^x]` is the place of note x, `**` and `*` set stretches apart."""
    plain = ""
    marks: list[Mark] = []
    open_: dict[str, int] = {}
    for part in re.split(r"(\[\^\w+\]|\*\*|\*)", text):
        if part.startswith("[^"):
            marks.append(Mark(len(plain), len(plain), Tone.NOTE, part[2:-1]))
        elif part in _TONES and part in open_:
            marks.append(Mark(open_.pop(part), len(plain), _TONES[part]))
        elif part in _TONES:
            open_[part] = len(plain)
        else:
            plain += part
    return replace(passage(plain), marks=tuple(sorted(marks, key=lambda mark: mark.start)))


def table(*rows: str) -> Table:
    """A table of rows whose cells are parted by `|`."""
    cells = tuple(tuple(marked(cell) for cell in row.split("|")) for row in rows)
    return Table(cells, (None,) * len(cells[0]))


def figure(width: Length, height: Length, caption: str = "") -> Figure:
    """An image of one grey dot, said to be so large."""
    return Figure(Picture("images/dot.png", DOT, width, height), marked(caption))


def issue(*articles: Article, colophon: tuple[str, ...] = ("电话：0000",)) -> Issue:
    """The third issue of 2024."""
    return Issue(
        id=IssueId(2024, 3),
        masthead=Masthead(passage("编排样刊"), passage("样刊编辑部")),
        articles=articles,
        colophon=tuple(map(passage, colophon)),
        date=date(2024, 3, 20),
    )


def bulletin(*, setup: PageSetup = BULLETIN, marker: str = "★", heading: str = "") -> Bulletin:
    """A bulletin of that page setup and contents list."""
    return Bulletin(passage("编排样刊"), page_setup=setup, contents=ContentsStyle(heading, marker))


def _block(text: str) -> Block:
    level = len(text) - len(text.lstrip("#"))
    return Heading(level, marked(text.lstrip("#"))) if level else Paragraph(marked(text))
