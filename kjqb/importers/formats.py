"""The formats that come in: how a file's format is told by its name and its bytes, and who reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import PurePath
from typing import TYPE_CHECKING

from kjqb import limits
from kjqb.errors import KjqbError, ToolMissingError, Where
from kjqb.importers.result import Change, ImportedArticle
from kjqb.limits import Limit
from kjqb.text.visible import visible
from kjqb.workspace.pictures import ReadImage, no_images

if TYPE_CHECKING:
    from kjqb.importers.back_issue import BackIssue
    from kjqb.model.article import Article
    from kjqb.model.page_setup import PageSetup
    from kjqb.model.source import Source

_HEAD = 1024
"""So many bytes at the beginning of a file tell what it is."""

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_PAGE = (b"<!doctype html", b"<html")
_BEFORE_PAGE = b"\xef\xbb\xbf \t\r\n"
_WORD_PART = b"word/"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_TEXTS = frozenset({"txt", "md"})
_OTHERS = {"zip": "压缩包，或Word以外的Office文件", "ole": "Word以外的旧格式Office文件"}
"""What the bytes may tell that no format here is."""

_ENCODINGS = {"gb18030": "GB18030", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-16": "UTF-16"}


class UnknownFormatError(KjqbError):
    """A file of a kind that is not taken in, or whose name and content say different kinds."""

    slug = "unknown-format"


@dataclass(frozen=True, slots=True)
class Received:
    """A file that is to be read, and what the editor says of it."""

    name: str
    """As the editor named it."""
    data: bytes
    title: str | None = None
    """The article's title; None where the file is to say it."""
    encoding: str | None = None
    """Of a text; None where the bytes are to say it."""
    images: ReadImage = no_images
    """Reads the images that it names."""
    revisions: str = "final"
    """Which text of a Word file with tracked changes: `final`, `original`, or `ask` to refuse it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that files come in."""

    name: str
    """As `--from` takes it."""
    label: str
    suffixes: tuple[str, ...]
    article: Callable[[Received], ImportedArticle] | None = None
    """Reads a file as one article; None where nothing does."""
    issue: Callable[[Received, PageSetup], BackIssue] | None = None
    """Reads a file as a whole issue that was printed on such pages; None where nothing does."""
    library: str = ""
    """The module that reading it needs, and that not every installation has."""
    extra: str = ""
    """What of ours installs that library."""

    def need_library(self, name: str) -> None:
        """Make sure that the file of that name can be read.

        Raises ToolMissingError.
        """
        if self.library and find_spec(self.library) is None:
            hint = f'用“pip install "kjqb[{self.extra}]"”安装'
            what = f"读{self.label}要用程序库{self.library}，这里没有安装"
            raise ToolMissingError(what, where=Where(name), hint=hint)


def article_formats() -> tuple[str, ...]:
    """The names of the formats of which an article may be."""
    return tuple(each.name for each in FORMATS if each.article)


def issue_formats() -> tuple[str, ...]:
    """The names of the formats of which a whole issue may be."""
    return tuple(each.name for each in FORMATS if each.issue)


def read_article(received: Received, kind: str | None = None) -> ImportedArticle:
    """A file as one article; `kind` is the format that the editor names, else name and bytes tell.

    Raises UnknownFormatError, ToolMissingError, and what the format's reader raises.
    """
    found, told = _format(received, kind)
    if found.article is None:
        raise _not_taken(received.name, found.label, [each.label for each in FORMATS if each.article])
    found.need_library(received.name)
    imported = found.article(received)
    return replace(imported, changes=(*told, *imported.changes))


def read_issue(received: Received, setup: PageSetup, kind: str | None = None) -> BackIssue:
    """A file as a whole issue, in the same way; `setup` is the page on which it was printed, whose breaks are mended.

    Raises NotAnIssueError and BadIssueNumberError too.
    """
    found, told = _format(received, kind)
    if found.issue is None:
        raise _not_taken(received.name, found.label, [each.label for each in FORMATS if each.issue])
    found.need_library(received.name)
    back = found.issue(received, setup)
    return replace(back, changes=(*told, *back.changes))


