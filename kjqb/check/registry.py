"""All rules by code, and the choice that `select` and `ignore` make among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from kjqb.check import rules as rules_package
from kjqb.check.rule import Rule
from kjqb.errors import UsageError
from kjqb.model.bulletin import Conventions, Profile

ALL = "ALL"
"""The selector of every rule."""

_CODE = re.compile(r"[A-Z]\d{3}", re.ASCII)


class UnknownSelectorError(UsageError):
    """A rule, a family or a prefix of codes that does not exist."""

    slug = "unknown-rule"

    def __init__(self, selector: str, catalogue: Mapping[str, Rule]) -> None:
        super().__init__(f"没有编号为“{selector}”的规则", hint=hint_for(selector, catalogue))


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule, by code, in order of codes."""
    modules = (import_module(f"{rules_package.__name__}.{info.name}") for info in iter_modules(rules_package.__path__))
    return collect(rule for module in modules for rule in rules_of(module))


def rules_of(module: ModuleType) -> tuple[Rule, ...]:
    """The rules that a module defines."""
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


def collect(found: Iterable[Rule]) -> Mapping[str, Rule]:
    """A table of rules by code, in order.

    Raises ValueError for a code or slug that two rules bear, one out of shape, or a `yields_to` that no rule bears.
    """
    table: dict[str, Rule] = {}
    slugs: set[str] = set()
    for rule in sorted(found, key=lambda rule: rule.code):
        if not _CODE.fullmatch(rule.code) or rule.code in table or rule.slug in slugs:
            raise ValueError(f"{rule.code} {rule.slug}: the code is malformed, or code or slug belong to another rule")
        table[rule.code] = rule
        slugs.add(rule.slug)
    for rule in table.values():
        if not table.keys() >= set(rule.yields_to):
            raise ValueError(f"{rule.code} yields to {rule.yields_to}, not all of which exist")
    return table


@cache
def find(code: str) -> Rule:
    """The rule of a code; no other is loaded, unless there is none.

    Raises UnknownSelectorError if there is none.
    """
    prefix = f"{code.lower()}_"
    names = (info.name for info in iter_modules(rules_package.__path__) if info.name.startswith(prefix))
    modules = (import_module(f"{rules_package.__name__}.{name}") for name in names)
    rule = next((rule for module in modules for rule in rules_of(module) if rule.code == code), None)
    if rule is None:
        raise UnknownSelectorError(code, rules())
    return rule


def selected(conventions: Conventions, catalogue: Mapping[str, Rule]) -> tuple[Rule, ...]:
    """The rules of the catalogue that are to run, in its order.

    Of `select` and `ignore` the longer selector wins (`S501` over `S`, `S` over `ALL`), and `ignore` where both are
    equally long. Raises UnknownSelectorError for a selector that no rule answers to.
    """
    for selector in (*conventions.select, *conventions.ignore):
        if selector != ALL and not (selector and any(code.startswith(selector) for code in catalogue)):
            raise UnknownSelectorError(selector, catalogue)
    return tuple(rule for rule in catalogue.values() if _is_selected(rule, conventions))


def hint_for(selector: str, catalogue: Mapping[str, Rule]) -> str:
    """What to write in the place of a selector that no rule answers to."""
    close = _similar(selector, catalogue)
    return f"是否想写“{close}”？" if close else "用“kjqb rule”查看全部规则"


def _is_selected(rule: Rule, conventions: Conventions) -> bool:
    wanted = _reach(conventions.select, rule)
    if not _applies(rule, conventions.profile) and wanted < len(rule.code):
        return False
    return wanted > _reach(conventions.ignore, rule)


def _reach(selectors: Iterable[str], rule: Rule) -> int:
    """Length of the longest selector that the rule answers to, 0 for ALL; -1 if there is none."""
    lengths = [0 if selector == ALL else len(selector) for selector in selectors if _answers(rule, selector)]
    return max(lengths, default=-1)


def _answers(rule: Rule, selector: str) -> bool:
    return selector == ALL or rule.code.startswith(selector)


def _applies(rule: Rule, profile: Profile) -> bool:
    return not rule.profiles or profile in rule.profiles


def _similar(selector: str, catalogue: Mapping[str, Rule]) -> str:
    """A code that was probably meant: in the right case, by the rule's slug, or nearly the same; empty if none."""
    by_slug = {rule.slug: code for code, rule in catalogue.items()}
    upper = selector.upper()
    if selector and (upper == ALL or any(code.startswith(upper) for code in catalogue)):
        return upper
    if selector in by_slug:
        return by_slug[selector]
    names = (*catalogue, *by_slug)
    close = get_close_matches(upper, names, n=1) or get_close_matches(selector, names, n=1)
    return by_slug.get(close[0], close[0]) if close else ""
