"""toc.toml: the contents list as stored."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Protocol

from kjqb.model.issue import Contents, Entry
from kjqb.model.source import Passage, Piece, Source
from kjqb.workspace.decode import Decoder
from kjqb.workspace.schema import ContentsFile
from kjqb.workspace.toml_document import TomlDocument, read_toml
from kjqb.workspace.write_toml import toml_string

NAME = "toc.toml"


class Listed(Protocol):
    """An article with its page, as the layout gives it."""

    @property
    def title(self) -> str:
        """As printed."""

    @property
    def page(self) -> int:
        """On which its title stands."""

    @property
    def file(self) -> str:
        """Path of its file; only the name is stored."""


def read_contents(source: Source) -> Contents:
    """The contents list that toc.toml holds.

    Raises TomlSyntaxError and FaultyFileError.
    """
    decoder = Decoder(read_toml(source))
    file = decoder.file(ContentsFile)
    decoder.finish()
    assert file is not None
    entries = (
        Entry(title=entry.title, page=_page(decoder.document, rank, entry.page), line=entry.title)
        for rank, entry in enumerate(file.entry)
    )
    return Contents(tuple(entries), stored=True, target=file.target)


def contents_text(entries: Iterable[Listed], *, target: str, pages: int) -> str:
    """The text of toc.toml for these entries; the same entries give the same text."""
    head = f"# 由“kjqb toc --write”生成，不要手工修改。\ntarget = {toml_string(target)}\npages = {pages}\n"
    return head + "".join(
        f"\n[[entry]]\nfile = {toml_string(PurePath(entry.file).name)}\n"
        f"title = {toml_string(entry.title)}\npage = {entry.page}\n"
        for entry in entries
    )


def _page(document: TomlDocument, rank: int, page: int) -> Passage:
    """The page number's digits, where they stand."""
    digits, span = str(page), document.places[("entry", rank, "page")].value
    return Passage(digits, document.source, (Piece(0, len(digits), span.start, span.end - span.start),))
