"""U403: one unit in several spellings in one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from kjqb.check.rule import HOUSE, Example, Hit, hit, rule
from kjqb.check.units import VALUE, is_symbol, names, quantities, symbol_of
from kjqb.model.article import Article, ListItem, Paragraph
from kjqb.model.bulletin import Severity
from kjqb.model.source import Passage
from kjqb.text.pattern import Pattern
from kjqb.text.spans import Span

_SHORT = frozenset("牛帕焦瓦伏安特转天欧法亨乏赫")
"""Names of one character that begin other words, and such as a symbol does not replace in a running text."""
_SAME = {"ml": "mL", "l": "L", "m2": "m²", "m3": "m³", "km2": "km²", "cm2": "cm²", "cm3": "cm³", "hm2": "hm²"}


@rule(
    "U403",
    "unit-spelt-variously",
    title="同一单位写法不一",
    about=(
        "一篇文章里同一计量单位只用一种写法，以用得最多的为准，一样多时以先出现的为准。"
        "表格里可以用符号；“km/h”一类组合单位不与单个单位相比；亩与公顷是两种单位。"
    ),
    severity=Severity.INFO,
    source=HOUSE,
    examples=(
        Example(
            bad="新修渠道30公里，维护渠道50公里，清淤20千米。",
            good="新修渠道30公里，维护渠道50公里，清淤20公里。",
        ),
        Example(bad="线路一长12 km，线路二长15千米。", good="线路一长12 km，线路二长15 km。"),
    ),
)
def unit_spelt_variously(article: Article) -> Iterator[Hit]:
    """Units in the running text spelt otherwise than most of their kind."""
    spellings: defaultdict[str, list[tuple[str, Passage, Span]]] = defaultdict(list)
    for block in article.blocks:
        if isinstance(block, Paragraph | ListItem):
            for symbol, spelling, span in _spelt(block.passage.text):
                spellings[symbol].append((spelling, block.passage, span))
    for found in spellings.values():
        usual = Counter(spelling for spelling, _, _ in found).most_common(1)[0][0]
        for spelling, passage, span in found:
            if spelling != usual:
                yield hit(passage, span, f"“{spelling}”与本篇的“{usual}”是同一单位，写法宜一致")


def _spelt(text: str) -> Iterator[tuple[str, str, Span]]:
    """Symbol, spelling and place of the single units of a text."""
    for quantity in quantities(text):
        symbol = _SAME.get(quantity.symbol, quantity.symbol)
        letters = symbol.rstrip("²³")
        if (
            is_symbol(letters)
            and (len(letters) > 1 or symbol in {"m", "m²", "m³", "t"})
            and not _joins(text, quantity.unit)
        ):
            yield symbol, symbol, quantity.unit
    for match in _names().finditer(text):
        span = Span(*match.span("name"))
        if not _joins(text, span):
            yield symbol_of(match["name"]), match["name"], span


def _joins(text: str, unit: Span) -> bool:
    """Whether it is but a factor of a unit."""
    return text[unit.end : unit.end + 1] in {"/", "·", "每"} or any(
        mark in text[unit.start : unit.end] for mark in "/·"
    )


@cache
def _names() -> Pattern:
    chosen = sorted((name for name in names() if name not in _SHORT), key=len, reverse=True)
    return Pattern(rf"{VALUE}(?P<name>{'|'.join(chosen)})(?![克米]|[级时]间|平方|立方)")
