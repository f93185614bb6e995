"""How the tables of `schema` state their keys: a field's type, and in its annotation what it means.

    characters: Annotated[int | None, Key("每行字数。", least=10, most=100)] = None

A field's name with `-` for `_` is the key; a field with a default may be left out.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from typing import Any, get_args, get_type_hints


@dataclass(frozen=True, slots=True)
class Key:
    """What a key means, and what its value must be beyond its type."""

    about: str
    """In Chinese, one sentence or two, for the reference."""
    choices: tuple[object, ...] = ()
    least: int | None = None
    most: int | None = None
    filled: bool = False
    """Whether a string may not be blank."""
    example: str = ""
    """As it would stand in the file."""
    shown_default: str = ""
    """What holds where the key is left out, if the default alone does not say it."""
    advice: str = ""
    """What to do where the value is none of the choices."""
    open_keys: str = ""
    """Regular expression of the keys that a table takes besides those it names."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A key that a table may have."""

    name: str
    """As the file has it."""
    field: str
    hint: Any
    """Type of its value; where the key may be left out and has no default, without the None."""
    key: Key
    required: bool
    default: object
    """None where there is none."""


def declared(table: type[Any]) -> tuple[Declared, ...]:
    """The keys of a table, in order."""
    kind: Any = table
    return _all_declared(kind)


@cache
def _all_declared(table: Any) -> tuple[Declared, ...]:
    hints = get_type_hints(table, include_extras=True)
    return tuple(_declared(each, *get_args(hints[each.name])) for each in fields(table))


def _declared(each: Field[Any], hint: Any, key: Key) -> Declared:
    optional = type(None) in get_args(hint)
    bare = next(part for part in get_args(hint) if part is not type(None)) if optional else hint
    required = each.default is MISSING and each.default_factory is MISSING
    default = None if each.default is MISSING else each.default
    return Declared(each.name.replace("_", "-"), each.name, bare, key, required, default)
