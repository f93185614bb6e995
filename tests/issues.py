"""Small issues made in a line, for tests of layout and editions."""

from datetime import date

from kjqb.model.article import Article, Block, Heading, Paragraph
from kjqb.model.bulletin import Bulletin, ContentsStyle
from kjqb.model.issue import Issue, IssueId, Masthead
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span


def passage(text: str) -> Passage:
    """A text that is its own source."""
    return Passage.verbatim(Source("text", text), Span(0, len(text)))


def article(title: str, *texts: str) -> Article:
    """An article; a text that begins with `#` is a heading of so many levels."""
    return Article(f"{title}.md", passage(title), tuple(map(_block, texts)))


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
    return Heading(level, passage(text.lstrip("#"))) if level else Paragraph(passage(text))
