"""Where on a page the article's text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kjqb.errors import ToolMissingError, Where
from kjqb.importers.html.page import BadPageError, elements
from kjqb.importers.html.select import flat_lines, flat_text, is_unseen, select
from kjqb.tables.web_pages import House, web_pages

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PACKAGE = "trafilatura"

_LEAST = 20
"""Characters that the container of a house has at least, where it has no image; an empty one is another's."""

_SHARE = 0.9
"""Share of the text pointed out that the container holds; the rest may be an editor's note elsewhere."""


def body(root: Element, name: str) -> tuple[Element, House | None]:
    """The element that holds the text, and the house that is known by it.

    Where no house is known, the library trafilatura says which paragraphs are text, and the smallest element that holds
    nearly all of them is read in full. Raises BadPageError, and ToolMissingError when the library is not installed.
    """
    for house in web_pages().houses:
        found = max(select(root, house.body), key=_size, default=None)
        if found is not None and (_size(found) >= _LEAST or found.find(".//img") is not None):
            return found, house
    return _pointed_out(root, name), None


def _size(element: Element) -> int:
    return len(flat_text(element))


def _pointed_out(root: Element, name: str) -> Element:
    wanted = set(_paragraphs(root))
    lines = [(each, {_key(line) for line in flat_lines(each)} & wanted) for each in _candidates(root)] if wanted else []
    whole = sum(map(len, wanted))
    held = [each for each, found in lines if sum(map(len, found)) >= _SHARE * whole]
    if not held:
        hint = "在浏览器里把正文复制到Word文件，再导入Word文件"
        raise BadPageError("没有在网页里找到正文", where=Where(name), hint=hint)
    return held[-1]


def _candidates(root: Element) -> Iterator[Element]:
    """The elements that may hold the text, each before those within it."""
    return (each for each in elements(root) if each.tag in _CONTAINERS and not is_unseen(each))


_CONTAINERS = frozenset({"body", "div", "section", "article", "main", "td", "center", "form", "font", "span"})


def _paragraphs(root: Element) -> Sequence[str]:
    """The lines that the library takes for text, without white space."""
    try:
        import trafilatura
    except ModuleNotFoundError:
        hint = '用“pip install "kjqb[web]"”安装'
        raise ToolMissingError(f"这个网页的版面不在已知之列，找正文要用程序库{PACKAGE}", hint=hint) from None
    from copy import deepcopy

    found = trafilatura.extract(
        deepcopy(root), favor_recall=True, include_comments=False, include_tables=True, output_format="txt"
    )
    return [_key(line) for line in (found or "").split("\n") if _key(line)]


def _key(text: str) -> str:
    return "".join(text.split())
