"""The numbers that a browser puts before the items of an ordered list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kjqb.text.numerals import to_chinese

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHINESE = frozenset({"cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal"})
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 999


def item_number(item: Element) -> str | None:
    """The number of an item and the mark behind it, `1.`, `a.`, `一、`; empty for none; None in a list of bullets."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return None
    style = _style(item) or _style(parent)
    if style == "none":
        return ""
    return _label(_rank(item, parent), style or _TYPES.get(parent.get("type", ""), "decimal"))


def _rank(item: Element, parent: Element) -> int:
    rank = _whole(parent.get("start")) or 1
    for each in parent.iterchildren("li"):
        rank = _whole(each.get("value")) or rank
        if each is item:
            break
        rank += 1
    return rank


def _label(rank: int, style: str) -> str:
    if not 1 <= rank <= _MOST or style == "decimal":
        return f"{rank}."
    if style in _CHINESE:
        return f"{to_chinese(rank)}、"
    if style.endswith("roman"):
        return f"{_cased(_roman(rank), style)}."
    if style.endswith(("alpha", "latin")) and rank <= 26:
        return f"{_cased(chr(ord('a') + rank - 1), style)}."
    return f"{rank}."


def _cased(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") else text


def _roman(rank: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        count, rank = divmod(rank, value)
        parts.append(letters * count)
    return "".join(parts)


def _style(element: Element) -> str:
    style = "".join((element.get("style") or "").lower().split())
    for name in ("list-style-type:", "list-style:"):
        if name in style:
            return style.partition(name)[2].partition(";")[0]
    return ""


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= 6 else None
