"""From TOML to the typed tables of `schema`, with every fault of a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin

from kjqb.errors import Fault, FaultyFileError
from kjqb.model.source import Passage
from kjqb.units import Length, parse_length
from kjqb.workspace.keys import Declared, Key, declared
from kjqb.workspace.locate import Path
from kjqb.workspace.toml_document import TomlDocument

Table = TypeVar("Table")

_ABSENT = object()
"""Stands for a value in which a fault was found."""


class Decoder:
    """Reads one document, and gathers its faults; `finish` raises them all together."""

    def __init__(self, document: TomlDocument) -> None:
        self.document = document
        self.faults = list(document.faults)

    def file(self, kind: type[Table]) -> Table | None:
        """The whole document as a table of that kind; None, with faults gathered, where it is not one."""
        table = self._table(kind, dict(self.document.data), (), Key(""))
        return None if table is _ABSENT else table  # type: ignore[return-value]

    def blame(self, what: str, path: Path, hint: str = "") -> None:
        """Add a fault at a value."""
        self.faults.append(Fault(what, self.document.where(path), hint))

    def finish(self, error: type[FaultyFileError] = FaultyFileError) -> None:
        """Raise the error if there is any fault."""
        if self.faults:
            raise error(tuple(self.faults))

    def _table(self, kind: Any, data: Mapping[str, object], path: Path, key: Key) -> object:
        known = {each.name: each for each in declared(kind)}
        for name in data:
            if name not in known and not _is_open(key, name, data[name]):
                self._unknown(name, list(known), path)
        values: dict[str, object] = {}
        whole = True
        for each in known.values():
            value = self._field(each, data, path)
            if value is not _ABSENT:
                values[each.field] = value
            elif each.required:
                whole = False
        return kind(**values) if whole else _ABSENT

    def _field(self, each: Declared, data: Mapping[str, object], path: Path) -> object:
        """The value of a key, _ABSENT where it is left out or faulty."""
        if each.name in data:
            return self._value(each.hint, data[each.name], (*path, each.name), each.key)
        if each.required:
            self._missing(each, path)
        return _ABSENT

    def _value(self, hint: Any, value: object, path: Path, key: Key) -> object:
        if self.document.is_void(path):
            return _ABSENT
        origin = get_origin(hint)
        if _is_table(hint):
            return self._nested(hint, value, path, key)
        if origin is tuple:
            return self._list(get_args(hint)[0], value, path, key)
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(get_args(hint)[1], value, path, key)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._member(hint, value, path, key)
        return self._plain(hint, value, path, key)

    def _nested(self, kind: type[Any], value: object, path: Path, key: Key) -> object:
        if not isinstance(value, dict):
            return self._wrong_type(value, "一张表", path, key)
        return self._table(kind, value, path, key)

    def _list(self, item: Any, value: object, path: Path, key: Key) -> object:
        if not isinstance(value, list):
            wanted = "若干张表（“[[…]]”）" if _is_table(item) else "方括号括起的列表"
            return self._wrong_type(value, wanted, path, key)
        items = [self._value(item, each, (*path, rank), key) for rank, each in enumerate(value)]
        return _ABSENT if any(each is _ABSENT for each in items) else tuple(items)

    def _mapping(self, item: Any, value: object, path: Path, key: Key) -> object:
        if not isinstance(value, dict):
            return self._wrong_type(value, "一张表", path, key)
        items = {name: self._value(item, each, (*path, name), key) for name, each in value.items()}
        return _ABSENT if any(each is _ABSENT for each in items.values()) else items

    def _member(self, kind: type[Enum], value: object, path: Path, key: Key) -> object:
        choices = tuple(member.value for member in kind)
        if value not in choices:
            return self._not_among(value, choices, path, key)
        return kind(value)

    def _plain(self, hint: Any, value: object, path: Path, key: Key) -> object:
        wanted, reads = _READERS[hint]
        read = reads(self.document, value, path)
        if read is None:
            return self._wrong_type(value, wanted, path, key)
        if key.choices and value not in key.choices:
            return self._not_among(value, key.choices, path, key)
        if isinstance(value, int) and not _within(value, key):
            self.blame(f"“{_label(path)}”不能是{value}", path, hint=f"应在{key.least}到{key.most}之间")
            return _ABSENT
        if isinstance(value, str) and (problem := _problem(value, key)):
            self.blame(f"“{_label(path)}”{problem[0]}", path, hint=problem[1])
            return _ABSENT
        return read

    def _wrong_type(self, value: object, wanted: str, path: Path, key: Key) -> object:
        example = f"，例如：{_label(path)} = {key.example}" if key.example and isinstance(path[-1], str) else ""
        self.blame(f"“{_label(path)}”应为{wanted}，这里是{_kind(value)}", path, hint=f"改成{wanted}{example}")
        return _ABSENT

    def _not_among(self, value: object, choices: tuple[object, ...], path: Path, key: Key) -> object:
        shown = value if isinstance(value, str | int) and not isinstance(value, bool) else _kind(value)
        words = [str(choice) for choice in choices]
        close = get_close_matches(str(value), words, n=1)
        hint = key.advice or (f"是否想写“{close[0]}”？" if close else f"可以是：{'、'.join(words)}")
        self.blame(f"“{_label(path)}”不能是“{shown}”", path, hint=hint)
        return _ABSENT

    def _unknown(self, name: str, known: list[str], path: Path) -> None:
        close = get_close_matches(name.lower().replace("_", "-"), known, n=1)
        hint = f"是否想写“{close[0]}”？" if close else f"这里可以写：{'、'.join(known)}"
        place = f"[{_dotted(path)}]里" if path else ""
        where = self.document.where_key((*path, name))
        self.faults.append(Fault(f"{place}不认识的键“{name}”", where, hint))

    def _missing(self, each: Declared, path: Path) -> None:
        place = f"[{_dotted(path)}]里" if path else ""
        example = each.key.example if _is_table(each.hint) else f"{each.name} = {each.key.example}"
        hint = f"补上：{example}" if each.key.example else f"补上“{each.name}”：{each.key.about}"
        self.faults.append(Fault(f"{place}缺少必需的键“{each.name}”", self.document.where(path), hint))


def decode(document: TomlDocument, kind: type[Table], error: type[FaultyFileError] = FaultyFileError) -> Table:
    """The document as a table of that kind.

    Raises the error with all its faults.
    """
    decoder = Decoder(document)
    table = decoder.file(kind)
    decoder.finish(error)
    assert table is not None
    return table


def _is_table(hint: Any) -> bool:
    return is_dataclass(hint) and hint not in _READERS


def _is_open(key: Key, name: str, value: object) -> bool:
    """Whether a table takes a key that it does not name: one that holds a table and is of the right form."""
    return bool(key.open_keys) and isinstance(value, dict) and re.fullmatch(key.open_keys, name) is not None


def _within(value: int, key: Key) -> bool:
    return (key.least is None or value >= key.least) and (key.most is None or value <= key.most)


def _problem(value: str, key: Key) -> tuple[str, str] | None:
    """What is wrong with a string, and what to do."""
    if key.filled and not value.strip():
        return "不能留空", key.about
    if any(line_end in value for line_end in "\n\r"):
        return "里有换行", "写成一行"
    return None


def _label(path: Path) -> str:
    """A value as messages name it: its key, and in a list its rank, from 1."""
    names = [part for part in path if isinstance(part, str)]
    ranks = [f"第{part + 1}项" for part in path[path.index(names[-1]) + 1 :] if isinstance(part, int)]
    return "".join([names[-1], *ranks])


def _dotted(path: Path) -> str:
    return ".".join(part for part in path if isinstance(part, str))


_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "真假值"),
    (int, "整数"),
    (float, "小数"),
    (str, "文字"),
    (datetime, "日期和时间"),
    (date, "日期"),
    (list, "列表"),
    (dict, "一张表"),
)


def _kind(value: object) -> str:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "时间")


Reads = Callable[[TomlDocument, object, Path], object]


def _text(_: TomlDocument, value: object, __: Path) -> object:
    return value if isinstance(value, str) else None


def _passage(document: TomlDocument, value: object, path: Path) -> object:
    return document.string(path) if isinstance(value, str) else None


def _whole(_: TomlDocument, value: object, __: Path) -> object:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _flag(_: TomlDocument, value: object, __: Path) -> object:
    return value if isinstance(value, bool) else None


def _day(_: TomlDocument, value: object, __: Path) -> object:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _length(_: TomlDocument, value: object, __: Path) -> object:
    return parse_length(value) if isinstance(value, str) else None


_READERS: dict[object, tuple[str, Reads]] = {
    str: ("文字", _text),
    Passage: ("文字", _passage),
    int: ("整数", _whole),
    bool: ("true或false（不加引号）", _flag),
    date: ("日期（不加引号）", _day),
    Length: ("长度（如“15pt”“37mm”“小三”）", _length),
}
"""What the value of a type is called, and how it is read; None where it is of another type."""
