"""A PDF to an article, or to the text of a whole issue."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kjqb.errors import KjqbError, Where
from kjqb.external.pdf import PaintedPage, painted_pages
from kjqb.importers.back_issue import BackIssue, read_back_issue
from kjqb.importers.contents_list import key
from kjqb.importers.lines import with_joints
from kjqb.importers.numbered import LONGEST_TITLE, heading_level, may_be_heading, may_be_title
from kjqb.importers.pdf.furniture import Furnished, take_out
from kjqb.importers.pdf.paragraphs import Measure, PdfParagraph, measure, paragraphs
from kjqb.importers.pdf.rows import UNKNOWN, PdfLine, common, lines
from kjqb.importers.result import Change, ImportedArticle, Loss, quoted
from kjqb.model.article import Article, Block, Heading, Paragraph
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span

MAX_PAGES = 500
MAX_CHARACTERS = 700_000
"""As many as an article's file takes (kjqb.workspace.files)."""

_SCANNED = 0.5
"""Share of a page that an image covers where the page is a scan."""
_FEW = 20
"""So many characters a scanned page may have: a folio, a stamp of the scanner."""
_UNKNOWN_SHARE = 0.02
_COLUMN, _COLUMN_ROWS, _COLUMN_SHARE = 8, 8, 0.4
"""Characters in both parts of a row, rows, and share of a page's rows by which a page has two columns."""
_LARGE, _LARGER = 1.15, 1.08
"""Sizes, in that of the text, of titles and of sub-headings."""
_TITLE_WITHIN = 8
"""Among so many paragraphs the title is looked for."""


class ScannedPdfError(KjqbError):
    """A PDF whose pages are images."""

    slug = "scanned-pdf"


