"""An article as the text of its file: what `read_article` reads back as the same article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kjqb.model.article import (
    Article,
    Block,
    CellAlign,
    Figure,
    Heading,
    ListItem,
    Note,
    Origin,
    Quote,
    Table,
    block_passages,
)
from kjqb.workspace.article_file import FENCE
from kjqb.workspace.write_ignores import ignore_lines
from kjqb.workspace.write_inline import LINE_ENDS, address, block_text, caption_text, cell_text, heading_text
from kjqb.workspace.write_toml import toml_key, toml_string, toml_strings

_INDENT = "  "
"""Of a list within a list, and of an item's further paragraphs."""

_NOTE_INDENT = "    "
"""Of a footnote's further paragraphs."""

_RULES = {None: "---", CellAlign.LEFT: ":--", CellAlign.CENTRE: ":-:", CellAlign.RIGHT: "--:"}
"""What stands below a table's header."""


def article_text(article: Article) -> str:
    """The file's text: front matter, then the blocks, each in a line of its own; blocks without text are left out."""
    header = "\n".join(_front_matter(article))
    blocks = [block for block in article.blocks if _is_filled(block)]
    body = "".join(_gap(before, block) + _block(block) for before, block in pairwise([None, *blocks]) if block)
    notes = "".join(f"\n\n{_note(note)}" for note in article.notes)
    return f"{FENCE}\n{header}\n{FENCE}{body}{notes}\n"


def _is_filled(block: Block) -> bool:
    return isinstance(block, Figure | Table) or any(passage.text or passage.marks for passage in block_passages(block))


def _gap(before: Block | None, block: Block) -> str:
    """What stands between two blocks: the items of a list follow each other."""
    follows = isinstance(before, ListItem) and isinstance(block, ListItem) and block.opens
    return "\n" if follows else "\n\n"


def _front_matter(article: Article) -> Iterator[str]:
    yield f"title = {toml_string(LINE_ENDS.sub(' ', article.title.text).strip())}"
    if article.section:
        yield f"section = {toml_string(article.section)}"
    yield from _lists(regions=_stated_regions(article), keywords=article.keywords, authors=article.authors)
    if article.page_break_before:
        yield "page-break-before = true"
    yield from ("", "[source]", *_origin(article.origin))
    if suggested := tuple(_lists(regions=article.suggested.regions, keywords=article.suggested.keywords)):
        yield from ("", "[suggested]", *suggested)
    if article.readings:
        yield from ("", "[sort]")
        yield from (f"{toml_key(word)} = {toml_string(reading)}" for word, reading in article.readings.items())
    for ignore in article.ignores:
        yield from ("", *ignore_lines(ignore))


def _stated_regions(article: Article) -> tuple[str, ...]:
    return () if article.regions == article.suggested.regions else article.regions


def _lists(**lists: tuple[str, ...]) -> Iterator[str]:
    return (f"{name} = {toml_strings(values)}" for name, values in lists.items() if values)


def _origin(origin: Origin) -> Iterator[str]:
    for name in ("name", "url"):
        if text := getattr(origin, name):
            yield f"{name} = {toml_string(text)}"
    if origin.date:
        yield f"date = {origin.date.isoformat()}"
    for name in ("file", "sha256"):
        if text := getattr(origin, name):
            yield f"{name} = {toml_string(text)}"
    yield f"licence = {toml_string(origin.licence.value)}"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, passage=passage):
            return f"{'#' * (level + 1)} {heading_text(passage)}"
        case Quote(passage=passage):
            return f"> {block_text(passage)}"
        case ListItem(level=level, passage=passage, opens=opens):
            return _INDENT * (level - 1) + ("- " if opens else _INDENT) + block_text(passage)
        case Table():
            return "\n".join(_rows(block))
        case Figure(picture=picture, passage=passage):
            return f"![{caption_text(passage)}]({address(picture.file)})"
        case _:
            return block_text(block.passage)


def _rows(table: Table) -> Iterator[str]:
    header, *rows = table.rows
    yield _row(cell_text(passage) for passage in header)
    yield _row(_RULES[align] for align in table.aligns)
    yield from (_row(cell_text(passage) for passage in row) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _note(note: Note) -> str:
    return f"[^{note.label}]: " + f"\n\n{_NOTE_INDENT}".join(block_text(passage) for passage in note.passages)
