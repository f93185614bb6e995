"""Keywords added to an article's file; all else stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.model.source import Source
from kjqb.text.spans import Edit, Span, apply_edits
from kjqb.workspace.article_file import parts
from kjqb.workspace.toml_document import TomlDocument, read_toml
from kjqb.workspace.write_toml import toml_string, toml_strings


class FrontMatterChangedError(KjqbError):
    """Added keywords that would have changed more; our fault, and nothing was written."""

    slug = "changed-elsewhere"
    exit_code = ExitCode.INTERNAL

    def __init__(self, name: str) -> None:
        hint = "这是程序的缺陷，文件未作任何改动；请把它报告给我们，并先手工修改keywords"
        super().__init__("加关键词时会改到别处，已放弃", where=Where(name), hint=hint)


def with_keywords(source: Source, added: Sequence[str]) -> str:
    """The text of an article's file with these keywords behind those that it has.

    Raises FrontMatterMissingError and TomlSyntaxError. The front matter must be that of an article that can be read.
    """
    before, body = _read(source)
    text = apply_edits(source.text, [_edit(before, added)])
    after, body_after = _read(Source(source.name, text))
    wanted = {**before.data, "keywords": [*_keywords(before), *added]}
    if after.data != wanted or body_after != body:
        raise FrontMatterChangedError(source.name)
    return text


def _read(source: Source) -> tuple[TomlDocument, str]:
    header, body = parts(source)
    return read_toml(source, header), source.text[body.start :]


def _keywords(document: TomlDocument) -> list[object]:
    stated = document.data.get("keywords", [])
    assert isinstance(stated, list)
    return stated


def _edit(document: TomlDocument, added: Sequence[str]) -> Edit:
    text, place = document.source.text, document.places.get(("keywords",))
    if place is None:
        at = text.find("\n", document.places[("title",)].value.end) + 1
        line_end = "\r\n" if text[:at].endswith("\r\n") else "\n"
        return Edit(Span(at, at), f"keywords = {toml_strings(added)}{line_end}")
    words = ", ".join(map(toml_string, added))
    count = len(_keywords(document))
    if not count:
        at = place.value.start + 1
        return Edit(Span(at, at), words)
    at = document.places[("keywords", count - 1)].value.end
    return Edit(Span(at, at), f", {words}")
