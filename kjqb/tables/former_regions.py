"""Names of regions that are called otherwise now, or belong to another unit.

The data stand in former_regions.tsv, with their origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kjqb.tables.read import rows
from kjqb.tables.regions import Region, region, regions


@dataclass(frozen=True, slots=True)
class FormerRegion:
    """A unit of earlier years."""

    code: str
    """The one it had."""
    name: str
    short: str
    now: Region
    """What it is, or belongs to, since `until`."""
    until: int
    """The first year in which it was no more."""

    @property
    def moved(self) -> bool:
        """Whether a reader who looks for its short name in its old place does not find it."""
        return self.short != self.now.short or self.code[:4] != self.now.code[:4]


def former_region(code_or_name: str) -> FormerRegion | None:
    """The unit of earlier years that bore this name, or this code if nothing bears it now."""
    by_name, by_code = _all()
    return by_name.get(code_or_name) or (None if code_or_name in regions() else by_code.get(code_or_name))


def present_region(code_or_name: str) -> Region | None:
    """The region that a code or name of any year means now; None where there is none, or several."""
    found = region(code_or_name)
    if found:
        return found
    former = former_region(code_or_name)
    return former.now if former else None


def former_regions() -> tuple[FormerRegion, ...]:
    """All of them, by their codes."""
    return tuple(_all()[0].values())


@cache
def _all() -> tuple[Mapping[str, FormerRegion], Mapping[str, FormerRegion]]:
    found = [
        FormerRegion(code, name, short, regions()[now], int(until))
        for code, name, short, now, until in rows("former_regions")
    ]
    return {each.name: each for each in found}, {each.code: each for each in found}
