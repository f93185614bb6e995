"""Findings that must not be, and fixes that must wait: what the engine sees to, so that no rule has to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kjqb.check.finding import Finding
from kjqb.check.subject import Subject
from kjqb.check.word_layout import WordLayout
from kjqb.model.source import Source
from kjqb.text.protected import Stretches, protected
from kjqb.text.spans import Edit, Span
from kjqb.text.width import display_width

_READ_AS_FIGURES = frozenset("NU")
"""Families that read digits and signs as numbers and units."""


def guarded(findings: Iterable[Finding], subject: Subject) -> Iterator[Finding]:
    """Without findings inside of what is protected, and without fixes that would touch it or destroy evidence.

    The evidence is the length of a paragraph's part that ends at a page break: that its last line is full shows that
    the paragraph was cut. Until it has been joined, no fix may lengthen or shorten it. Nothing is written into Word
    files, whose layout may be at fault anywhere.
    """
    guards: dict[str, Stretches] = {}
    evidence = _evidence(subject)
    shifted = _shifted(subject.word)
    for finding in findings:
        if finding.rule.is_of_word:
            yield finding
            continue
        source = finding.extent.source
        if source.name not in guards:
            guards[source.name] = protected(source.text)
        guard = guards[source.name]
        if guard.contains(finding.extent.span):
            continue
        if finding.rule.family in _READ_AS_FIGURES and shifted.touches(finding.extent.span):
            continue
        edits = finding.fix.edits if finding.fix else ()
        if subject.word or any(guard.touches(edit.span) for edit in edits):
            yield replace(finding, fix=None)
        elif source.name in evidence and any(_destroys(edit, source, evidence[source.name]) for edit in edits):
            yield replace(finding, fix=None, message=f"{finding.message}（本段被分页切断，接好后才能自动修改）")
        else:
            yield finding


def _shifted(word: WordLayout | None) -> Stretches:
    """What a Word file raises and lowers: its plain text says CO2 and 10-18 where the paper has CO₂ and 10⁻¹⁸."""
    return Stretches(
        tuple(
            Span(each.start + run.span.start, each.start + run.span.end)
            for each in (word.placed if word else ())
            for run in each.paragraph.runs
            if run.format.shifted
        )
    )


def _evidence(subject: Subject) -> dict[str, Stretches]:
    stretches: defaultdict[str, list[Span]] = defaultdict(list)
    for scar in subject.scars:
        stretches[scar.before.source.name].append(scar.before.extent.span)
    return {file: Stretches(tuple(sorted(spans))) for file, spans in stretches.items()}


def _destroys(edit: Edit, source: Source, evidence: Stretches) -> bool:
    replaced = source.text[edit.span.start : edit.span.end]
    return evidence.contains(edit.span) and display_width(replaced) != display_width(edit.text)
