"""The rules, to be looked up."""

from __future__ import annotations

from kjqb.check.registry import find, rules
from kjqb.check.rule import Rule


def rule(code: str) -> Rule:
    """The rule of a code.

    Raises UnknownSelectorError if there is none.
    """
    return find(code)


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in order of codes."""
    return tuple(rules().values())
