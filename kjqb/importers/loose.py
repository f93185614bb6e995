"""A loose text: a whole issue in one plain text, or an article.

Nothing is mended: paragraphs that page breaks have cut stand in two, as they do in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kjqb.errors import KjqbError, Where
from kjqb.importers.colophon import colophon_start
from kjqb.importers.contents_list import ContentsList, contents_list, key
from kjqb.importers.lines import Line, joined, lines, paragraphs, without_folios, wrap_measure
from kjqb.importers.masthead import Head, below_issue_line, head, issue_line
from kjqb.importers.numbered import LONGEST_TITLE, heading_level, is_ornament, may_be_title
from kjqb.importers.title_lines import TitleLines, title_lines
from kjqb.model.article import Article, Block, Heading, Paragraph
from kjqb.model.issue import Contents, Entry, Issue, IssueId, Masthead
from kjqb.model.source import Passage, Source
from kjqb.text.characters import ends_sentence
from kjqb.text.issue_number import whole_number
from kjqb.text.spans import Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


class NotAnIssueError(KjqbError):
    """A text that is read as a whole issue and has no issue line."""

    slug = "not-an-issue"

    def __init__(self, name: str) -> None:
        hint = "在刊名下面写上期号；单篇文章用“kjqb add”导入"
        super().__init__("开头没有“2024年第1期”这样的期号，不是整期刊物", where=Where(name), hint=hint)


@dataclass(frozen=True, slots=True)
class LooseIssue:
    """A whole issue, and what its text holds that an issue has no place for."""

    issue: Issue
    """Its contents list is the printed one, and its year is 0 where the text does not say it."""
    entries: tuple[Entry | None, ...]
    """For every article the entry that it answers to."""
    missing: tuple[Entry, ...]
    """Entries without an article."""
    date_line: Passage | None
    contents_heading: Passage | None
    stray: tuple[Passage, ...]
    """Lines of masthead and contents list that are none of their parts, in the order of the text."""
    folios: tuple[Passage, ...]
    """Lines that are page numbers of the printed issue."""
    laid_out: tuple[int | None, ...] = ()
    """For every article the page that it began on when a word processor last laid the file out; empty where no
    program says so."""


@dataclass(frozen=True, slots=True)
class LooseArticle:
    """An article, and the lines of its text that are page numbers."""

    article: Article
    folios: tuple[Passage, ...]


def is_issue(source: Source) -> bool:
    """Whether a text is a whole issue: one of its first lines says year and number.

    A line that says the number alone will do where a contents list follows it.
    """
    return states_issue(lines(source))


def states_issue(found: Sequence[Line]) -> bool:
    """The same of lines."""
    at = issue_line(found)
    if at is None:
        return False
    return head((), found[at], ()).number.year is not None or contents_list(found, at + 1) is not None


def read_issue(source: Source) -> Issue:
    """The issue that a text is, its paragraphs as they stand there.

    Raises NotAnIssueError.
    """
    return take_apart(source).issue


def read_article(source: Source, *, title: str | None = None) -> Article:
    """A text as one article; its title is the one given, or else its first line where that has a title's form.

    The title is not repeated in the body. Where there is none its passage is empty.
    """
    return loose_article(source, title).article


def loose_article(source: Source, title: str | None = None) -> LooseArticle:
    """The same, and the page numbers that were left out."""
    return article_of_lines(source, lines(source), title)


def article_of_lines(source: Source, all_lines: Sequence[Line], title: str | None = None) -> LooseArticle:
    """The same of lines of the source."""
    found, folios = without_folios(all_lines)
    measure = wrap_measure(found)
    if title is None:
        return LooseArticle(_article(source, found, measure), folios)
    first = next(paragraphs(found, measure), ())
    if first and key(joined(first).text) == key(title):
        named, rest = joined(first), found[len(first) :]
    else:
        named, rest = Passage.verbatim(Source(source.name, title), Span(0, len(title))).strip(), found
    return LooseArticle(Article(source.name, named, tuple(_blocks(rest, measure))), folios)


def take_apart(source: Source) -> LooseIssue:
    """The issue that a text is, and what does not belong to it.

    Raises NotAnIssueError.
    """
    return issue_of_lines(source, lines(source))


def issue_of_lines(source: Source, all_lines: Sequence[Line]) -> LooseIssue:
    """The same of lines of the source.

    Raises NotAnIssueError.
    """
    found, folios = without_folios(all_lines)
    at = issue_line(found)
    if at is None:
        raise NotAnIssueError(source.name)
    listed = contents_list(found, at + 1)
    masthead, body = _head(found, at, listed)
    return _Body(source, masthead, listed, body).loose_issue(folios)


def _head(found: Sequence[Line], at: int, listed: ContentsList | None) -> tuple[Head, Sequence[Line]]:
    """The masthead, and the lines of the body."""
    if listed is None:
        end = below_issue_line(found, at + 1)
        return head(found[:at], found[at], found[at + 1 : end]), found[end:]
    below = [line for line in found[at + 1 : listed.start] if line is not listed.heading]
    return head(found[:at], found[at], below), found[listed.end :]


class _Body:
    """What follows masthead and contents list."""

    def __init__(self, source: Source, masthead: Head, listed: ContentsList | None, body: Sequence[Line]) -> None:
        self._source = source
        self._head = masthead
        self._listed = listed
        self._measure = wrap_measure(body)
        self._titles = title_lines(body, listed.entries if listed else (), self._measure)
        start = self._titles[-1].end if self._titles else 0
        end = colophon_start(body, start, masthead.office)
        self._lines, self._colophon = body[:end], body[end:]

    def loose_issue(self, folios: tuple[Passage, ...]) -> LooseIssue:
        """The issue that masthead, contents list and body make up."""
        preface, stray = self._preface()
        printed = [self._printed(title, end) for title, end in self._with_ends()]
        articles = (*preface, *printed)
        answered = (*(None for _ in preface), *(title.entry for title in self._titles))
        placed = {id(entry) for entry in answered if entry}
        all_stray = (*self._head.stray, *(self._listed.stray if self._listed else ()), *stray)
        return LooseIssue(
            issue=self._issue(articles),
            entries=answered,
            missing=tuple(entry for entry in self._entries if id(entry) not in placed),
            date_line=self._head.date_line,
            contents_heading=self._contents_heading,
            stray=tuple(sorted(all_stray, key=lambda passage: passage.extent.span)),
            folios=folios,
        )

    @property
    def _entries(self) -> tuple[Entry, ...]:
        return self._listed.entries if self._listed else ()

    @property
    def _contents_heading(self) -> Passage | None:
        return self._listed.heading.passage if self._listed and self._listed.heading else None

    def _issue(self, articles: tuple[Article, ...]) -> Issue:
        found = self._head
        nowhere = Passage.verbatim(self._source, Span(0, 0))
        return Issue(
            id=IssueId(self._year(), found.number.number),
            masthead=Masthead(found.title or nowhere, found.office, found.issue_line),
            articles=articles,
            colophon=tuple(line.passage for line in self._colophon),
            date=found.date,
            whole_number=whole_number(found.issue_line.text),
            contents=Contents(self._entries, stored=False, heading=self._contents_heading) if self._listed else None,
        )

    def _year(self) -> int:
        """What the issue line says, or else the date, or the file's name."""
        if self._head.number.year is not None:
            return self._head.number.year
        named = _YEAR.search(self._source.name)
        return self._head.date.year if self._head.date else int(named[0]) if named else 0

    def _preface(self) -> tuple[tuple[Article, ...], tuple[Passage, ...]]:
        """What stands before the first title: an article, or nothing but labels and ornaments, which are stray."""
        before = self._lines[: self._titles[0].start] if self._titles else self._lines
        if not before:
            return (), ()
        if self._titles and all(_is_label(line) for line in before):
            return (), tuple(line.passage for line in before)
        return (_article(self._source, before, self._measure),), ()

    def _with_ends(self) -> Iterator[tuple[TitleLines, int]]:
        """The titles, and where the text under each ends."""
        for title, following in pairwise(self._titles):
            yield title, following.start
        if self._titles:
            yield self._titles[-1], len(self._lines)

    def _printed(self, title: TitleLines, end: int) -> Article:
        return Article(self._source.name, title.title, tuple(_blocks(self._lines[title.end : end], self._measure)))


def _article(source: Source, found: Sequence[Line], measure: float | None) -> Article:
    """Lines as an article whose title, if it has one, is the first."""
    first = next(paragraphs(found, measure), ())
    if len(first) == 1 and may_be_title(first[0].text):
        return Article(source.name, first[0].passage, tuple(_blocks(found[1:], measure)))
    at = first[0].passage.extent.span.start if first else 0
    return Article(source.name, Passage.verbatim(source, Span(at, at)), tuple(_blocks(found, measure)))


def _blocks(found: Sequence[Line], measure: float | None) -> Iterator[Block]:
    for group in paragraphs(found, measure):
        passage = joined(group)
        level = heading_level(passage.text)
        yield Heading(level, passage) if level else Paragraph(passage)


def _is_label(line: Line) -> bool:
    return is_ornament(line.text) or (len(line.text) <= LONGEST_TITLE and not ends_sentence(line.text))
