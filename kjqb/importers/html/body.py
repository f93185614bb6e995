"""Where on a page the article's text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kjqb.errors import ToolMissingError, Where
from kjqb.importers.html.page import BadPageError
from kjqb.importers.html.select import BLOCKS, flat_lines, flat_text, select
from kjqb.tables.web_pages import House, web_pages
from kjqb.text.characters import ends_sentence

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PACKAGE = "trafilatura"

_LEAST = 20
"""Characters that the container of a house has at least, where it has no image; an empty one is another's."""

_SHARE = 0.9
"""Share of the sentences pointed out that the container holds; the rest may be a notice elsewhere on the page."""


def body(root: Element, name: str) -> tuple[Element, House | None]:
    """The element that holds the text, and the house that is known by it.

    Where no house is known, the library trafilatura says which text is the article's, and the smallest element that
    holds nearly all sentences of it is read in full. Raises BadPageError, and ToolMissingError when the library is not
    installed.
    """
    for house in web_pages().houses:
        found = max(select(root, house.body), key=_size, default=None)
        if found is not None and (_size(found) >= _LEAST or found.find(".//img") is not None):
            return found, house
    return _pointed_out(root, name), None


def _size(element: Element) -> int:
    return len(flat_text(element))


def _pointed_out(root: Element, name: str) -> Element:
    text = _key(_extracted(root))
    pointed = {key for line in flat_lines(root) if (key := _key(line)) in text}
    wanted = {key for key in pointed if ends_sentence(key)} or pointed
    whole = _held(root, wanted)
    if not whole:
        hint = "在浏览器里把正文复制到Word文件，再导入Word文件"
        raise BadPageError("没有在网页里找到正文", where=Where(name), hint=hint)
    found = _smallest(root, wanted, _SHARE * whole)
    return found if found.tag in BLOCKS else next(each for each in found.iterancestors() if each.tag in BLOCKS)


def _smallest(root: Element, wanted: set[str], least: float) -> Element:
    """The smallest element that holds so many characters of the wanted lines."""
    while True:
        within = next((each for each in root if _held(each, wanted) >= least), None)
        if within is None:
            return root
        root = within


def _held(element: Element, wanted: set[str]) -> int:
    """How many characters of the wanted lines an element holds; a line that stands there twice counts twice."""
    return sum(len(key) for line in flat_lines(element) if (key := _key(line)) in wanted)


def _extracted(root: Element) -> str:
    """What the library takes for the article's text."""
    try:
        import trafilatura
    except ModuleNotFoundError:
        hint = '用“pip install "kjqb[web]"”安装'
        raise ToolMissingError(f"这个网页的版面不在已知之列，找正文要用程序库{PACKAGE}", hint=hint) from None
    from lxml import etree

    page = etree.tostring(root, encoding="unicode", method="html")
    return trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True) or ""


def _key(text: str) -> str:
    return "".join(text.split())
