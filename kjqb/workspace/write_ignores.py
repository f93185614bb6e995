"""`[[ignore]]` entries put into the files that state them, all else left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.model.article import Ignore
from kjqb.model.source import Source
from kjqb.text.spans import Edit, Span, apply_edits
from kjqb.text.visible import is_hidden
from kjqb.workspace.article_file import has_front_matter, parts
from kjqb.workspace.toml_document import TomlDocument, read_toml
from kjqb.workspace.write_toml import toml_string

KEY = "ignore"


class IgnoresNotAddedError(KjqbError):
    """Entries that could not be added without changing more; our fault, and nothing was written."""

    slug = "ignores-not-added"
    exit_code = ExitCode.INTERNAL

    def __init__(self, name: str) -> None:
        hint = "这是程序的缺陷，文件未作任何改动；请把它报告给我们，并先手工写[[ignore]]"
        super().__init__("加入放行记录时会改到别处，已放弃", where=Where(name), hint=hint)


def with_ignores(source: Source, ignores: Sequence[Ignore]) -> str:
    """The text of a TOML file, or of an article with front matter, with these entries besides those it has.

    Raises what reading it raises, and IgnoresNotAddedError.
    """
    before = _read(source)
    text = apply_edits(source.text, [_edit(source, before, ignores)])
    after = _read(Source(source.name, text))
    same = {**after.data, KEY: None} == {**before.data, KEY: None}
    if not same or _counted(_stated(after)) != _counted([*_stated(before), *map(_record, ignores)]):
        raise IgnoresNotAddedError(source.name)
    return text


def ignore_lines(ignore: Ignore) -> Iterator[str]:
    """The lines of an entry; what nobody could see in them is written as escapes."""
    yield f"[[{KEY}]]"
    yield from (f"{key} = {_string(value)}" for key, value in _record(ignore).items())


def _record(ignore: Ignore) -> dict[str, str]:
    record = {"code": ignore.code, "text": ignore.text, "reason": ignore.reason}
    return {key: value for key, value in record.items() if value}


def _read(source: Source) -> TomlDocument:
    return read_toml(source, parts(source)[0] if has_front_matter(source) else None)


def _stated(document: TomlDocument) -> list[object]:
    stated = document.data.get(KEY, [])
    assert isinstance(stated, list)
    return stated


def _counted(entries: list[object]) -> Counter[str]:
    return Counter(map(repr, entries))


def _edit(source: Source, document: TomlDocument, ignores: Sequence[Ignore]) -> Edit:
    line_end = "\r\n" if "\r\n" in source.text else "\n"
    place = document.places.get((KEY,))
    if place and source.text.startswith("[", place.value.start):
        return _within_array(place.value, ignores)
    end = parts(source)[0].end if has_front_matter(source) else len(source.text)
    before = source.text[document.start : end]
    gap = "" if not before.strip() else "\n" if before.endswith("\n") else "\n\n"
    tables = "\n".join("".join(f"{line}\n" for line in ignore_lines(ignore)) for ignore in ignores)
    return Edit(Span(end, end), f"{gap}{tables}".replace("\n", line_end))


def _within_array(array: Span, ignores: Sequence[Ignore]) -> Edit:
    """The entries before the others of `ignore = [{…}]`, where nothing has to be known of commas and comments."""
    tables = [
        f"{{ {', '.join(f'{key} = {_string(value)}' for key, value in _record(ignore).items())} }}"
        for ignore in ignores
    ]
    return Edit(Span(array.start + 1, array.start + 1), "".join(f"{table}, " for table in tables))


def _string(text: str) -> str:
    """A TOML string in which every character can be seen."""
    return "".join(_escape(character) if is_hidden(character) else character for character in toml_string(text))


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
