"""The characters that elements of a run stand for, those of symbol fonts among them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from kjqb.ooxml.document import LINE_BREAK, PAGE_BREAK, TAB
from kjqb.ooxml.opened import W

UNKNOWN_SIGN = "•"
"""Stands for a character of a symbol font that is not known."""

_SIGNS = {
    f"{W}tab": TAB, f"{W}ptab": TAB, f"{W}cr": LINE_BREAK, f"{W}noBreakHyphen": "-",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)
_HEXADECIMAL = set("0123456789abcdefABCDEF")


def sign(element: etree._Element) -> str:
    """The characters that an element of a run stands for; none where it is no text."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}br":
        return PAGE_BREAK if element.get(f"{W}type") in {"page", "column"} else LINE_BREAK
    if element.tag == f"{W}sym":
        return symbol(element) or UNKNOWN_SIGN
    return _SIGNS.get(str(element.tag), "")


def symbol(element: etree._Element) -> str:
    """The character that a `sym` stands for; empty where its font is not known."""
    code = element.get(f"{W}char", "")
    value = int(code, 16) if code and len(code) <= 4 and set(code) <= _HEXADECIMAL else 0
    if value in _PRIVATE:
        return _SYMBOLS.get(element.get(f"{W}font", "").lower(), {}).get(value & 0xFF, "")
    surrogate = 0xD800 <= value < 0xE000
    return "" if value < 32 or surrogate or value >= 0xFFFE else chr(value)


def _row(first: int, characters: str) -> Mapping[int, str]:
    return {first + at: character for at, character in enumerate(characters) if character != " "}


_SYMBOLS: Mapping[str, Mapping[int, str]] = {
    "symbol": {
        **_row(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
        **_row(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
        **_row(0xA3, "≤⁄∞"),
        **_row(0xAB, "↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
        **_row(0xC7, "∩∪⊃⊇⊄⊂⊆∈∉∠∇"),
        **_row(0xD5, "∏√"),
        **_row(0xDB, "⇔⇐⇑⇒⇓"),
        0x2B: "+", 0x2D: "−", 0x3D: "=", 0x40: "≅", 0x5E: "⊥", 0xE5: "∑", 0xF2: "∫",
    },
    "wingdings": {
        **_row(0x6C, "●❍■□"),
        **_row(0x8C, "❶❷❸❹❺❻❼❽❾❿"),
        **_row(0x81, "①②③④⑤⑥⑦⑧⑨⑩"),
        0x75: "◆", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□"},
}  # fmt: skip
"""By font, in small letters, and by the last two hexadecimal digits of the code."""