def limit(data: bytes) -> Limit:
    """How many bytes a file may have that begins with these."""
    kind = _kind_of_bytes(data)
    return limits.TEXT if kind is None else limits.PAGE if kind == "html" else limits.FILE


def _format(received: Received, kind: str | None) -> tuple[Format, tuple[Change, ...]]:
    """The format of a file, and what is to be told of how it was found."""
    if kind is not None:
        return _BY_NAME[kind], ()
    suffix = PurePath(received.name).suffix.lower() if received.name != "-" else ""
    named = _BY_SUFFIX.get(suffix)
    held = _kind_of_bytes(received.data)
    if named and (held == named.name or _is_usual(named.name, held)):
        return named, ()
    if held == "html" and named and named.name in _TEXTS:
        what, hint = "文件名像文本，内容却是网页", "用“--from html”按网页导入，或用“--from txt”照文本导入"
        raise UnknownFormatError(what, where=Where(received.name), hint=hint)
    if held in _BY_NAME:
        return _by_content(received.name, suffix, _BY_NAME[held])
    if held is None and named is None and suffix:
        raise _not_taken(received.name, f"“{visible(suffix)}”文件", [each.label for each in FORMATS if each.article])
    if held is None and named:
        what = f"文件名说是{named.label}，内容却不是"
        hint = "确认文件没有损坏；如果是纯文本，用“--from txt”导入"
        raise UnknownFormatError(what, where=Where(received.name), hint=hint)
    if held is None:
        return _BY_NAME["txt"], ()
    raise _not_taken(received.name, _OTHERS[held], [each.label for each in FORMATS if each.article])


def _is_usual(named: str, held: str | None) -> bool:
    """Whether the bytes are what a file of that format may have, though they do not say so."""
    return {
        "txt": held is None,
        "md": held is None,
        "html": held is None,
        "docx": held == "zip",
        "doc": held == "ole",
        "wps": held in {"doc", "ole"},
    }.get(named, False)


def _by_content(name: str, suffix: str, held: Format) -> tuple[Format, tuple[Change, ...]]:
    if not suffix or suffix in held.suffixes:
        return held, ()
    what = f"文件名的后缀是“{visible(suffix)}”，内容是{held.label}，按内容读入"
    return held, (Change(what, Where(name)),)


def _kind_of_bytes(data: bytes) -> str | None:
    """What the bytes say: a format's name, a key of `_OTHERS`, or None for what may be text."""
    from kjqb.importers.old_word import WordFormat, word_format

    head = data[:_HEAD]
    if head.startswith(_OLE) and _ENCRYPTED in data:
        return "docx"  # whose reader says what is the matter
    written = word_format(data)
    if written:
        return "docx" if written is WordFormat.DOCX else "doc"
    if head.startswith(_ZIP):
        return "docx" if _WORD_PART in data else "zip"
    if head.startswith(_OLE):
        return "ole"
    if head.lstrip(_BEFORE_PAGE).startswith(_PDF):
        return "pdf"
    return "html" if head.lstrip(_BEFORE_PAGE).lower().startswith(_PAGE) else None


def _not_taken(name: str, what: str, taken: list[str]) -> UnknownFormatError:
    hint = f"这一版可以导入{'、'.join(taken)}；请先另存为其中一种"
    return UnknownFormatError(f"不能导入{what}", where=Where(name), hint=hint)


def _source(received: Received) -> tuple[Source, tuple[Change, ...]]:
    """A file's text, and what is to be told of how it was decoded."""
    from kjqb.importers.decode import decoded
    from kjqb.model.source import Source

    found = decoded(received.data, received.name, received.encoding)
    told = _ENCODINGS.get(found.encoding, found.encoding.upper())
    source = Source(received.name, found.text)
    if found.encoding == "utf-8" or found.text.isascii():
        return source, ()
    return source, (Change(f"原文是{told}编码，存为UTF-8", Where(received.name)),)


