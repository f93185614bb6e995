"""A Word file: a whole issue, or an article, read from what is seen of its paragraphs.

The source of all passages is the file's text, a line for each paragraph: line 12 is the twelfth paragraph. Nothing that
loose texts leave to guessing is guessed where the file says it: paragraphs are whole, tables, lists and footnotes are
known, and so are titles and headings where they have styles of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kjqb.importers.lines import Line, joined, lines
from kjqb.importers.loose import article_of_lines, issue_of_lines, states_issue
from kjqb.importers.numbered import LONGEST_TITLE, heading_level
from kjqb.model.article import Article, Block, Heading, ListItem, Note, Paragraph, Quote, Table, block_passages
from kjqb.model.issue import Issue
from kjqb.model.source import Passage, Source
from kjqb.ooxml.document import WordDocument, WordParagraph
from kjqb.text.characters import ends_sentence
from kjqb.text.spans import Span

_QUOTES = frozenset({"quote", "intense quote", "引用", "明显引用"})
"""Names of styles of quoted paragraphs."""

_LEVELS = 4


def read_word(document: WordDocument, name: str) -> Issue | Article:
    """The issue that the file of that name is, or else the article."""
    source = Source(name, document.text)
    return _Text(source, document).read()


class _Text:
    """The text of a Word file, and which of its paragraphs each place of it stands in."""

    def __init__(self, source: Source, document: WordDocument) -> None:
        self._source = source
        self._paragraphs = document.paragraphs
        self._starts = tuple(document.starts)

    def read(self) -> Issue | Article:
        """The issue, or else the article."""
        found = tuple(self._lines())
        if states_issue(found):
            issue = issue_of_lines(self._source, found).issue
            return replace(issue, articles=tuple(self._with_notes(tuple(map(self._restyled, issue.articles)))))
        article = self._restyled(article_of_lines(self._source, found).article)
        return next(self._with_notes((article,)))

    def _lines(self) -> Iterator[Line]:
        """The lines of the text without its footnotes; each paragraph is a block of its own.

        Line breaks within a title, or within a sentence, are no more than layout.
        """
        for rank, group in groupby(lines(self._source), key=lambda line: self._rank(line.passage.extent.span.start)):
            paragraph, found = self._paragraphs[rank], list(group)
            if paragraph.note:
                continue
            titled = is_title(paragraph)
            for part in one_paragraph(found, paragraph.text, titled=titled):
                yield replace(part, block=rank, titled=titled)

    def _restyled(self, article: Article) -> Article:
        """The article, its blocks what the file says they are."""
        return replace(article, blocks=tuple(self._blocks(article.blocks)))

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for table, group in groupby(blocks, key=self._table):
            found = list(group)
            if table is None:
                yield from map(self._block, found)
            else:
                yield self._table_of(found)

    def _table(self, block: Block) -> int | None:
        cell = self._paragraph(block_passages(block)[0]).cell
        return cell.outermost.table if cell else None

    def _block(self, block: Block) -> Block:
        (passage,) = block_passages(block)
        paragraph = self._paragraph(passage)
        level = paragraph.format.outline_level
        if paragraph.bullet:
            return ListItem((paragraph.list_level or 0) + 1, passage)
        if paragraph.format.style.lower() in _QUOTES:
            return Quote(passage)
        if isinstance(block, Paragraph) and level is not None and len(passage.text) <= LONGEST_TITLE:
            return Heading(min(max(level, 1), _LEVELS), passage)
        return block

    def _table_of(self, blocks: Sequence[Block]) -> Table:
        """The paragraphs of a table, those of a cell joined."""
        cells: dict[tuple[int, int], list[Passage]] = {}
        for block in blocks:
            (passage,) = block_passages(block)
            cell = self._paragraph(passage).cell
            assert cell
            cell = cell.outermost
            cells.setdefault((cell.row, cell.column), []).append(passage)
        return _table({place: Passage.join(parts) for place, parts in cells.items()}, self._source)

    def _with_notes(self, articles: Sequence[Article]) -> Iterator[Article]:
        """The articles with the footnotes whose numbers stand in them."""
        texts = self._notes()
        bounds = [article.title.extent.span.start for article in articles]
        owners: dict[int, list[Note]] = {}
        for start, paragraph in zip(self._starts, self._paragraphs, strict=True):
            for note in paragraph.notes:
                owner = max(bisect_right(bounds, start) - 1, 0)
                owners.setdefault(owner, []).append(Note(note.label, texts.pop(note.label, ())))
        for rank, article in enumerate(articles):
            yield replace(article, notes=tuple(note for note in owners.get(rank, ()) if note.passages))

    def _notes(self) -> dict[str, tuple[Passage, ...]]:
        found: dict[str, tuple[Passage, ...]] = {}
        for start, paragraph in zip(self._starts, self._paragraphs, strict=True):
            if paragraph.note and paragraph.text.strip():
                passage = Passage.verbatim(self._source, Span(start, start + len(paragraph.text))).strip()
                found[paragraph.note] = (*found.get(paragraph.note, ()), passage)
        return found

    def _paragraph(self, passage: Passage) -> WordParagraph:
        return self._paragraphs[self._rank(passage.extent.span.start)]

    def _rank(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def one_paragraph(found: Sequence[Line], text: str, *, titled: bool) -> Iterator[Line]:
    """The lines of a paragraph of that text, with those made one whose break only divides a title or a sentence."""
    is_text = ends_sentence(text.rstrip())
    group: list[Line] = []
    for line in found:
        if group and not titled and (not is_text or ends_sentence(group[-1].text)):
            yield replace(group[0], passage=joined(group))
            group = []
        group.append(line)
    if group:
        yield replace(group[0], passage=joined(group))


def is_title(paragraph: WordParagraph) -> bool:
    """Whether it has the style of an article's title, and no number of a heading."""
    text = paragraph.text.strip()
    is_styled = paragraph.format.outline_level == 0 and paragraph.cell is None
    return is_styled and 0 < len(text) <= LONGEST_TITLE and heading_level(text) is None


def _table(cells: Mapping[tuple[int, int], Passage], source: Source) -> Table:
    """A table with an empty text in every cell that has none."""
    width = max(column for _, column in cells) + 1
    at = min(passage.extent.span.start for passage in cells.values())
    empty = Passage.verbatim(source, Span(at, at))
    rows = sorted({row for row, _ in cells})
    return Table(
        tuple(tuple(cells.get((row, column), empty) for column in range(width)) for row in rows), (None,) * width
    )
