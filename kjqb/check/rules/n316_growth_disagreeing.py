"""N316: growth that does not follow from the values stated beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kjqb.check.rule import PRACTICE, Example, Hit, hit, rule
from kjqb.check.subject import Part
from kjqb.model.bulletin import Severity
from kjqb.text.changes import Change, agrees, changes
from kjqb.text.quantities import DIGITS, Quantity


@rule(
    "N316",
    "growth-disagreeing",
    title="增减幅度与前后数值不符",
    about=(
        "句中写明前后两个数值和增减幅度的，按数值核算：由50家增至75家，是增长50%，增加25家。"
        "核算时容许四舍五入；有“约”“多”“年均”等字，或者说的不是同一口径，不判断。"
    ),
    severity=Severity.WARNING,
    source=PRACTICE,
    cues=DIGITS,
    examples=(
        Example(bad="科技型企业由50家增至75家，增长40%。", good="科技型企业由50家增至75家，增长50%。"),
        Example(bad="专利由40件增加到120件，增长3倍。", good="专利由40件增加到120件，增长2倍。"),
        Example(bad="审批事项由30项减少到18项，减少15项。", good="审批事项由30项减少到18项，减少12项。"),
    ),
)
def growth_disagreeing(part: Part) -> Iterator[Hit]:
    """Rates, multiples and differences that the two values rule out."""
    for change in changes(part.text):
        if change.first.unit == "%" or change.growth is None:
            continue
        right = _computed(change)
        if right:
            stated = part.text[change.stated.span.start : change.stated.span.end]
            yield hit(part.passage, change.stated.span, f"“{stated}”与前后两数不符，按两数核算为{right}")


def _computed(change: Change) -> str:
    """What the change comes to, in the stated unit; empty where that is what is stated, or cannot be told."""
    stated, growth = change.stated, change.growth
    assert growth is not None
    rate = _rate(change)
    if stated.unit == "%" and not agrees(stated, growth):
        return f"{_round(rate)}%"
    if stated.unit == "倍" and not agrees(stated, (growth[0] / 100, growth[1] / 100)):
        return f"{_round(rate / 100)}倍"
    if stated.unit == change.first.unit and not _is_difference(change):
        return f"{_plain(abs(change.last.value - change.first.value), stated)}{stated.unit}"
    return ""


def _is_difference(change: Change) -> bool:
    low, high = change.difference
    return low - change.stated.slack <= change.stated.value <= high + change.stated.slack


def _rate(change: Change) -> Decimal:
    rate = 100 * (change.last.value - change.first.value) / change.first.value
    return -rate if change.falls else rate


def _round(number: Decimal) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _plain(number: Decimal, like: Quantity) -> str:
    scaled = number * like.plain / like.value if like.value else number
    return f"{scaled.normalize():f}{like.scale}"
