"""U404: pH, chemical formulae and squeezed unit characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import HOUSE, Applicability, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Edit, Span

_FORMULAE = (
    *("CO2", "H2O", "SO2", "NO2", "N2O", "NH3", "CH4", "H2S", "SO3", "H2O2", "H2SO4", "HNO3", "H3PO4", "Na2CO3"),
    *("NaHCO3", "CaCO3", "Fe2O3", "Fe3O4", "Al2O3", "TiO2", "SiO2", "ZrO2", "MnO2", "V2O5", "Li2CO3", "LiFePO4"),
    *("C2H4", "C2H6", "C2H2", "C2H5OH", "CH3OH", "SF6", "NF3", "CF4", "N2O4", "KNO3", "K2O", "P2O5", "K2SO4"),
    *("NH4HCO3", "CaCl2", "MgCl2", "ZnCl2", "WO3", "CeO2", "La2O3", "Nd2O3", "Y2O3", "BaTiO3", "LiCoO2"),
    *("LiMn2O4", "NaClO2", "ClO2", "Ca(OH)2", "Mg(OH)2", "Al(OH)3", "(NH4)2SO4", "CaSO4", "CuSO4", "FeSO4", "MgSO4"),
)
"""Formulae that bulletins print; only names made of these letters are certain to be formulae (not B2B, C919)."""
_GASES = {"氢": "H2", "氧": "O2", "氮": "N2", "氯": "Cl2"}
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_PLAIN = str.maketrans({"∕": "/", "µ": "μ", "2": "²", "3": "³"})
_SQUEEZED = "".join(chr(code) for code in (*range(0x3380, 0x33C2), *range(0x33C3, 0x33D8), *range(0x33D9, 0x33E0)))
_NO_UNITS = "㎅㎆㎇㏄㏇㏍"
_PH = Pattern(r"(?<![A-Za-z\d.-])(?<![（(])(?:PH|ph|Ph)(?![A-Za-z]|[-.]\w)|(?<=[（(])(?:PH|ph|Ph)(?=值)")
_POWER = Pattern(r"(?<=\d)([ \u00a0]?)((?:k|d|c|m|h|μ)?m)([23])(?![A-Za-z\d])")


@rule(
    "U404",
    "symbol-malformed",
    title="酸碱度、化学式、平方等符号写法错误",
    about=(
        "酸碱度写作“pH”；化学式里的数字下标，写作“CO₂”；平方、立方写作“m²”“m³”，"
        "不用“㎡”“㎏”这类挤在一格里的字符，否则换一种字体就可能缺字。“℃”不在其内，PM2.5保持原样。"
    ),
    severity=Severity.WARNING,
    source=HOUSE,
    fix=Applicability.SAFE,
    cues="PpHhＯO2345678" + _SQUEEZED,
    examples=(
        Example(bad="土壤PH值由5.4升至6.2。", good="土壤pH值由5.4升至6.2。"),
        Example(bad="全年减排二氧化碳（CO2）3万吨。", good="全年减排二氧化碳（CO₂）3万吨。"),
        Example(bad="新建温室800 ㎡，采收番茄50 ㎏。", good="新建温室800 m²，采收番茄50 kg。"),
        Example(bad="新建温室800 m2。", good="新建温室800 m²。"),
    ),
)
def symbol_malformed(part: Part) -> Iterator[Hit]:
    """Each of the four, wherever it stands."""
    text = part.text
    for match in _PH.finditer(text):
        yield _instead(part, Span(*match.span()), "pH")
    for match in _formulae().finditer(text):
        yield _instead(part, Span(*match.span()), match[0].translate(_LOWERED))
    for match in _squeezed().finditer(text):
        whole = unicodedata.normalize("NFKC", match[0]).translate(_PLAIN)
        yield _instead(part, Span(*match.span()), whole)
    for match in _POWER.finditer(text):
        yield _instead(part, Span(match.start(2), match.end()), match[2] + match[3].translate(_PLAIN))


def _instead(part: Part, span: Span, right: str) -> Hit:
    return hit(part.passage, span, f"“{part.text[span.start : span.end]}”应为“{right}”", Edit(span, right))


@cache
def _formulae() -> Pattern:
    listed = "|".join(map(_escaped, sorted(_FORMULAE, key=len, reverse=True)))
    noted = "|".join(rf"(?<={name}气[（(]){symbol}(?=[）)])" for name, symbol in _GASES.items())
    return Pattern(rf"(?<![A-Za-z\d-])(?:{listed})(?![A-Za-z\d-])|{noted}|(?<=臭氧[（(])O3(?=[）)])")


@cache
def _squeezed() -> Pattern:
    return Pattern("[" + "".join(sign for sign in _SQUEEZED if sign not in _NO_UNITS) + "]")


def _escaped(formula: str) -> str:
    return formula.replace("(", r"\(").replace(")", r"\)")
