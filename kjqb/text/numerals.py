"""Chinese numerals and numbers."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}
_POSITIONAL = re.compile("[〇零一二三四五六七八九]+")

CHINESE_NUMERAL = "〇零一二两三四五六七八九十百千万亿"
"""All characters of a Chinese numeral, for use inside a regular expression's brackets."""


def parse_chinese(numeral: str) -> int | None:
    """The number that 十二, 二百零三 or (by position) 二〇二四 states; None if it is none."""
    if not numeral or any(character not in CHINESE_NUMERAL for character in numeral):
        return None
    if len(numeral) > 1 and _POSITIONAL.fullmatch(numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total = section = digit = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SMALL_UNITS:
            section += (digit or 1) * _SMALL_UNITS[character]
            digit = 0
        else:
            total = (total + section + digit) * _LARGE_UNITS[character]
            section = digit = 0
    return total + section + digit


def to_chinese(number: int) -> str:
    """1 to 9999 as a counting numeral: 一, 十二, 一百零三.

    Raises ValueError outside that range.
    """
    if not 1 <= number <= 9999:
        raise ValueError(number)
    numeral = ""
    for power, unit in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            numeral += "零一二三四五六七八九"[digit] + unit
        elif numeral and not numeral.endswith("零") and number % 10**power:
            numeral += "零"
    return numeral.removeprefix("一") if numeral.startswith("一十") else numeral


def circled(number: int) -> str:
    """1 to 10 as ① to ⑩, as Word numbers footnotes so; any other in plain digits."""
    return chr(ord("①") + number - 1) if 1 <= number <= 10 else str(number)


def chinese_date(day: date) -> str:
    """A date without leading zeros: 2024年1月5日 (GB/T 9704—2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
