"""Raised and lowered text in characters of its own: m², H₂O."""

from __future__ import annotations

_RAISED = dict(zip("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋", strict=True))


def shifted(text: str, *, up: bool) -> str | None:
    """A text in raised or lowered characters; None where it is empty, or one of its characters has none."""
    table = _RAISED if up else _LOWERED
    found = [table.get(character) for character in text]
    return "".join(each or "" for each in found) if found and all(found) else None
