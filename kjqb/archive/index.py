"""A cumulative index, made from the articles in print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kjqb.archive.by_region import by_region
from kjqb.archive.locators import divided, merged
from kjqb.archive.order import Heading, Order, StatedReadings
from kjqb.archive.preface import preface
from kjqb.archive.records import Record
from kjqb.errors import Where
from kjqb.model.bulletin import Bulletin
from kjqb.model.cumulative_index import By, CumulativeIndex, Entry, IndexPart, Locator
from kjqb.model.vocabulary import Vocabulary
from kjqb.tables.readings import BadReadingError, Basis, stated_readings


@dataclass(slots=True)
class Sorter:
    """Puts headings in order, and remembers what it was not sure of."""

    order: Order
    stated: StatedReadings = field(default_factory=dict)
    """Of kjqb.toml; those of an article come before them."""
    guessed: dict[str, str] = field(default_factory=dict)
    """By heading: the characters whose readings were guessed."""
    strange: set[str] = field(default_factory=set)
    """Characters whose strokes no table has."""

    def ordered(
        self, entries: Iterable[Entry], own: Mapping[str, StatedReadings] | None = None, persons: Iterable[str] = ()
    ) -> tuple[Entry, ...]:
        """Entries in order and with their groups; `own`: readings stated for single headings."""
        names = set(persons)
        headings = {
            entry: Heading.of(
                entry.heading, {**self.stated, **(own or {}).get(entry.heading, {})}, person=entry.heading in names
            )
            for entry in entries
        }
        for heading in headings.values():
            self._remember(heading)
        ordered = sorted(headings, key=lambda entry: headings[entry].key(self.order))
        return tuple(replace(entry, group=headings[entry].group(self.order)) for entry in ordered)

    def _remember(self, heading: Heading) -> None:
        unsure = [part.text for part in heading.parts if part.reading and part.reading.basis is Basis.GUESSED]
        if unsure and self.order is Order.PINYIN:
            self.guessed[heading.text] = "".join(unsure)
        self.strange |= {part.text for part in heading.parts if part.reading and not part.strokes}


def cumulative_index(
    records: tuple[Record, ...],
    bulletin: Bulletin,
    vocabulary: Vocabulary,
    parts: Iterable[By] = tuple(By),
    order: Order = Order.PINYIN,
) -> CumulativeIndex:
    """The index of these articles; its parts in the order in which they are asked for.

    Of several, those without an entry are left out.

    Raises BadReadingError for a reading that kjqb.toml or an article states and that fits no word.
    """
    sorter = Sorter(order, stated_readings(bulletin.readings))
    made = {
        By.CONTENTS: lambda: _contents(records),
        By.SUBJECT: lambda: _subjects(records, vocabulary, sorter),
        By.TITLE: lambda: _titles(records, sorter),
        By.SOURCE: lambda: _sources(records, sorter),
        By.REGION: lambda: by_region(records),
    }
    lists = tuple(IndexPart(by, made[by]()) for by in parts)
    lists = tuple(part for part in lists if part.entries) or lists
    index = CumulativeIndex(
        title=bulletin.title.text,
        office=bulletin.office.text if bulletin.office else "",
        issues=tuple(sorted({record.issue for record in records})),
        articles=len(records),
        preface=(),
        parts=lists,
        notices=tuple(_notices(sorter)),
    )
    return replace(index, preface=preface(index, records, order))


def own_readings(record: Record) -> StatedReadings:
    """The readings that an article states.

    Raises BadReadingError, which names its file.
    """
    try:
        return stated_readings(record.readings)
    except BadReadingError as error:
        error.where = Where(record.file)
        raise


def _contents(records: Iterable[Record]) -> tuple[Entry, ...]:
    """Every article in printing order, under its issue."""
    return tuple(
        Entry(
            record.title,
            (Locator(record.issue, record.page),),
            group=record.issue.label,
            authors=record.authors,
            section=record.section,
        )
        for record in records
    )


def _titles(records: Iterable[Record], sorter: Sorter) -> tuple[Entry, ...]:
    found = _gathered(records, lambda record: (record.title,))
    own = {record.title: own_readings(record) for record in records if record.readings}
    return sorter.ordered(_entries(found), own)


def _sources(records: Iterable[Record], sorter: Sorter) -> tuple[Entry, ...]:
    """Authors, and the sources that articles came from."""
    found = _gathered(records, lambda record: (*record.authors, *filter(None, (record.source,))))
    persons = {author for record in records for author in record.authors}
    return sorter.ordered(_entries(found), persons=persons)


def _subjects(records: Iterable[Record], vocabulary: Vocabulary, sorter: Sorter) -> tuple[Entry, ...]:
    """Keywords by the vocabulary's terms, with its references: only such as lead to a heading that has locators."""
    found = _gathered(records, lambda record: (term for word in record.keywords for term in vocabulary.preferred(word)))
    terms = [term for term in vocabulary.terms.values() if term.name in found]
    also = {term.name: tuple(name for name in term.related if name in found) for term in terms}
    instead: defaultdict[str, list[str]] = defaultdict(list)
    for term in terms:
        for word in term.used_for:
            instead[word].append(term.name)
    entries = [replace(entry, see_also=also.get(entry.heading, ())) for entry in _entries(found)]
    entries += (Entry(word, see=tuple(names)) for word, names in instead.items())
    return sorter.ordered(entries)


def _gathered(records: Iterable[Record], headings: Callable[[Record], Iterable[str]]) -> Mapping[str, list[Locator]]:
    found: defaultdict[str, list[Locator]] = defaultdict(list)
    for record in records:
        for heading in headings(record):
            found[heading].append(Locator(record.issue, record.page))
    return found


def _entries(found: Mapping[str, list[Locator]]) -> Iterator[Entry]:
    for heading, locators in found.items():
        each = merged(locators)
        yield Entry(heading, each, divided(each))


def _notices(sorter: Sorter) -> Iterator[str]:
    for heading, characters in sorter.guessed.items():
        yield f"“{heading}”里“{'、'.join(characters)}”的读音是推定的；不对就在[sort]或[index.readings]里写明"
    if sorter.strange:
        characters = "、".join(sorted(sorter.strange))
        yield f"这些字不在通用规范汉字表中，没有笔画资料，排在同音字（或各字）之后：{characters}"
