"""An article's file: front matter and body."""

from __future__ import annotations

import re

from kjqb.errors import FaultyFileError, KjqbError
from kjqb.model.article import Article, Origin, Suggested
from kjqb.model.source import Source
from kjqb.text.spans import Span
from kjqb.workspace.bulletin_file import ignores
from kjqb.workspace.decode import decode
from kjqb.workspace.markdown import read_body
from kjqb.workspace.pictures import ReadImage, no_images
from kjqb.workspace.schema import FrontMatter, SourceTable
from kjqb.workspace.toml_document import read_toml

FENCE = "+++"
"""The line before and the line after the front matter."""

_FIRST = re.compile(r"\ufeff?(?:[ \t]*\r?\n)*\+{3}[ \t]*(?:\r?\n|\Z)")
_LAST = re.compile(r"^\+{3}[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


class FrontMatterMissingError(KjqbError):
    """A file without front matter, or with front matter that does not end."""

    slug = "bad-front-matter"


class BadFrontMatterError(FaultyFileError):
    """Front matter with faults, all of them."""

    slug = "bad-front-matter"


def read_article(source: Source, images: ReadImage = no_images) -> Article:
    """The article that a file holds, with its images.

    Raises FrontMatterMissingError, TomlSyntaxError, BadFrontMatterError, UnsupportedMarkdownError, FootnoteError and
    PictureError.
    """
    header, span = parts(source)
    front = decode(read_toml(source, header), FrontMatter, BadFrontMatterError)
    body = read_body(source, span, images)
    return Article(
        file=source.name,
        title=front.title.strip(),
        blocks=body.blocks,
        section=front.section,
        regions=front.regions or front.suggested.regions,
        keywords=front.keywords,
        authors=front.authors,
        origin=_origin(front.source),
        readings=dict(front.sort),
        ignores=ignores(front.ignore),
        notes=body.notes,
        page_break_before=front.page_break_before,
        suggested=Suggested(() if front.regions else front.suggested.regions, front.suggested.keywords),
    )


def has_front_matter(source: Source) -> bool:
    """Whether a text begins as the workspace's own articles do."""
    return _FIRST.match(source.text) is not None


def glance(text: str) -> tuple[str, str]:
    """Title and body of an article's file as they stand there, the body with its markup; nothing is checked.

    Raises ValueError where there is no front matter, or where it is no TOML.
    """
    import tomli  # as toml_document does: only where a file is read

    first = _FIRST.match(text)
    last = _LAST.search(text, first.end()) if first else None
    if not first or not last:
        raise ValueError("no front matter")
    front = tomli.loads(text[first.end() : last.start()].replace("\r\n", "\n"))
    return str(front.get("title", "")), text[last.end() :]


def parts(source: Source) -> tuple[Span, Span]:
    """The TOML of the front matter, and the body.

    Raises FrontMatterMissingError.
    """
    first = _FIRST.match(source.text)
    if not first:
        hint = '第一行写“+++”，接着写 title = "题目"，再写一行“+++”，然后是正文'
        raise FrontMatterMissingError("开头没有“+++”括起的题目等信息", where=source.where(0), hint=hint)
    last = _LAST.search(source.text, first.end())
    if not last:
        where = source.where(first.group().index(FENCE))
        raise FrontMatterMissingError("“+++”没有配对", where=where, hint="在正文之前另起一行写“+++”")
    return Span(first.end(), last.start()), Span(last.end(), len(source.text))


def _origin(table: SourceTable) -> Origin:
    return Origin(table.name, table.url, table.date, table.file, table.sha256, table.licence)
