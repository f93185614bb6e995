"""How pages of the Web are built: where each house has its text, and what it writes around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class House:
    """A family of pages made by one system; selectors are `#id` or `.class`, the first that is there counts."""

    name: str
    body: tuple[str, ...]
    title: tuple[str, ...]
    source: tuple[str, ...]
    date: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WebPages:
    """All that the table says."""

    houses: tuple[House, ...]
    metadata: dict[str, tuple[str, ...]]
    """Names of `meta` elements, by what they tell: title, source, site, date, url."""
    labels: dict[str, tuple[str, ...]]
    """Labels before a colon, by what follows: source, date, other."""
    own_names: frozenset[str]
    """What a page calls its own site."""
    junk_lines: frozenset[str]
    """Lines that are none of the text, without blanks and brackets."""
    junk_labels: tuple[str, ...]
    """What opens such lines, before a colon."""
    junk_selectors: tuple[str, ...]


@cache
def web_pages() -> WebPages:
    """The table of `web_pages.toml`."""
    import tomli

    read = tomli.loads((files(__package__) / "web_pages.toml").read_text("utf-8"))
    return WebPages(
        houses=tuple(map(_house, read["house"])),
        metadata={name: tuple(names) for name, names in read["metadata"].items()},
        labels={name: tuple(names) for name, names in read["labels"].items()},
        own_names=frozenset(read["own"]["names"]),
        junk_lines=frozenset(read["junk"]["lines"]),
        junk_labels=tuple(read["junk"]["labels"]),
        junk_selectors=tuple(read["junk"]["selectors"]),
    )


def _house(row: dict[str, Any]) -> House:
    lists = {name: tuple(row[name]) for name in ("body", "title", "source", "date")}
    return House(name=row["name"], **lists)
