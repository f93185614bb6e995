"""Automatic numbers: what Word shows before a paragraph that nobody has typed there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from kjqb.ooxml.opened import W
from kjqb.text.characters import is_cjk
from kjqb.text.numerals import to_chinese

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
"""Stands for a mark of a symbol font, whose codes say nothing."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph."""

    text: str
    level: int
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    style: str
    suffix: str
    legal: bool
    restart: int | None
    properties: etree._Element | None


@dataclass(frozen=True, slots=True)
class _Instance:
    abstract: str
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]


@dataclass(slots=True)
class Counting:
    """The numberings of a document, and how far they have counted."""

    _instances: Mapping[str, _Instance]
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> Counting:
        """Those of the numbering part."""
        if root is None:
            return cls({})
        abstract = {_get(each, "abstractNumId"): each for each in root.iter(f"{W}abstractNum")}
        linked = {_child(each, "styleLink"): each for each in abstract.values() if _child(each, "styleLink")}
        levels = {key: _levels(linked.get(_child(each, "numStyleLink"), each)) for key, each in abstract.items()}
        return cls({_get(each, "numId"): _instance(each, levels) for each in root.iter(f"{W}num")})

    def properties(self, number: str, level: int) -> etree._Element | None:
        """The indents and so on that a level gives its paragraphs."""
        found = self._level(number, level)
        return found.properties if found else None

    def level_of(self, number: str, style: str) -> int:
        """The level that a style's paragraphs have, where only the numbering says so."""
        instance = self._instances.get(number)
        levels = instance.levels.items() if instance else ()
        return next((rank for rank, level in levels if level.style == style), 0)

    def label(self, number: str, level: int) -> Label | None:
        """Count on, and say what stands before the paragraph; None where there is no such numbering."""
        found = self._level(number, level)
        if found is None:
            return None
        if found.format == "bullet":
            return Label(_mark(found.text), level, is_bullet=True)
        instance = self._instances[number]
        counted = self._count(number, instance, level)

        def shown(match: re.Match[str]) -> str:
            rank = int(match[1]) - 1
            other = instance.levels.get(rank)
            value = counted.get(rank, other.start if other else 1)
            return number_text("decimal" if found.legal or other is None else other.format, value)

        text = _PLACE.sub(shown, found.text)
        return Label(text + _suffix(text, found.suffix), level, is_bullet=False)

    def _count(self, number: str, instance: _Instance, level: int) -> Mapping[int, int]:
        counted = self._counted.setdefault(instance.abstract, {})
        anew = instance.restarts.get(level) if (number, level) not in self._begun else None
        self._begun.add((number, level))
        start = instance.levels[level].start if anew is None else anew
        counted[level] = counted[level] + 1 if level in counted and anew is None else start
        for deeper in [rank for rank in counted if rank > level]:
            lower = instance.levels.get(deeper)
            if lower is None or lower.restart is None or 0 < level + 1 <= lower.restart:
                del counted[deeper]
        return counted

    def _level(self, number: str, level: int) -> _Level | None:
        instance = self._instances.get(number)
        return instance.levels.get(level) if instance else None


def number_text(format_: str, value: int) -> str:
    """A number in one of Word's formats (ISO/IEC 29500-1, 17.18.59); in digits where it is none of those known."""
    made = _FORMATS.get(format_, str)
    try:
        return made(value)
    except (ValueError, IndexError):
        return str(value)


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    found = {_integer(_get(each, "ilvl")): _read_level(each) for each in abstract.iter(f"{W}lvl")}
    return {rank: level for rank, level in found.items() if 0 <= rank < _LEVELS}


def _read_level(level: etree._Element) -> _Level:
    restart = _child(level, "lvlRestart")
    return _Level(
        start=_integer(_child(level, "start"), 1),
        format=_child(level, "numFmt") or "decimal",
        text=_child(level, "lvlText"),
        style=_child(level, "pStyle"),
        suffix=_child(level, "suff") or "tab",
        legal=level.find(f"{W}isLgl") is not None,
        restart=_integer(restart) if restart else None,
        properties=level.find(f"{W}pPr"),
    )


def _instance(number: etree._Element, levels: Mapping[str, Mapping[int, _Level]]) -> _Instance:
    abstract = _child(number, "abstractNumId")
    own = dict(levels.get(abstract, {}))
    restarts: dict[int, int] = {}
    for override in number.iter(f"{W}lvlOverride"):
        rank = _integer(_get(override, "ilvl"))
        replaced = override.find(f"{W}lvl")
        if replaced is not None:
            own[rank] = _read_level(replaced)
        start = _child(override, "startOverride")
        if start:
            restarts[rank] = _integer(start)
    return _Instance(abstract, own, restarts)


def _mark(text: str) -> str:
    return "".join(_BULLET if "\ue000" <= character <= "\uf8ff" else character for character in text)


def _suffix(text: str, suffix: str) -> str:
    """What parts the number from the text: nothing behind a full-width mark, where a typed number has nothing."""
    return "" if suffix == "nothing" or not text or is_cjk(text[-1]) else " "


def _get(element: etree._Element, attribute: str) -> str:
    return str(element.get(f"{W}{attribute}", ""))


def _child(element: etree._Element, tag: str) -> str:
    child = element.find(f"{W}{tag}")
    return "" if child is None else str(_get(child, "val"))


def _integer(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isascii() and text.isdecimal() else otherwise


def _letters(first: str) -> Callable[[int], str]:
    """A to Z, then AA to ZZ, as Word counts."""
    return lambda value: chr(ord(first) + (value - 1) % 26) * min((value - 1) // 26 + 1, _LEVELS)


def _row(characters: str) -> Callable[[int], str]:
    return lambda value: characters[value - 1] if value > 0 else str(value)


def _enclosed(value: int) -> str:
    if 1 <= value <= 20:
        return chr(ord("①") + value - 1)
    return chr(ord("㉑") + value - 21) if 21 <= value <= 35 else str(value)


def _roman(value: int) -> str:
    made = ""
    for worth, sign in _ROMAN:
        made += sign * min(value // worth, 4)
        value %= worth
    return made


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda value: str(value).translate(str.maketrans("0123456789", digits))


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand"),
        to_chinese,
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _by_digit("〇一二三四五六七八九")
    ),
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _enclosed),
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _by_digit("０１２３４５６７８９")),
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "ordinal": lambda value: f"{value}.",
    "none": lambda _: "",
}  # fmt: skip
