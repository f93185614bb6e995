"""What the index holds of an issue: its articles as they are found, read from its folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from kjqb.archive.search.folding import fold, simplified_text
from kjqb.archive.search.grams import grams
from kjqb.model.article import Article
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue, IssueId
from kjqb.tables.regions import parents, region
from kjqb.text.likeness import STRETCH, bare, comparable_title
from kjqb.text.pattern import Pattern
from kjqb.workspace.article_file import read_article
from kjqb.workspace.issue_file import IssueFrame, read_issue_frame
from kjqb.workspace.pictures import images_of
from kjqb.workspace.workspace import ISSUE, ArticleMissingError, Workspace

_CHOSEN = Pattern(f"[{''.join(map(chr, range(0x4E00, 0xA000, 8)))}]")
"""Every eighth Han character: so many stretches are enough to find what has many in common."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is searched of an article; every part may hold several texts, one a line, and no hit runs across them."""

    title: str
    keywords: str
    body: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """In the order of the index's columns."""
        return (self.title, self.keywords, self.body)

    def prepared(self) -> Prepared:
        """What the index is given of it."""
        plain = tuple([fold(text, simplify=False) for text in part.split("\n")] for part in self.parts)
        simple = tuple([simplified_text(text) for text in texts] for texts in plain)
        title, keywords, body = (" ".join(grams(text) for text in texts if text) for texts in simple)
        return Prepared((title, keywords, body), _shingles(self.body), plain != simple)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text cut up for the index; the same text is always cut alike."""

    tokens: tuple[str, str, str]
    """Of the columns."""
    shingles: str
    """Stretches of the body that a reprint shares."""
    variants: bool
    """Whether it holds traditional or variant characters."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An article as the index holds it."""

    number: int
    """Its rank in the issue, from 1."""
    name: str
    """Of its file."""
    section: str
    regions: tuple[str, ...]
    """Codes, those of the regions around them included; what names no region stands as it is."""
    printed: int | None
    """The page that issue.toml states."""
    text: Text
    prepared: Prepared

    @property
    def title_key(self) -> str:
        """What titles are compared by; empty where they are too short for it."""
        return comparable_title(self.text.title)


def read_issue(workspace: Workspace, issue: IssueId, folder: Path, bulletin: Bulletin) -> Issue:
    """The issue of a folder, without looking at all others; only what pages and texts follow from.

    Raises what Workspace.issue raises.
    """
    frame = read_issue_frame(workspace.read(folder / ISSUE), issue, bulletin)
    names = _names(workspace, frame, folder)
    return Issue(
        id=issue,
        masthead=frame.masthead,
        articles=tuple(_article(workspace, frame, folder / name) for name in names),
        colophon=frame.colophon,
        date=frame.date,
        whole_number=frame.whole_number,
        printed_pages=tuple(map(frame.printed.get, names)) if frame.printed else (),
        page_setup=frame.page_setup,
    )


def indexed(issue: Issue) -> tuple[Indexed, ...]:
    """The articles of an issue as the index holds them, in printing order."""
    printed = issue.printed_pages or (None,) * len(issue.articles)
    pairs = enumerate(zip(issue.articles, printed, strict=True), start=1)
    return tuple(_indexed(number, article, page) for number, (article, page) in pairs)


def _indexed(number: int, article: Article, printed: int | None) -> Indexed:
    _, *body = (passage.text for passage in article.passages)
    text = Text(article.title.text, "\n".join(article.keywords), "\n".join(filter(None, body)))
    return Indexed(
        number=number,
        name=Path(article.file).name,
        section=article.section,
        regions=codes(article.regions),
        printed=printed,
        text=text,
        prepared=text.prepared(),
    )


def codes(stated: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of regions stated by code or name, with those of the regions around them; others as they stand."""
    found: dict[str, None] = {}
    for name in stated:
        known = region(name)
        found.update(dict.fromkeys([one.code for one in (*parents(known), known)] if known else [name]))
    return tuple(found)


def _names(workspace: Workspace, frame: IssueFrame, folder: Path) -> tuple[str, ...]:
    if frame.listed is None:
        return tuple(path.name for path in workspace.manuscripts(folder))
    return tuple(listed.text for listed in frame.listed)


def _article(workspace: Workspace, frame: IssueFrame, path: Path) -> Article:
    if not path.exists():
        raise ArticleMissingError(path.name, frame.where(path.name))
    return read_article(workspace.read(path), images_of(path.parent, workspace.root))


def _shingles(body: str) -> str:
    """Checksums of the stretches that begin with one of the chosen characters: a reprint has the same ones."""
    text = bare(body)
    stretches = (text[match.start() : match.start() + STRETCH] for match in _CHOSEN.finditer(text))
    return " ".join({f"{crc32(stretch.encode()) & 0xFFFFFF:06x}" for stretch in stretches if len(stretch) == STRETCH})
