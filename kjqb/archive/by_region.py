"""The regions that articles are about, each below those that contain it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kjqb.archive.locators import divided, merged
from kjqb.archive.records import Record
from kjqb.model.cumulative_index import Entry, Locator
from kjqb.tables.former_regions import FormerRegion, former_region, former_regions, present_region
from kjqb.tables.regions import Region, find_regions, parents

NOWHERE = "不分地区"
"""What articles stand under that are about no region."""


@dataclass(frozen=True, slots=True)
class Places:
    """What an article is about."""

    regions: tuple[Region, ...]
    former: tuple[FormerRegion, ...] = ()
    """By what earlier names some of them are called."""
    unknown: tuple[str, ...] = ()
    """Names and codes that no table has."""


def places(record: Record) -> Places:
    """The regions that an article's front matter states; where it states none, those that its title names."""
    stated = record.regions
    if not stated:
        former = tuple(each for each in former_regions() if each.name in record.title)
        named = tuple(one for one in find_regions(record.title) if all(one.short not in each.name for each in former))
        return Places((*named, *(each.now for each in former)), former)
    known = [present_region(each) for each in stated]
    return Places(
        tuple(one for one in known if one),
        tuple(each for each in map(former_region, stated) if each),
        tuple(name for name, one in zip(stated, known, strict=True) if one is None),
    )


def by_region(records: Iterable[Record]) -> tuple[Entry, ...]:
    """Entries by the codes of regions, the containing ones always there; last what has no code.

    A name of earlier years refers to what holds now, behind its entry, if a reader would not find it there anyway.
    """
    found: defaultdict[Region, list[Locator]] = defaultdict(list)
    others: defaultdict[str, list[Locator]] = defaultdict(list)
    former: set[FormerRegion] = set()
    for record in records:
        locator, about = Locator(record.issue, record.page), places(record)
        former |= set(about.former)
        for one in about.regions:
            found[one].append(locator)
            for parent in parents(one):
                found[parent] += ()
        for name in about.unknown or (() if about.regions else (NOWHERE,)):
            others[name].append(locator)
    entries = [(one.code, "", _entry(one, locators)) for one, locators in found.items()]
    entries += [(each.now.code, each.code, _reference(each)) for each in former if each.moved]
    entries.sort(key=lambda each: each[:2])
    names = sorted(others, key=lambda name: (name == NOWHERE, name))
    return (
        *(entry for _, _, entry in entries),
        *(Entry(name, locators, divided(locators), level=1) for name in names for locators in (merged(others[name]),)),
    )


def _entry(one: Region, locators: Iterable[Locator]) -> Entry:
    each = merged(locators)
    return Entry(one.short, each, divided(each), code=one.code, level=one.level)


def _reference(former: FormerRegion) -> Entry:
    return Entry(former.name, code=former.code, level=former.now.level, see=(former.now.short,))
