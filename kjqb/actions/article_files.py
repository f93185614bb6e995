"""Imported articles on their way to files: names, texts, and the proof that nothing changed on the way."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kjqb import limits
from kjqb.actions.import_diff import Compared, Numbered, numbered
from kjqb.actions.incoming import Incoming
from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.importers.result import Change, Loss
from kjqb.model.article import Article, Block, Figure, Heading, ListItem, Suggested, Table, block_passages
from kjqb.model.issue import IssueId
from kjqb.model.source import Passage, Source
from kjqb.text.marks import Tone
from kjqb.text.spans import Span
from kjqb.workspace.article_file import parts, read_article
from kjqb.workspace.file_names import file_name
from kjqb.workspace.pictures import stored_name
from kjqb.workspace.provenance import articles_from
from kjqb.workspace.workspace import Workspace
from kjqb.workspace.write_article import article_text

UNTITLED = "【待补题目】"
"""The title of an article whose text has none; the checker takes it for what it is, a placeholder."""

_TITLE_LINE = 2
"""Where the title stands in an article's file as it is written."""


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
    has_suggestions: bool = False
    """Whether there is something in it for an editor to confirm."""

    @property
    def lines(self) -> tuple[Numbered, ...]:
        """Its title, and the lines of its body."""
        _, body = parts(Source(self.file, self.text))
        return ((_TITLE_LINE, self.title), *numbered(self.text, body))


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import put into an issue, or would put."""

    issue: IssueId
    articles: tuple[ArticleFile, ...]
    """In the order of the issue."""
    folder: str
    """Of the issue, relative to the current folder."""
    losses: tuple[Loss, ...]
    changes: tuple[Change, ...] = ()
    compared: tuple[Compared, ...] = ()
    """Every text as received, beside what has become of it."""

    @property
    def diff(self) -> str:
        """What has become of the texts, as a unified diff."""
        return "".join(each.diff for each in self.compared)


class AddedBeforeError(KjqbError):
    """A file whose bytes are those of an article's source."""

    slug = "added-before"

    def __init__(self, name: str, article: str) -> None:
        super().__init__(f"这个文件已经导入过，就是“{article}”", where=Where(name), hint="确要再导入一次，用“--again”")


def refuse_known(workspace: Workspace, files: Sequence[Incoming]) -> None:
    """Make sure that no file came in before, into whatever issue, nor twice now.

    Raises AddedBeforeError.
    """
    known = articles_from(workspace, {incoming.sha256 for incoming in files})
    for incoming in files:
        if incoming.sha256 in known:
            raise AddedBeforeError(incoming.name, known[incoming.sha256])
        known[incoming.sha256] = incoming.name


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
    return ArticleFile(
        read.title.text, name, text, joined, images, _apart(article) - _apart(read), article.suggested != Suggested()
    )


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
