"""Values with units, as GB 3100 and GB 3101 speak of them: where they stand in a text and what their unit is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kjqb.tables.read import rows
from kjqb.text.numerals import CHINESE_NUMERAL
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

VALUE = (
    rf"(?:(?<![A-Za-z\d.])(?<![A-Z]-)[0-9]{{1,15}}(?:[.,][0-9]{{1,15}}){{0,5}}[余多]?[百千万亿]{{0,2}}?"
    rf"|(?<![{CHINESE_NUMERAL}数几半])[{CHINESE_NUMERAL}数几半]{{1,12}})[余多]?"
)
"""A number in front of a unit: 0.18, 3万, 300余, 三十多, 数千; no part of a model's name (C919)."""

_FACTOR = "[A-Za-zμµΩ]{1,6}[²³23]?"
_LETTERS = Pattern(
    rf"(?P<value>{VALUE})(?P<gap>[ \u00a0]{{0,2}})(?P<unit>{_FACTOR}(?:[/·]{_FACTOR}){{0,3}})(?![A-Za-z\d])"
)
_ONE_FACTOR = Pattern(r"([A-Za-zμΩ]+)([²³23]?)")
_JOINT = Pattern("[/·]")

_PREFIX_NAMES = {"k": "千", "M": "兆", "G": "吉", "T": "太", "h": "百", "d": "分", "c": "厘", "m": "毫", "μ": "微",
                 "n": "纳", "p": "皮"}  # fmt: skip
_AMONG_OTHERS = {"H": "h", "S": "s", "T": "t", "G": "g", "D": "d"}
"""Single capitals that mean other units; beside another unit (KM/H) they are these."""
_SPEED = frozenset({"M/S", "M/H", "M/MIN"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and the letters of a unit behind it, known or not."""

    value: Span
    gap: Span
    """The blanks between; empty where there are none."""
    unit: Span
    symbol: str
    """What stands for the unit."""

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.value.start, self.unit.end)


def quantities(text: str) -> Iterator[Quantity]:
    """Numbers with letters behind them that may be a unit, in order."""
    for match in _LETTERS.finditer(text):
        value, gap, unit = (Span(*match.span(name)) for name in ("value", "gap", "unit"))
        yield Quantity(value, gap, unit, match["unit"])


def is_unit(symbol: str) -> bool:
    """Whether all factors of a symbol are units, whatever their case: mg/kg, KW, m2; bytes and the like are none."""
    known = _table().known
    return all(
        _right_letters(letters, exponent, symbol) and letters not in known for letters, exponent in factors(symbol)
    )


def factors(symbol: str) -> Iterator[tuple[str, str]]:
    """The letters and the exponent of each factor, the micro sign as the Greek letter."""
    for factor in _JOINT.compiled.split(symbol.replace("µ", "μ")):
        match = _ONE_FACTOR.fullmatch(factor)
        yield (match[1], match[2]) if match else (factor, "")


def in_right_case(symbol: str) -> tuple[str, ...]:
    """How a symbol is written whose letters are in the wrong case; none where they are right, or it is no unit.

    Several where the case alone would tell which is meant (MW, mW).
    """
    if not any(map(str.isalpha, symbol)):
        return ()
    joints = _JOINT.compiled.findall(symbol)
    found = list(factors(symbol))
    forms = [""]
    for number, (letters, exponent) in enumerate(found):
        rights = _right_letters(letters, exponent, symbol)
        if not rights:
            return ()
        joint = joints[number - 1] if number else ""
        forms = [form + joint + right + exponent for form in forms for right in rights]
    return () if symbol.replace("µ", "μ") in forms else tuple(forms)


def symbol_of(name: str) -> str:
    """The symbol of a unit's Chinese name; empty where it has none."""
    return _table().symbols_of_names.get(name, "")


def names() -> dict[str, str]:
    """All Chinese names of lawful units with their symbols."""
    return _table().symbols_of_names


def substitutes() -> dict[str, str]:
    """Units that are not lawful, by name or symbol, with what takes their place."""
    return _table().substitutes


def is_symbol(letters: str) -> bool:
    """Whether letters, as they stand, are a unit's symbol."""
    return letters.replace("µ", "μ") in _table().symbols


def _right_letters(letters: str, exponent: str, symbol: str) -> tuple[str, ...]:
    table = _table()
    if _JOINT.search(symbol) and letters in _AMONG_OTHERS:
        return (_AMONG_OTHERS[letters],)
    if letters == "M" and (symbol in _SPEED or exponent in {"²", "³"}):
        return ("m",)
    if letters in table.symbols:
        return (letters,)
    found = table.by_case.get(letters.lower(), ())
    if not found and letters[0] == "u":
        found = table.by_case.get("μ" + letters[1:].lower(), ())
    return tuple(right for right in found if right[0] == letters[0] == "M") or found


class _Table:
    """units.tsv, its prefixes put before its symbols."""

    def __init__(self) -> None:
        self.symbols: set[str] = set()
        self.known: set[str] = set()
        """Those of them that are never judged."""
        self.symbols_of_names: dict[str, str] = {}
        self.substitutes: dict[str, str] = {}
        cases: defaultdict[str, list[str]] = defaultdict(list)
        for symbol, prefixes, chinese, standing, case, *instead in rows("units"):
            listed = [] if chinese == "-" else chinese.split("、")
            for prefix in prefixes:
                whole = symbol if prefix == "-" else prefix + symbol
                self._add(
                    whole, [f"{_PREFIX_NAMES[prefix]}{listed[0]}"] if prefix in _PREFIX_NAMES and listed else listed
                )
                if standing == "known":
                    self.known.add(whole)
                if case == "case":
                    cases[whole.lower()].append(whole)
                if standing == "other":
                    self.substitutes |= dict.fromkeys([whole, *listed], instead[0])
        self.substitutes.pop("-", None)
        self.symbols.discard("-")
        self.by_case = {lower: tuple(dict.fromkeys(rights)) for lower, rights in cases.items()}

    def _add(self, symbol: str, listed: list[str]) -> None:
        self.symbols.add(symbol)
        if symbol != "-":
            self.symbols_of_names |= {name: symbol for name in listed if name not in self.symbols_of_names}


@cache
def _table() -> _Table:
    return _Table()
