"""Elements of a page by the selectors of the table of web pages, and their plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "title"})
"""Elements whose text no browser shows."""

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"}
    | {"hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody"}
    | {"td", "tfoot", "th", "thead", "tr", "ul"}
)
"""Elements that begin and end a line."""

IGNORED = "\u200b\u2060\ufeff\u00ad"
"""Characters without a width that pages are strewn with."""


def is_unseen(element: Element) -> bool:
    """Whether a browser shows nothing of it: scripts, and what its own attributes hide."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    style = "".join((element.get("style") or "").lower().split())
    return element.get("hidden") is not None or "display:none" in style


def select(root: Element, selectors: Iterable[str]) -> Iterator[Element]:
    """The elements that the selectors mean, selector by selector, in the order of the page."""
    for selector in selectors:
        wanted = selector[1:]
        if selector.startswith("#"):
            yield from root.iterfind(f".//*[@id='{wanted}']")
        else:
            yield from (each for each in root.iterfind(".//*[@class]") if is_of(each, selector))


def is_of(element: Element, selector: str) -> bool:
    """Whether a selector means the element; a class of several words, `.a.b`, all of them."""
    if selector.startswith("#"):
        return bool(element.get("id") == selector[1:])
    return set(selector[1:].split(".")) <= set((element.get("class") or "").split())


def flat_lines(element: Element, *, stop: Element | None = None) -> list[str]:
    """The lines of text that are seen of an element, white space put to one blank; none of what `stop` holds."""
    parts: list[str] = []
    _gather(element, stop, parts)
    found = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return [line for line in found if line]


def flat_text(element: Element) -> str:
    """The same in one line."""
    return " ".join(flat_lines(element))


def _gather(element: Element, stop: Element | None, parts: list[str]) -> None:
    if not is_unseen(element) and element is not stop:
        edge = "\n" if element.tag in BLOCKS or element.tag == "br" else ""
        parts += (edge, _inner(element.text))
        for child in element:
            _gather(child, stop, parts)
            parts.append(_inner(child.tail))
        parts.append(edge)


def _inner(text: str | None) -> str:
    bare = (text or "").replace("\n", " ").replace("\r", " ")
    return bare.translate(dict.fromkeys(map(ord, IGNORED)))
