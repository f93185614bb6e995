"""The text of a Word file as a source, a line for each paragraph, and passages that point into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kjqb.errors import Where
from kjqb.importers.docx.gathered import Gathered
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
    def of(cls, document: WordDocument, name: str, gathered: Gathered) -> WordText:
        """That of a file of that name; what cannot be written is listed."""
        source = Source(name, "".join(f"{_written(paragraph)}\n" for paragraph in document.paragraphs))
        made = cls(source, document.paragraphs, tuple(document.starts), usual_tones(document.paragraphs))
        for rank, paragraph in enumerate(made.paragraphs):
            made._tell_scripts(rank, paragraph, gathered)
            made._tell_changes(rank, paragraph, gathered)
        return made

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
        paragraph, start = self.paragraphs[rank], self.starts[rank]
        marks = (*tones(paragraph, self.usual), *notes)
        found = [self._line(start, match.span(), marks) for match in _LINE.finditer(paragraph.text)]
        filled = [line for line in found if line.text]
        loose = [mark for line in found if not line.text for mark in line.marks]
        if not loose:
            return filled
        if not filled:
            return [replace(found[0], marks=tuple(mark.moved(-mark.start) for mark in loose))]
        last = filled[-1]
        at = len(last.text)
        return [*filled[:-1], replace(last, marks=(*last.marks, *(mark.moved(at - mark.start) for mark in loose)))]

    def _line(self, start: int, place: tuple[int, int], marks: Sequence[Mark]) -> Passage:
        """A line without the blanks at its ends; notes that hang on these hang on what is left."""
        text = self.source.text[start + place[0] : start + place[1]]
        first = place[0] + len(text) - len(text.lstrip())
        last = max(first, place[0] + len(text.rstrip()))
        passage = Passage.verbatim(self.source, Span(start + first, start + last))
        set_apart = cut((mark for mark in marks if mark.tone is not Tone.NOTE), first, last)
        notes = [mark for mark in marks if mark.tone is Tone.NOTE and place[0] <= mark.start <= place[1]]
        placed = (mark.moved(min(max(mark.start, first), last) - mark.start - first) for mark in notes)
        return replace(passage, text=passage.text.replace(TAB, " "), marks=(*set_apart, *placed))

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

    def _tell_changes(self, rank: int, paragraph: WordParagraph, gathered: Gathered) -> None:
        text, where = paragraph.text, self.where(rank)
        if not text.strip():
            return
        lines = [match[0] for match in _LINE.finditer(text) if match[0].strip()]
        gathered.change("段首用作缩进的空格、制表符{}处删去", where, sum(map(bool, map(_INDENT.match, lines))))
        gathered.change("行内的制表符{}处改为空格", where, sum(line.strip().count(TAB) for line in lines))
        gathered.change("自动编号{}处改为文字", where, int(paragraph.label > 0))
        gathered.change("段内的换行{}处取消", where, len(lines) - len(self.passages(rank)))


def _written(paragraph: WordParagraph) -> str:
    edits = [Edit(script.span, script.written) for script in scripts(paragraph) if script.written is not None]
    return apply_edits(paragraph.text, edits)


def note_marks(paragraph: WordParagraph, labels: dict[str, str]) -> Iterator[Mark]:
    """The marks of the notes of a paragraph that have labels."""
    for note in paragraph.notes:
        if labels.get(note.label):
            yield Mark(note.at, note.at, Tone.NOTE, labels[note.label])
