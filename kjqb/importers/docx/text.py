"""The text of a Word file as a source, a line for each paragraph, and passages that point into it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kjqb.errors import Where
from kjqb.importers.docx.gathered import Gathered
from kjqb.importers.docx.outline import is_quote
from kjqb.importers.docx.scripts import scripts
from kjqb.importers.docx.tones import tones, usual_tones
from kjqb.importers.lines import Line, with_joints
from kjqb.importers.result import quoted
from kjqb.importers.word import is_title, one_paragraph
from kjqb.model.source import Passage, Source
from kjqb.ooxml.document import TAB, WordDocument, WordParagraph
from kjqb.text.characters import ends_sentence
from kjqb.text.marks import Mark, Tone, cut
from kjqb.text.spans import Edit, Span, apply_edits

_LINE = re.compile(r"[^\v\f\x85\u2028\u2029]+")
_INDENT = re.compile(r"[\u3000\t ]+")


@dataclass(frozen=True, slots=True)
class WordText:
    """The paragraphs of a file, raised and lowered digits written as such."""

    source: Source
    paragraphs: tuple[WordParagraph, ...]
    starts: tuple[int, ...]
    """Where each begins in the source."""
    usual: frozenset[Tone]

    @classmethod
    def of(cls, document: WordDocument, name: str) -> WordText:
        """That of a file of that name."""
        source = Source(name, "".join(f"{_written(paragraph)}\n" for paragraph in document.paragraphs))
        return cls(source, document.paragraphs, tuple(document.starts), usual_tones(document.paragraphs))

    def tell_changes(self, rank: int, gathered: Gathered) -> None:
        """Count what is written otherwise in a paragraph; list what cannot be written."""
        paragraph = self.paragraphs[rank]
        text, where = paragraph.text, self.where(rank)
        if not text.strip():
            return
        self._tell_scripts(rank, paragraph, gathered)
        lines = [match[0] for match in _LINE.finditer(text) if match[0].strip()]
        indents = 0 if paragraph.note else sum(map(bool, map(_INDENT.match, lines)))
        gathered.change("段首用作缩进的空格、制表符{}处删去", where, indents)
        gathered.change("行内的制表符{}处改为空格", where, sum(line.strip().count(TAB) for line in lines))
        gathered.change("自动编号{}处改为文字", where, int(paragraph.label > 0))
        gathered.change("段内的换行{}处取消", where, len(lines) - len(self.passages(rank)))

    def where(self, rank: int, at: int = 0) -> Where:
        """The place of a character of a paragraph."""
        return self.source.where(self.starts[rank] + at)

    def whole(self, rank: int, notes: Sequence[Mark] = ()) -> Passage:
        """A paragraph as one passage."""
        return self._joined(self._lines(rank, notes))

    def passages(self, rank: int, notes: Sequence[Mark] = ()) -> tuple[Passage, ...]:
        """The paragraphs that a paragraph is: several where line breaks part sentences.

        A break within a sentence is no more than layout; in a paragraph that is no sentence every line stands alone.
        """
        lines = self._lines(rank, notes)
        is_text = ends_sentence(self.paragraphs[rank].text.rstrip())
        groups: list[list[Passage]] = []
        for line in lines:
            if groups and is_text and not ends_sentence(groups[-1][-1].text):
                groups[-1].append(line)
            else:
                groups.append([line])
        return tuple(map(self._joined, groups))

    def lines(self, rank: int) -> Iterator[Line]:
        """The lines of a paragraph as those of a loose text, tabs as they stand; those of one sentence are one."""
        paragraph, start = self.paragraphs[rank], self.starts[rank]
        titled = is_title(paragraph)
        spans = (match.span() for match in _LINE.finditer(paragraph.text))
        passages = (Passage.verbatim(self.source, Span(start + a, start + b)).strip() for a, b in spans)
        found = [Line(passage, rank, indented=False) for passage in passages if passage.text]
        for line in one_paragraph(found, paragraph.text, titled=titled):
            yield replace(line, titled=titled)

    def rank_of(self, passage: Passage) -> int:
        """The paragraph that a passage begins in."""
        return bisect_right(self.starts, passage.extent.span.start) - 1

    def _lines(self, rank: int, notes: Sequence[Mark]) -> list[Passage]:
        """The lines that are not blank, without the blanks at their ends; notes hang on the line that they stand in."""
        paragraph, start = self.paragraphs[rank], self.starts[rank]
        spans = [Span(*match.span()) for match in _LINE.finditer(paragraph.text) if match[0].strip()]
        if not spans:
            empty = Passage.verbatim(self.source, Span(start, start))
            return [replace(empty, marks=tuple(mark.moved(-mark.start) for mark in notes))] if notes else []
        ends = [span.end for span in spans]
        lines = [min(bisect_left(ends, mark.start), len(ends) - 1) for mark in notes]
        own = tuple(tones(paragraph, self.usual)) if not is_quote(paragraph) else ()
        return [
            self._line(rank, span, own, [mark for mark, line in zip(notes, lines, strict=True) if line == at])
            for at, span in enumerate(spans)
        ]

    def _line(self, rank: int, span: Span, own: Sequence[Mark], notes: Sequence[Mark]) -> Passage:
        text, start = self.paragraphs[rank].text[span.start : span.end], self.starts[rank]
        first = span.start + len(text) - len(text.lstrip())
        last = span.start + len(text.rstrip())
        passage = Passage.verbatim(self.source, Span(start + first, start + last))
        placed = (mark.moved(min(max(mark.start, first), last) - mark.start - first) for mark in notes)
        return replace(passage, text=passage.text.replace(TAB, " "), marks=(*cut(own, first, last), *placed))

    def _joined(self, lines: Sequence[Passage]) -> Passage:
        if not lines:
            return Passage.verbatim(self.source, Span(0, 0))
        return Passage.join(with_joints(lines) if all(line.text for line in lines) else lines)

    def _tell_scripts(self, rank: int, paragraph: WordParagraph, gathered: Gathered) -> None:
        for script in scripts(paragraph):
            where = self.where(rank, script.span.start)
            if script.written is None:
                gathered.lose(f"{script.name}{quoted(script.text)}没有对应的字符，按普通文字录入", where)
            else:
                gathered.change("上标、下标{}处改为Unicode的上标、下标字符", where)


def _written(paragraph: WordParagraph) -> str:
    edits = [Edit(script.span, script.written) for script in scripts(paragraph) if script.written is not None]
    return apply_edits(paragraph.text, edits)


def note_marks(paragraph: WordParagraph, labels: dict[str, str]) -> Iterator[Mark]:
    """The marks of the notes of a paragraph that have labels."""
    for note in paragraph.notes:
        if labels.get(note.label):
            yield Mark(note.at, note.at, Tone.NOTE, labels[note.label])
