"""A Word file on its way to articles: which blocks its paragraphs are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby

from kjqb.importers.contents_list import key
from kjqb.importers.docx.asides import revisions as listed
from kjqb.importers.docx.asides import tell_asides, tell_furniture
from kjqb.importers.docx.figures import Figures
from kjqb.importers.docx.gathered import Gathered
from kjqb.importers.docx.outline import (
    contents_list,
    heading_levels,
    is_caption,
    is_quote,
    is_title_style,
    title_ranks,
)
from kjqb.importers.docx.tables import is_frame, table
from kjqb.importers.docx.text import WordText, note_marks
from kjqb.importers.docx.undecided import UndecidedRevisionsError
from kjqb.importers.lines import with_joints
from kjqb.importers.list_levels import orderly
from kjqb.importers.result import ImportedArticle, quoted
from kjqb.model.article import Article, Block, Figure, Heading, ListItem, Note, Paragraph, Quote
from kjqb.model.source import Passage, Source
from kjqb.ooxml.document import View, WordDocument
from kjqb.ooxml.opened import Opened
from kjqb.ooxml.read import read_package
from kjqb.text.marks import Tone
from kjqb.text.spans import Span
from kjqb.workspace.markdown import DEEPEST_LIST


class Revisions(Enum):
    """Which text of a file with tracked changes is wanted."""

    FINAL = "final"
    """All of them accepted."""
    ORIGINAL = "original"
    """All of them rejected."""
    ASK = "ask"
    """Neither: a file that has some is refused."""


@dataclass(slots=True)
class Reading:
    """A file on its way to an article."""

    document: WordDocument
    text: WordText
    figures: Figures
    view: View
    gathered: Gathered
    frames: frozenset[int]
    """Tables of one cell."""
    notes: dict[str, list[int]]
    """The paragraphs of each note, by its label in the file."""
    _placed: set[str] = field(default_factory=set)
    """The notes that have a place in an article, by their labels in the file."""
    _labels: dict[str, str] = field(default_factory=dict)
    """Of the notes of one article, by their labels in the file: what it calls them; empty where it is a paragraph."""
    _levels: dict[int, int] = field(default_factory=dict)
    """Of the paragraphs of one article that are sub-headings."""

    @classmethod
    def of(cls, package: Opened, revisions: Revisions) -> Reading:
        """Read the file, its revisions accepted or rejected.

        Raises UnreadableDocxError, and UndecidedRevisionsError where there are some and nobody has decided.
        """
        view = View.ORIGINAL if revisions is Revisions.ORIGINAL else View.FINAL
        document = read_package(package, view)
        if revisions is Revisions.ASK and (found := tuple(listed(document.paragraphs))):
            raise UndecidedRevisionsError(package.name, found)
        gathered = Gathered()
        text = WordText.of(document, package.name)
        tables: dict[int, list[int]] = {}
        notes: dict[str, list[int]] = {}
        for rank, paragraph in enumerate(text.paragraphs):
            if paragraph.cell:
                tables.setdefault(paragraph.cell.outermost.table, []).append(rank)
            if paragraph.note:
                notes.setdefault(paragraph.note, []).append(rank)
        frames = frozenset(number for number, ranks in tables.items() if is_frame(text, ranks))
        return cls(document, text, Figures(package, text, gathered), view, gathered, frames, notes)

    def article(self, title: str | None) -> ImportedArticle:
        """The one article that the file is, with what could not be carried over."""
        ranks = self._body()
        titled = title_ranks(self.text.paragraphs, ranks)
        named, left = self._title(titled, title)
        rest = [rank for rank in ranks if rank not in left]
        found = self.body(Article(self.text.source.name, named, ()), titled, rest, left)
        self.tell_rest(ranks)
        return ImportedArticle(found, losses=self.gathered.sorted_losses, changes=self.gathered.changes)

    def body(self, article: Article, titled: Sequence[int], rest: Sequence[int], left: Sequence[int]) -> Article:
        """The article with the blocks and notes of the paragraphs `rest`.

        `titled` are the paragraphs of its title, `left` those of them that are not repeated.
        """
        self._labels = {}
        self._number_notes(rest)
        self._levels = self._heading_levels(titled, rest)
        blocks = [*self._orphans(left), *self._blocks(rest)]
        return replace(article, blocks=tuple(orderly(blocks)), notes=tuple(self._placed_notes()))

    def tell_rest(self, ranks: Sequence[int]) -> None:
        """List what stands beside the text of these paragraphs, and the notes that no one of them has a mark of."""
        for label, several in self.notes.items():
            for rank in several:
                self._tell(rank)
                if label not in self._placed and self._is_filled(rank):
                    text = self.text.paragraphs[rank].text.strip()
                    self.gathered.lose(f"脚注{quoted(text)}在正文里没有标记，未导入", self.text.where(rank), text)
        for rank in ranks:
            self._tell(rank)
        tell_furniture(self.document, self.text.source.name, self.gathered)

    def _tell(self, rank: int) -> None:
        self.text.tell_changes(rank, self.gathered)
        tell_asides(self.text, rank, self.view, self.gathered)

    def _body(self) -> list[int]:
        """The paragraphs in reading order: without notes and contents list, text boxes behind their anchor."""
        paragraphs = self.text.paragraphs
        dropped = contents_list(paragraphs)
        self._tell_contents(sorted(dropped))
        found: list[int] = []
        boxed: list[int] = []
        for rank, paragraph in enumerate(paragraphs):
            if paragraph.note or rank in dropped:
                continue
            if paragraph.boxed:
                boxed.append(rank)
            else:
                found += (rank, *boxed)
                self._tell_boxes(boxed)
                boxed = []
        return found + boxed

    def _tell_contents(self, ranks: Sequence[int]) -> None:
        lines = [text for rank in ranks if (text := self.text.paragraphs[rank].text.strip())]
        if lines:
            what = f"原有的目录{len(lines)}行未导入，目次由kjqb重新生成"
            self.gathered.lose(what, self.text.where(ranks[0]), "\n".join(lines))

    def _tell_boxes(self, ranks: Sequence[int]) -> None:
        if any(self.text.paragraphs[rank].text.strip() for rank in ranks):
            what = "文本框{}个的文字移到所在段落之后"
            self.gathered.change(what, self.text.where(ranks[0]))

    def _title(self, ranks: Sequence[int], given: str | None) -> tuple[Passage, Sequence[int]]:
        """The title, and the paragraphs that are not repeated in the body."""
        parts = [self.text.whole(rank) for rank in ranks]
        found = Passage.join(with_joints(parts)) if parts else Passage.verbatim(self.text.source, Span(0, 0))
        found = replace(found, marks=())
        if given is None:
            return found, ranks
        named = Passage.verbatim(Source(self.text.source.name, given), Span(0, len(given))).strip()
        if ranks and key(found.text) == key(named.text):
            return named, ranks
        if ranks and is_title_style(self.text.paragraphs[ranks[0]]):
            what = f"原来的题目{quoted(found.text)}未采用，也未留在正文里"
            self.gathered.lose(what, self.text.where(ranks[0]), found.text)
            return named, ranks
        return named, ()

    def _heading_levels(self, titled: Sequence[int], rest: Sequence[int]) -> dict[int, int]:
        paragraphs = self.text.paragraphs
        is_highest = bool(titled) and paragraphs[titled[0]].format.outline_level == 0
        raised = is_highest and not any(
            paragraphs[rank].format.outline_level == 0 and paragraphs[rank].text.strip() for rank in rest
        )
        return dict(heading_levels(paragraphs, rest, self.text.usual, raised=raised))

    def _number_notes(self, ranks: Sequence[int]) -> None:
        """Give the notes that hang on the text numbers in the order of their places."""
        known = {label for label, ranks in self.notes.items() if any(map(self._is_filled, ranks))}
        for rank in ranks:
            paragraph = self.text.paragraphs[rank]
            if paragraph.cell and not self._is_in_frame(rank):
                continue
            for note in paragraph.notes:
                if note.label in known:
                    self._labels.setdefault(note.label, str(len(self._labels) + 1))
                else:
                    self.gathered.lose("这里的脚注没有文字，标记未导入", self.text.where(rank, note.at))

    def _blocks(self, ranks: Sequence[int]) -> list[Block]:
        blocks: list[Block] = []
        for number, group in groupby(ranks, key=self._table):
            found = list(group)
            if number is None or self._is_in_frame(found[0]):
                if number is not None:
                    self.gathered.lose("只有一格的表格改作普通段落", self.text.where(found[0]))
                for rank in found:
                    self._add(rank, blocks)
            else:
                blocks += self._table_with_rest(found)
        return blocks

    def _table(self, rank: int) -> int | None:
        cell = self.text.paragraphs[rank].cell
        return cell.outermost.table if cell else None

    def _is_in_frame(self, rank: int) -> bool:
        return self._table(rank) in self.frames

    def _add(self, rank: int, blocks: list[Block]) -> None:
        """Add what a paragraph is: its text, its images before or behind it; a caption goes to the image above it."""
        paragraph = self.text.paragraphs[rank]
        figures = list(self.figures.of(rank))
        first = bool(figures) and paragraph.images[0].at == 0
        if first:
            blocks += figures
        above = blocks[-1] if blocks else None
        whole = self.text.whole(rank)
        if isinstance(above, Figure) and not above.passage.text and is_caption(paragraph, whole.text):
            blocks[-1] = replace(above, passage=replace(whole, marks=()))
            blocks += self._orphans([rank])
        else:
            if figures and whole.text:
                self.gathered.change("图片{}处从文字里移出，单独成段", self.text.where(rank))
            blocks += self._texts(rank)
        if not first:
            blocks += figures

    def _texts(self, rank: int) -> Iterator[Block]:
        paragraph = self.text.paragraphs[rank]
        notes = tuple(note_marks(paragraph, self._labels))
        level = self._levels.get(rank)
        if level:
            whole = self.text.whole(rank, notes)
            yield Heading(level, replace(whole, marks=tuple(mark for mark in whole.marks if mark.tone is Tone.NOTE)))
            return
        opens = True
        for passage in self.text.passages(rank, notes):
            if not passage.text and not passage.marks:
                continue
            if paragraph.bullet:
                depth = min((paragraph.list_level or 0) + 1, DEEPEST_LIST)
                yield ListItem(depth, passage, opens=opens)
            else:
                yield Quote(passage) if is_quote(paragraph) else Paragraph(passage)
            opens = False

    def _table_with_rest(self, ranks: Sequence[int]) -> Iterator[Block]:
        """A table, and behind it what its cells cannot hold: images and the texts of notes."""
        made = table(self.text, ranks, self.gathered)
        if made:
            yield made
        for rank in ranks:
            figures = list(self.figures.of(rank))
            if figures:
                self.gathered.lose(f"表格里的图片{len(figures)}幅移到表格之后", self.text.where(rank))
            yield from figures
        yield from self._orphans(ranks)

    def _orphans(self, ranks: Sequence[int]) -> Iterator[Paragraph]:
        """The texts of notes whose marks have no place in an article, as paragraphs."""
        for rank in ranks:
            for note in self.text.paragraphs[rank].notes:
                if note.label in self._labels:
                    continue
                texts = self._note_texts(note.label)
                if texts:
                    self.gathered.lose(
                        "题目、图题或表格里的脚注改作普通段落，标记未保留", self.text.where(rank, note.at)
                    )
                    self._labels[note.label] = ""
                yield from (Paragraph(passage) for passage in texts)

    def _placed_notes(self) -> Iterator[Note]:
        self._placed |= self._labels.keys()
        for label, number in self._labels.items():
            if number:
                yield Note(number, tuple(self._note_texts(label)))
                if label.startswith("e"):
                    self.gathered.change("尾注{}条改作脚注", self.text.where(self.notes[label][0]))

    def _note_texts(self, label: str) -> list[Passage]:
        ranks = self.notes.get(label, ())
        return [passage for rank in ranks for passage in self.text.passages(rank) if passage.text]

    def _is_filled(self, rank: int) -> bool:
        return bool(self.text.paragraphs[rank].text.strip())
