"""Classes of characters: script, marks, and what may not begin or end a line (避头尾)."""

from __future__ import annotations

FINAL_MARKS = "。！？：；…—"
"""Marks that may close a paragraph of the body (GB/T 15834—2011, 4.1–4.3, 4.6, 4.7; —— and …… break off)."""

CLOSING_MARKS = "”’』」》〉）】〕］｝"
"""Second halves of paired marks (GB/T 15834—2011, 4.8, 4.9, 4.15)."""

OPENING_MARKS = "“‘『「《〈（【〔［｛"
"""First halves of paired marks, in the order of CLOSING_MARKS."""

PAIRS = dict(zip(OPENING_MARKS, CLOSING_MARKS, strict=True))
"""Each opening mark with its closing one."""

CHINESE_MARKS = frozenset("，。、；：？！（）《》〈〉【】〔〕「」『』％")
"""Marks that tell Chinese from other scripts."""

SHARED_SIGNS = "·×"
"""Signs of Latin-1 that a Chinese text sets in its own font, a full cell wide."""

WESTERN_SIGNS = "–‑‚„†‡•‹›€™ⁿ−"
"""Signs that Times New Roman has and fonts of GB 2312 lack, beyond Latin-1."""

SMALL_DIGITS = dict(zip("⁰⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0456789+−0123456789+−", strict=True))
"""Raised and lowered digits and signs that no font in question has, and those that are set small in their stead.

The other three, ¹ ² ³, stand in Times New Roman.
"""


def is_han(character: str) -> bool:
    """Whether it is a Han character (〇 included)."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        or character == "〇"
    )


def is_chinese(character: str) -> bool:
    """Whether it is a Han character, or a mark that only Chinese has (quotation marks and … — are not)."""
    return character in CHINESE_MARKS or is_han(character)


def is_cjk(character: str) -> bool:
    """Whether it is set in the Chinese font: all but Latin, Greek and Cyrillic letters, digits and signs among them.

    What the Chinese font lacks (emoji, Mongolian, Tibetan, rare characters) is set in it all the same, 1 em wide.
    """
    if character <= "\u017f":
        return character in SHARED_SIGNS
    if character > "\u2212":
        return True
    return not ("Ά" <= character <= "ґ" or character in WESTERN_SIGNS or character in SMALL_DIGITS)


def is_latin(character: str) -> bool:
    """Whether it is a letter or digit of a Latin word or number."""
    return character.isalnum() and not is_cjk(character)


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a final mark, closing quotes and brackets aside."""
    bare = text.rstrip().rstrip(CLOSING_MARKS)
    return bare != "" and bare[-1] in FINAL_MARKS