def _plain_article(received: Received) -> ImportedArticle:
    from kjqb.importers.article import TextFormat, read_article

    source, told = _source(received)
    imported = read_article(source, TextFormat.PLAIN, title=received.title)
    return replace(imported, changes=(*told, *imported.changes))


def _markdown_article(received: Received) -> ImportedArticle:
    from kjqb.importers.article import TextFormat, read_article
    from kjqb.workspace import article_file as own_form

    source, told = _source(received)
    if own_form.has_front_matter(source):
        article = own_form.read_article(source, received.images)
        return ImportedArticle(article if received.title is None else _retitled(article, received.title), changes=told)
    imported = read_article(source, TextFormat.MARKDOWN, title=received.title, images=received.images)
    return replace(imported, changes=(*told, *imported.changes))


def _retitled(article: Article, title: str) -> Article:
    from kjqb.model.source import Passage, Source
    from kjqb.text.spans import Span

    return replace(article, title=Passage.verbatim(Source("--title", title), Span(0, len(title))).strip())


def _old_word_article(received: Received) -> ImportedArticle:
    imported = _word_article(_converted(received))
    return replace(imported, changes=(_told_conversion(received), *imported.changes))


def _old_word_issue(received: Received, setup: PageSetup) -> BackIssue:
    back = _word_issue(_converted(received), setup)
    return replace(back, changes=(_told_conversion(received), *back.changes))


def _converted(received: Received) -> Received:
    from kjqb.importers.old_word import docx_bytes

    return replace(received, data=docx_bytes(received.data, received.name))


def _told_conversion(received: Received) -> Change:
    return Change("由LibreOffice转成docx再读入，请与原文核对", Where(received.name))


def _page_article(received: Received) -> ImportedArticle:
    from kjqb.importers.html.read import read_html

    return read_html(
        received.data, received.name, title=received.title, encoding=received.encoding, images=received.images
    )


def _pdf_article(received: Received) -> ImportedArticle:
    from kjqb.importers.pdf.read import read_pdf

    return read_pdf(received.data, received.name, title=received.title)


def _pdf_issue(received: Received, setup: PageSetup) -> BackIssue:
    from kjqb.importers.pdf.read import read_pdf_issue

    return read_pdf_issue(received.data, received.name, setup)


def _text_issue(received: Received, setup: PageSetup) -> BackIssue:
    from kjqb.importers.back_issue import read_back_issue

    source, told = _source(received)
    back = read_back_issue(source, setup)
    return replace(back, changes=(*told, *back.changes))


def _word_article(received: Received) -> ImportedArticle:
    from kjqb.importers.docx.read import read_docx
    from kjqb.importers.docx.reading import Revisions

    return read_docx(received.data, received.name, title=received.title, revisions=Revisions(received.revisions))


def _word_issue(received: Received, setup: PageSetup) -> BackIssue:
    from kjqb.importers.docx.read import read_docx_issue
    from kjqb.importers.docx.reading import Revisions

    return read_docx_issue(received.data, received.name, setup, revisions=Revisions(received.revisions))


FORMATS = (
    Format("txt", "纯文本（txt）", (".txt", ".text"), _plain_article, _text_issue),
    Format("md", "Markdown（md）", (".md", ".markdown"), _markdown_article, _text_issue),
    Format("docx", "Word文件（docx）", (".docx", ".docm", ".dotx"), _word_article, _word_issue),
    Format("doc", "旧格式的Word文件（doc）", (".doc", ".dot", ".rtf", ".odt"), _old_word_article, _old_word_issue),
    Format("wps", "WPS文字（wps）", (".wps", ".wpt"), _old_word_article, _old_word_issue),
    Format("html", "网页（html）", (".html", ".htm"), _page_article, library="trafilatura", extra="web"),
    Format("pdf", "PDF文件", (".pdf",), _pdf_article, _pdf_issue, library="pypdfium2", extra="pdf"),
)
"""All formats that are known; one is taken in as what it has a reader for."""

_BY_NAME = {each.name: each for each in FORMATS}
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
