"""What is set apart in a paragraph: strong, emphasised; and what else its runs are, which an article does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kjqb.ooxml.appearance import RunFormat
from kjqb.ooxml.document import WordParagraph
from kjqb.text.marks import Mark, Tone
from kjqb.text.spans import Span

_MOSTLY = 0.5
"""Beyond this share of a text what all of it has sets nothing apart."""


def usual_tones(paragraphs: Iterable[WordParagraph]) -> frozenset[Tone]:
    """The tones that most of a text has, which set nothing apart in it."""
    found = tuple(paragraphs)
    total = sum(len(paragraph.text) for paragraph in found)
    return frozenset(tone for tone in _TONES if _length(found, tone) > _MOSTLY * total)


def tones(paragraph: WordParagraph, usual: frozenset[Tone]) -> Iterator[Mark]:
    """The stretches that are set apart, without blanks at their ends."""
    for tone, applies in _TONES.items():
        for span in stretches(paragraph, applies) if tone not in usual else ():
            yield Mark(span.start, span.end, tone)


def is_strong(paragraph: WordParagraph) -> bool:
    """Whether all that is typed in it is bold."""
    spans = list(stretches(paragraph, _TONES[Tone.STRONG]))
    typed = paragraph.text[paragraph.label :]
    inside = paragraph.label + len(typed) - len(typed.lstrip())
    return len(spans) == 1 and spans[0].start in {0, inside} and spans[0].end == len(paragraph.text.rstrip())


def stretches(paragraph: WordParagraph, applies: Callable[[RunFormat], bool]) -> Iterator[Span]:
    """The stretches whose runs are so, as long as possible, without blanks at their ends.

    The automatic number belongs to the first of them where nothing else stands before it.
    """
    found: list[Span] = []
    for run in paragraph.runs:
        if not applies(run.format):
            continue
        if found and not paragraph.text[found[-1].end : run.span.start].strip():
            found[-1] = Span(found[-1].start, run.span.end)
        else:
            found.append(run.span)
    for span in found:
        start = 0 if span.start == paragraph.label else span.start
        text = paragraph.text[start : span.end]
        if text.strip():
            yield Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _is_strong(run: RunFormat) -> bool:
    return run.bold


def _is_emphasised(run: RunFormat) -> bool:
    return run.italic or run.emphasis != "none"


_TONES: dict[Tone, Callable[[RunFormat], bool]] = {Tone.STRONG: _is_strong, Tone.EMPHASIS: _is_emphasised}


def _length(paragraphs: Iterable[WordParagraph], tone: Tone) -> int:
    return sum(span.end - span.start for each in paragraphs for span in stretches(each, _TONES[tone]))
