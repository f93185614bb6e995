"""Imported articles on their way to files: names, texts, and the proof that nothing changed on the way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from kjqb import limits
from kjqb.actions.incoming import Incoming
from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.importers.result import Loss
from kjqb.model.article import Article, Block, Figure, Heading, ListItem, Table, block_passages
from kjqb.model.issue import IssueId
from kjqb.model.source import Passage, Source
from kjqb.text.marks import Tone
from kjqb.text.spans import Span
from kjqb.workspace.article_file import read_article
from kjqb.workspace.file_names import file_name
from kjqb.workspace.pictures import stored_name
from kjqb.workspace.write_article import article_text

UNTITLED = "【待补题目】"
"""The title of an article whose text has none; the checker takes it for what it is, a placeholder."""


class UnfaithfulError(KjqbError):
    """An article that would not read back as it was imported; our fault, and nothing was written."""

    slug = "not-faithful"
    exit_code = ExitCode.INTERNAL


class TooLongError(KjqbError):
    """An article whose file would be larger than files may be."""

    slug = "too-long"


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article as it is to be written."""

    title: str
    file: str
    """Its name in the issue's folder."""
    text: str
    joined: int = 0
    """Page breaks mended in it."""
    images: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Its images by their paths from the issue's folder."""
    unset: int = 0
    """Stretches that were set apart and cannot be in Markdown."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import put into an issue, or would put."""

    issue: IssueId
    articles: tuple[ArticleFile, ...]
    """In the order of the issue."""
    folder: str
    """Of the issue, relative to the current folder."""
    losses: tuple[Loss, ...]


def article_file(article: Article, incoming: Incoming, taken: Collection[str], *, joined: int = 0) -> ArticleFile:
    """The file for an article that came from there, under a name that is not taken.

    Raises TooLongError and UnfaithfulError.
    """
    if not article.title.text.strip():
        article = replace(article, title=Passage.verbatim(Source("", UNTITLED), Span(0, len(UNTITLED))))
    origin = replace(article.origin, file=incoming.file, sha256=incoming.sha256)
    article = replace(article, origin=origin, blocks=tuple(map(_stored, article.blocks)))
    images = {block.picture.file: block.picture.blob for block in article.blocks if isinstance(block, Figure)}
    name = file_name(article.title.text, taken)
    text = article_text(article)
    if len(text.encode("utf-8")) > limits.TEXT.value:
        raise TooLongError("文章太长，写成的文件会读不回来", where=Where(incoming.name), hint="分成几篇再导入")
    read = read_article(Source(name, text), images.__getitem__)
    if _content(read) != _content(article) or not _alike(read.title.text, article.title.text):
        hint = "这是程序的缺陷，工作区未作任何改动；请把该文件报告给我们"
        raise UnfaithfulError(f"“{article.title.text}”写成文件后读不回原样", where=Where(incoming.name), hint=hint)
    return ArticleFile(read.title.text, name, text, joined, images, _apart(article) - _apart(read))


def _stored(block: Block) -> Block:
    """The block as the issue's folder has it: an image under a name of its own."""
    if not isinstance(block, Figure):
        return block
    return replace(block, picture=replace(block.picture, file=stored_name(block.picture)))


def _content(article: Article) -> list[object]:
    """All that must read back as it was: the blocks that are written, their texts, and the places of footnotes."""
    blocks = [(_form(block), [_noted(passage) for passage in block_passages(block)]) for block in article.blocks]
    written = [(form, texts) for form, texts in blocks if any(texts) or form[0] in {Table, Figure}]
    return [*written, *((note.label, [_noted(passage) for passage in note.passages]) for note in article.notes)]


def _form(block: Block) -> tuple[object, ...]:
    """What a block is, its texts aside."""
    match block:
        case Heading(level=level):
            return Heading, level
        case ListItem(level=level, opens=opens):
            return ListItem, level, opens
        case Table(aligns=aligns):
            return Table, aligns
        case Figure(picture=picture):
            return Figure, picture
        case _:
            return (type(block),)


def _noted(passage: Passage) -> tuple[str, ...]:
    """A text, and the places and labels of its footnotes; nothing where it is empty."""
    notes = [f"{mark.start}:{mark.label}" for mark in passage.marks if mark.tone is Tone.NOTE]
    return (passage.text, *notes) if passage.text or notes else ()


def _apart(article: Article) -> int:
    return sum(mark.tone is not Tone.NOTE for passage in article.passages for mark in passage.marks)


def _alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for blanks."""
    return "".join(one.split()) == "".join(other.split())