class GarbledPdfError(KjqbError):
    """A PDF from which the text does not come out in order: characters without a code, columns."""

    slug = "garbled-pdf"


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF, page numbers and running heads left out."""

    source: Source
    """A line for each paragraph, parted by blank lines; what page turns have cut is whole."""
    joins: tuple[int, ...]
    """The offsets in the source at which page turns were mended."""
    losses: tuple[Loss, ...]
    changes: tuple[Change, ...]

    def joined(self, articles: Sequence[Article]) -> tuple[int, ...]:
        """For each of the articles that were made of the text the page turns mended in it."""
        spans = ([passage.extent.span for passage in article.passages] for article in articles)
        return tuple(sum(span.start < at < span.end for at in self.joins for span in each) for each in spans)


@dataclass(frozen=True, slots=True)
class _Read:
    """The paragraphs of a file, and what was done to them."""

    found: tuple[PdfParagraph, ...]
    area: Measure
    text: PdfText
    starts: tuple[int, ...]
    """Where each paragraph begins in the text."""

    def passage(self, rank: int) -> Passage:
        """A paragraph as a passage."""
        start = self.starts[rank]
        end = self.starts[rank + 1] - 2 if rank + 1 < len(self.starts) else len(self.text.source.text)
        return Passage.verbatim(self.text.source, Span(start, end))

    def is_large(self, rank: int) -> bool:
        """Whether a paragraph is set in the type of titles."""
        paragraph = self.found[rank]
        return paragraph.size >= _LARGE * self.area.size and paragraph.lines[0].page == self.found[0].lines[0].page


def read_pdf(data: bytes, name: str, *, title: str | None = None) -> ImportedArticle:
    """The article of a PDF; `title` is the one that an option gives.

    Else the title is what the first paragraphs have in the largest type, or a first line with a title's form.
    Raises ToolMissingError, UnreadablePdfError, LargePdfError, ScannedPdfError and GarbledPdfError.
    """
    read = _read(data, name)
    found = _title_of(read)
    rest = [rank for rank in range(len(read.found)) if rank not in found]
    if title:
        named = Passage.verbatim(Source(name, title), Span(0, len(title))).strip()
        if found and key("".join(read.passage(rank).text for rank in found)) != key(title):
            rest = list(range(len(read.found)))
    elif found:
        named = _joined([read.passage(rank) for rank in found])
    else:
        named = Passage.verbatim(read.text.source, Span(0, 0))
    changes = list(read.text.changes)
    blocks = tuple(_block(read, rank, changes) for rank in rest)
    return ImportedArticle(Article(name, named, blocks), len(read.text.joins), read.text.losses, tuple(changes))


def read_pdf_lines(data: bytes, name: str) -> PdfText:
    """The text of a PDF as `kjqb.importers.loose` and `back_issue` take it.

    Raises what `read_pdf` raises.
    """
    return _read(data, name).text


def read_pdf_issue(data: bytes, name: str, setup: PageSetup) -> BackIssue:
    """The back issue that a PDF is; `setup` is the page whose breaks are mended where the PDF does not show them.

    Raises what `read_pdf` raises, NotAnIssueError and BadIssueNumberError.
    """
    text = read_pdf_lines(data, name)
    back = read_back_issue(text.source, setup)
    starts = [article.title.extent.span.start for article in back.issue.articles]
    owners = Counter(max(bisect_right(starts, join) - 1, 0) for join in text.joins)
    return replace(
        back,
        joined=tuple(joined + owners[rank] for rank, joined in enumerate(back.joined)),
        losses=(*text.losses, *back.losses),
        changes=(*text.changes, *back.changes),
    )


def _read(data: bytes, name: str) -> _Read:
    pages = painted_pages(data, name, MAX_PAGES, MAX_CHARACTERS)
    _refuse_scans(pages, name)
    every = tuple(lines(tuple(page.rows for page in pages)))
    _refuse_garbled(every, name)
    furnished = take_out(every, len(pages), measure(every)) if every else Furnished((), (), ())
    if not furnished.text:
        raise ScannedPdfError("这个PDF文件里没有文字", where=Where(name), hint=_OCR)
    area = measure(furnished.text)
    found = tuple(paragraphs(furnished.text, area))
    return _Read(found, area, *_composed(found, furnished, pages, name))


_OCR = "用文字识别（OCR）软件转成Word文件并校对，再导入"


def _refuse_scans(pages: Sequence[PaintedPage], name: str) -> None:
    """Refuse a file with a page that is an image."""
    for number, page in enumerate(pages, 1):
        if page.image_share >= _SCANNED and sum(map(len, page.rows)) <= _FEW:
            raise ScannedPdfError(f"第{number}页是扫描的图像，没有文字", where=Where(name), hint=_OCR)


def _refuse_garbled(every: Sequence[PdfLine], name: str) -> None:
    """Refuse a text with many characters that have no code, and columns."""
    count = sum(len(line.text) for line in every)
    hint = "用Word或WPS打开这个PDF，另存为docx并校对，再导入"
    if sum(line.text.count(UNKNOWN) for line in every) > _UNKNOWN_SHARE * count:
        raise GarbledPdfError("这个PDF没有写明文字的编码，读出来是乱码", where=Where(name), hint=hint)
    for page, group in groupby(every, key=lambda line: line.page):
        on_page = list(group)
        wide = [line for line in on_page if line.cells == 2 and min(line.longest_cells) >= _COLUMN]
        if len(wide) >= max(_COLUMN_ROWS, _COLUMN_SHARE * len(on_page)):
            raise GarbledPdfError(f"第{page}页是分栏排的，读不准先后次序", where=Where(name), hint=hint)


def _composed(
    found: Sequence[PdfParagraph], furnished: Furnished, pages: Sequence[PaintedPage], name: str
) -> tuple[PdfText, tuple[int, ...]]:
    """The text, and where each paragraph begins in it."""
    parts: list[str] = []
    starts: list[int] = []
    joins: list[int] = []
    at = radicals = 0
    for paragraph in found:
        starts.append(at)
        text = ""
        for before, line in zip([None, *paragraph.lines], paragraph.lines, strict=False):
            piece, count = common(line.text.replace("\t", "　"))
            radicals += count
            text += _blank(text, piece) + piece
            if before is not None and line.page != before.page:
                joins.append(at + len(text) - len(piece))
        parts.append(text)
        at += len(text) + 2
    source = Source(name, "\n\n".join(parts))
    shifted = sum(line.shifted for paragraph in found for line in paragraph.lines)
    counted = ((radicals, "部首符号{}个改为相应的汉字"), (shifted, "上标、下标的数字{}个改用上标、下标字符"))
    changes = tuple(Change(what.format(count), Where(name)) for count, what in counted if count)
    losses = tuple(_losses(found, starts, source, furnished, pages))
    return PdfText(source, tuple(joins), losses, changes), tuple(starts)


def _blank(before: str, after: str) -> str:
    """What belongs between two lines: a blank where both sides are Latin and no hyphen parts them."""
    if not before or before.endswith("-"):
        return ""
    return " " if before[-1].isascii() and after[0].isascii() else ""


def _losses(
    found: Sequence[PdfParagraph],
    starts: Sequence[int],
    source: Source,
    furnished: Furnished,
    pages: Sequence[PaintedPage],
) -> Iterator[Loss]:
    """All that is not in the text, and the forms that it has lost."""
    everywhere = Where(source.name)
    if furnished.folios:
        text = "".join(line.text for line in furnished.folios)
        yield Loss(f"原来版面的页码{len(furnished.folios)}处未导入", everywhere, text)
    for head, group in groupby(sorted(furnished.heads, key=lambda line: line.text), key=lambda line: line.text):
        alike = list(group)
        yield Loss(f"页眉、页脚{quoted(head)}{len(alike)}处未导入", everywhere, "".join(line.text for line in alike))
    for number, page in enumerate(pages, 1):
        if page.slanted.strip():
            text = "".join(page.slanted.split())
            yield Loss(f"第{number}页斜排、竖排的文字（如水印）{quoted(text)}未导入", everywhere, text)
        if page.images:
            yield Loss(f"第{number}页的图片{page.images}幅未导入", everywhere)
    for start, paragraph in zip(starts, found, strict=True):
        where = source.where(start)
        unknown = sum(line.text.count(UNKNOWN) for line in paragraph.lines)
        if unknown:
            what = f"第{paragraph.lines[0].page}页有{unknown}个字在PDF里没有编码，以“{UNKNOWN}”代替，请对照原件补上"
            yield Loss(what, where)
        if any(line.cells > 1 for line in paragraph.lines):
            yield Loss(f"第{paragraph.lines[0].page}页的一行分成几格，表格的格式未保留", where)


def _title_of(read: _Read) -> tuple[int, ...]:
    """The ranks of the paragraphs that are the title's lines."""
    first = range(min(_TITLE_WITHIN, len(read.found)))
    large = [rank for rank in first if read.is_large(rank)]
    if large:
        size = max(read.found[rank].size for rank in large)
        start = next(rank for rank in large if read.found[rank].size == size)
        end = start
        while end in large and abs(read.found[end].size - size) < 0.5:
            end += 1
        return tuple(range(start, end))
    text = read.passage(0).text
    return (0,) if len(text) <= LONGEST_TITLE and may_be_title(text) and len(read.found) > 1 else ()


def _joined(passages: Sequence[Passage]) -> Passage:
    return Passage.join(with_joints(passages))


def _block(read: _Read, rank: int, changes: list[Change]) -> Block:
    passage = read.passage(rank)
    level = heading_level(passage.text)
    if level:
        return Heading(level, passage)
    if read.found[rank].size >= _LARGER * read.area.size and may_be_heading(passage.text):
        changes.append(Change(f"字号较大的一行{quoted(passage.text)}作为小标题", passage.extent.where))
        return Heading(1, passage)
    return Paragraph(passage)
