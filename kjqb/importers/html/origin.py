"""What a page says of its article: title, source, date, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kjqb.importers.html.labels import behind_labels, is_info_line, values
from kjqb.importers.html.page import comments, elements
from kjqb.importers.html.select import flat_lines, flat_text, select
from kjqb.importers.numbered import LONGEST_TITLE
from kjqb.model.article import Origin
from kjqb.tables.web_pages import House, web_pages
from kjqb.text.dates import stated_dates

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S+)")
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]\s+|-(?=[^-]{2,16}\Z)")
"""What parts the title from the name of the site in a page's `title`."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_LONGEST_ADDRESS = 2000
_LONGEST_NAME = 60
_COLON = frozenset("：:")
_FIRST = 5
"""Lines of the container in which labels may stand."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its article."""

    title: str
    """Empty where it says none."""
    origin: Origin


def page_facts(root: Element, body: Element, house: House | None) -> PageFacts:
    """What metadata, the elements of the house and the labels outside of the text say."""
    within = filter(is_info_line, flat_lines(body)[:_FIRST])
    around = [*flat_lines(root, stop=body), *within]
    title = _title(root, house)
    return PageFacts(title, Origin(name=_source(root, house, around), url=_url(root), date=_date(root, house, around)))


def _title(root: Element, house: House | None) -> str:
    headings = [flat_text(each) for each in elements(root) if each.tag == "h1"]
    named = [_heading_of(each) for each in select(root, house.title)] if house else []
    stated = [*named[:1], *_metadata(root, "title"), *(headings if len(headings) == 1 else [])]
    page = root.find(".//head/title")
    whole = " ".join((page.text or "").split()) if page is not None else ""
    return next((text for text in [*stated, _SITE.split(whole)[0]] if 0 < len(text) <= 2 * LONGEST_TITLE), "")


def _heading_of(element: Element) -> str:
    """The text of the heading in an element, or of all of it."""
    return next((flat_text(each) for each in elements(element) if each.tag in _HEADINGS), flat_text(element))


def _source(root: Element, house: House | None, around: list[str]) -> str:
    named = [flat_text(each) for each in select(root, house.source)] if house else []
    labelled = [value for line in around for value in values(line, "source")]
    stated = [value for text in named for value in ([text] if _COLON.isdisjoint(text) else values(text, "source"))]
    for name in (*_metadata(root, "source"), *stated, *labelled):
        bare = name.strip("（）()《》 ") if name.count("《") != 1 else name
        if bare in web_pages().own_names:
            bare = next(_metadata(root, "site"), "")
        if 0 < len(bare) <= _LONGEST_NAME:
            return bare
    return ""


def _date(root: Element, house: House | None, around: list[str]) -> date | None:
    named = [flat_text(each) for each in select(root, house.date)] if house else []
    labelled = [text for line in around for text in behind_labels(line, "date")]
    between = [line for line in around if len(line) <= LONGEST_TITLE]
    return next(
        (day for text in (*_metadata(root, "date"), *named, *labelled, *between) for day in _days(text)),
        None,
    )


def _days(text: str) -> Iterator[date]:
    """The full dates that a text begins with or holds."""
    clear = re.sub(r"(\d{4})(\d{2})(\d{2})(?=\d*\Z)", r"\1-\2-\3", text) if text.isdecimal() else text
    for stated in stated_dates(re.sub(r"(?<=\d)T(?=\d)", " ", clear)):
        if stated.year and stated.is_possible and stated.falls_on(stated.year) is not None:
            yield date(stated.year, stated.month, stated.day)


def _url(root: Element) -> str:
    links = (
        str(each.get("href", "")) for each in elements(root) if each.tag == "link" and each.get("rel") == "canonical"
    )
    saved = (match[1] for text in comments(root) if (match := _SAVED_FROM.match(text)))
    for address in (*saved, *links, *_metadata(root, "url")):
        if len(address) <= _LONGEST_ADDRESS and _is_web(address):
            return address
    return ""


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and address.isprintable()


def _metadata(root: Element, kind: str) -> Iterator[str]:
    """What the `meta` elements of a kind say, in the order of the table."""
    said: dict[str, str] = {}
    for each in elements(root):
        if each.tag == "meta":
            name = (each.get("name") or each.get("property") or "").strip().lower()
            said.setdefault(name, " ".join((each.get("content") or "").split()))
    for name in web_pages().metadata[kind]:
        if text := said.get(name.lower()):
            yield text
