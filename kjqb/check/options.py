"""The options of a rule: typed fields with defaults, read from `[check.CODE]` of kjqb.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin, get_type_hints

from kjqb.check.rule import Rule
from kjqb.errors import KjqbError


class OptionError(KjqbError):
    """An option that a rule does not have, or a value that it does not take."""

    slug = "bad-option"


def read_options(rule: Rule, table: Mapping[str, object]) -> object | None:
    """The rule's options with the values of the table; None if it has no options.

    Raises OptionError for an unknown key or a value that is not allowed.
    """
    known = {field.name: field for field in declared(rule)}
    for key in table:
        if key not in known:
            raise OptionError(f"规则{rule.code}没有选项“{key}”", hint=_did_you_mean(key, list(known)))
    if rule.options is None:
        return None
    hints = get_type_hints(rule.options)
    values: dict[str, Any] = {key: _read(rule, key, hints[key], value) for key, value in table.items()}
    options: object = rule.options(**values)
    return options


def declared(rule: Rule) -> tuple[Field[Any], ...]:
    """The fields of the rule's options, in order."""
    return fields(rule.options) if rule.options else ()


def allowed(rule: Rule, name: str) -> str:
    """In Chinese: which values an option takes."""
    assert rule.options is not None
    return _reader(get_type_hints(rule.options)[name])[1]


def choices(rule: Rule, name: str) -> tuple[str, ...]:
    """The values to choose from; none where any value of the type will do."""
    assert rule.options is not None
    hint = get_type_hints(rule.options)[name]
    return get_args(hint) if get_origin(hint) is Literal else ()


def _read(rule: Rule, key: str, hint: object, value: object) -> object:
    read, permitted = _reader(hint)
    try:
        return read(value)
    except (TypeError, ValueError):
        raise OptionError(f"规则{rule.code}的选项“{key}”不能是{value!r}", hint=f"可以是{permitted}") from None


def _reader(hint: Any) -> tuple[Callable[[object], object], str]:
    """How a value of the type is read (raising TypeError or ValueError), and what it may be."""
    if get_origin(hint) is Literal:
        return lambda value: _one_of(value, get_args(hint)), "、".join(get_args(hint))
    return _READERS[hint]


def _one_of(value: object, permitted: tuple[str, ...]) -> object:
    if value not in permitted:
        raise ValueError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) and word for word in value):
        raise TypeError(value)
    return tuple(value)


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    pairs = tuple(_words(pair) for pair in value)
    return tuple((wrong, right) for wrong, right in pairs)


_READERS: dict[object, tuple[Callable[[object], object], str]] = {
    bool: (_flag, "true、false"),
    int: (_count, "非负整数"),
    tuple[str, ...]: (_words, "字符串的列表"),
    tuple[tuple[str, str], ...]: (_pairs, "由两个字符串组成的列表的列表"),
}
"""The types that a field of options may have, Literal aside."""


def _did_you_mean(key: str, known: list[str]) -> str:
    if not known:
        return "这条规则没有选项"
    close = get_close_matches(key, known, n=1)
    return f"是否想写“{close[0]}”？" if close else f"可用的选项：{'、'.join(known)}"
