"""Imported articles on their way to files: names, texts, and the proof that nothing changed on the way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from kjqb.actions.incoming import Incoming
from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.importers.result import Loss
from kjqb.model.article import Article, Block, Heading
from kjqb.model.issue import IssueId
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.workspace.article_file import read_article
from kjqb.workspace.file_names import file_name
from kjqb.workspace.files import MAX_BYTES
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
    article = replace(article, origin=origin)
    name = file_name(article.title.text, taken)
    text = article_text(article)
    if len(text.encode("utf-8")) > MAX_BYTES:
        raise TooLongError("文章太长，写成的文件会读不回来", where=Where(incoming.name), hint="分成几篇再导入")
    read = read_article(Source(name, text))
    if _content(read.blocks) != _content(article.blocks) or not _alike(read.title.text, article.title.text):
        hint = "这是程序的缺陷，工作区未作任何改动；请把该文件报告给我们"
        raise UnfaithfulError(f"“{article.title.text}”写成文件后读不回原样", where=Where(incoming.name), hint=hint)
    return ArticleFile(read.title.text, name, text, joined)


def _content(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [
        (block.level if isinstance(block, Heading) else 0, block.passage.text) for block in blocks if block.passage.text
    ]


def _alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for blanks."""
    return "".join(one.split()) == "".join(other.split())
