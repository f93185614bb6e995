"""kjqb.toml: the bulletin and its conventions."""

from __future__ import annotations

from collections.abc import Mapping

from kjqb.model.article import Ignore
from kjqb.model.bulletin import Bulletin, ContentsStyle, Conventions
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Passage, Piece, Source
from kjqb.workspace.decode import Decoder
from kjqb.workspace.layout_table import page_setup
from kjqb.workspace.locate import Path
from kjqb.workspace.schema import ColophonTable, IgnoreTable, WorkspaceFile
from kjqb.workspace.toml_document import read_toml

COLON = "："
"""What is printed between the two strings of a colophon's line."""


def read_bulletin(source: Source) -> Bulletin:
    """The bulletin that kjqb.toml describes.

    Raises TomlSyntaxError and FaultyFileError.
    """
    decoder = Decoder(read_toml(source))
    file = decoder.file(WorkspaceFile)
    if file is not None:
        setup = page_setup(file.layout, BULLETIN, decoder, ("layout",))
        lines = colophon(file.colophon, decoder, ("colophon", "lines"))
    decoder.finish()
    assert file is not None
    return Bulletin(
        title=file.bulletin.title,
        office=file.bulletin.office,
        frequency=file.bulletin.frequency,
        colophon=lines,
        contents=ContentsStyle(file.contents.heading, file.contents.marker),
        page_setup=setup,
        conventions=Conventions(
            select=file.check.select,
            ignore=file.check.ignore,
            fail_on=file.check.fail_on,
            options=_options(decoder.document.data),
            ignores=ignores(file.ignore),
            profile=file.bulletin.profile,
        ),
        readings=file.index.readings,
        first_volume=file.index.first_volume,
    )


def colophon(table: ColophonTable, decoder: Decoder, path: Path) -> tuple[Passage, ...]:
    """The lines of a colophon as printed; one of other than one or two strings is a fault of the decoder's document."""
    for rank, strings in enumerate(table.lines):
        if len(strings) not in {1, 2}:
            hint = '写作["整行"]或["标签", "内容"]'
            decoder.blame(f"刊尾第{rank + 1}行有{len(strings)}项，应为一项或两项", (*path, rank), hint=hint)
    return tuple(_line(strings) for strings in table.lines if strings)


def ignores(tables: tuple[IgnoreTable, ...]) -> tuple[Ignore, ...]:
    """What `[[ignore]]` tables say."""
    return tuple(Ignore(table.code.text, table.reason, table.text, table.code) for table in tables)


def _line(strings: tuple[Passage, ...]) -> Passage:
    """The strings with colons between them, which come from no character of the source."""
    first, *rest = strings
    parts = [first]
    for part in rest:
        parts += (Passage(COLON, part.source, (Piece(0, len(COLON), parts[-1].extent.span.end, 0),)), part)
    return Passage.join(parts)


def _options(data: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    """The tables of `[check]` that bear a rule's code."""
    check = data.get("check", {})
    assert isinstance(check, dict)
    return {code: table for code, table in check.items() if isinstance(table, dict)}
