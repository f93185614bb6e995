"""The bytes of a saved page to its tree of elements; nothing is fetched, no entity is resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kjqb.errors import KjqbError, UsageError, Where
from kjqb.importers.decode import UnknownEncodingError, decode

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_ELEMENTS = 200_000
"""A page of more is no article; the largest portals' pages have some ten thousand."""

MAX_ATTRIBUTES = 1000
"""A tag of more is made up; the parser compares each with all before it."""

_ATTRIBUTE = r"""[\s/]+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>/]*))?"""
_CROWDED = re.compile(f"<[A-Za-z][^\\s<>/]*(?:{_ATTRIBUTE}){{{MAX_ATTRIBUTES}}}")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_HEAD = 4096
_ARCHIVE = re.compile(rb"\s*(?:From: <Saved by|From: |MIME-Version:|Content-Type: multipart/related)", re.IGNORECASE)
_NAMES = {"gbk": "gb18030", "gb2312": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "utf8": "utf-8"}


class BadPageError(KjqbError):
    """A file that is no page of the Web, or one that cannot be read."""

    slug = "bad-page"


def tree(data: bytes, name: str, encoding: str | None = None) -> Element:
    """The page's root element.

    Its encoding is the one that is said, or what `decode` finds; what the page declares counts only where that finds
    none, and the bytes bear it out. Raises BadPageError, UsageError, UnknownEncodingError and NotTextError.
    """
    if _ARCHIVE.match(data):
        hint = "在浏览器里另存时选“网页，全部”，再导入其中的htm文件"
        raise BadPageError("这是单个文件的网页存档（mht），不能导入", where=Where(name), hint=hint)
    return _parsed(_decoded(data, name, encoding), name)


def elements(root: Element) -> Iterator[Element]:
    """All elements below and with the root, in order; comments left out."""
    return (each for each in root.iter() if isinstance(each.tag, str))


def comments(root: Element) -> Iterator[str]:
    """The texts of all comments, those before the first element too."""
    from lxml import etree

    found = root.getroottree().iter(etree.Comment)
    before = (each for each in root.itersiblings(preceding=True) if each.tag is etree.Comment)
    return (each.text or "" for group in (before, found) for each in group)


def _decoded(data: bytes, name: str, encoding: str | None) -> str:
    try:
        return decode(data, name, encoding)
    except UnknownEncodingError:
        declared = _DECLARED.search(data[:_HEAD])
        if encoding or declared is None:
            raise
        said = declared[1].decode("ascii").lower()
        try:
            return decode(data, name, _NAMES.get(said, said))
        except (UnknownEncodingError, UsageError):
            pass
        raise


def _parsed(text: str, name: str) -> Element:
    from lxml import etree

    if _CROWDED.search(text):
        hint = "确认文件是浏览器另存的网页"
        raise BadPageError(f"网页里有一个标签带了{MAX_ATTRIBUTES}个以上的属性", where=Where(name), hint=hint)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise BadPageError("文件里没有网页的内容", where=Where(name), hint="确认文件是浏览器另存的网页，并且完整")
    if any("Excessive depth" in error.message for error in parser.error_log):
        hint = "在浏览器里把正文复制到Word文件，再导入Word文件"
        raise BadPageError("网页的元素嵌套太深，无法完整读出", where=Where(name), hint=hint)
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        hint = "确认是一篇文章的网页；也可把正文复制到Word文件，再导入Word文件"
        raise BadPageError(f"网页的元素超过{MAX_ELEMENTS:,}个，不像是一篇文章", where=Where(name), hint=hint)
    return root
