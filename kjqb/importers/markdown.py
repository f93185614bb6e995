"""Markdown from elsewhere (CommonMark with tables and footnotes, YAML front matter) to an article.

The text is kept; markup that an article has no place for is listed as a loss. Ordered lists are paragraphs that begin
with their numbers, as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kjqb.importers.contents_list import key
from kjqb.importers.list_levels import orderly
from kjqb.importers.numbered import may_be_title
from kjqb.importers.result import ImportedArticle, Loss, lost, quoted
from kjqb.model.article import (
    Article,
    Block,
    CellAlign,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Quote,
    Table,
    block_passages,
)
from kjqb.model.source import Passage, Source
from kjqb.text.marks import Mark, Tone
from kjqb.text.spans import Span
from kjqb.workspace.markdown import DEEPEST_LIST, cell_align, image_path
from kjqb.workspace.markdown_inline import Inline
from kjqb.workspace.markdown_syntax import foreign_parser, note_label, siblings
from kjqb.workspace.markdown_text import MarkdownText
from kjqb.workspace.pictures import PictureError, ReadImage, no_images, picture

if TYPE_CHECKING:
    from markdown_it.token import Token

_LOWEST = 4
"""Level of the lowest sub-heading."""

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<yaml>[A-Za-z_][\w-]*[ \t]*:.*\n(?:(?!---).*\n){0,200}?)---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"title[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<title>[^\n]*?)(?P=quote)[ \t]*")
_FENCE = re.compile(r"`{3,}.*|~{3,}.*")


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading as Markdown counts it: 1 for `#`."""

    level: int
    passage: Passage


_Part = _Section | Block


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a block."""

    bullets: int = 0
    """So many lists with bullets."""
    quoted: bool = False

    def block(self, passage: Passage) -> Block:
        """A paragraph in these surroundings; whoever reads the item says whether it opens it."""
        if self.quoted:
            return Quote(passage)
        return ListItem(min(self.bullets, DEEPEST_LIST), passage, opens=False) if self.bullets else Paragraph(passage)


def read_markdown(source: Source, *, title: str | None = None, images: ReadImage = no_images) -> ImportedArticle:
    """The article that a Markdown text is; `title` is the one that an option gives.

    Else the title is that of the front matter, or the one `#` that opens the text, or a first paragraph that has a
    title's form; its passage is empty where there is none. An image that cannot be read is a loss.
    """
    whole = MarkdownText(source, Span(0, len(source.text)))
    front = _FRONT.match(whole.text)
    start = whole.offset(front.end()) if front else 0
    reader = _Reader(MarkdownText(source, Span(start, len(source.text))), images)
    parts = list(reader.parts())
    losses = list(_front_losses(whole, front, keep_title=title is None)) if front else []
    named = _given(source, title) or (_front_title(whole, front) if front else None)
    found, body = _titled(parts, named)
    if found is None:
        found = whole.passage(0, 0)
    elif len(body) < len(parts) and key(_text(parts[0])) != key(found.text):
        losses += (lost(passage, "原来的题目{}未采用，也未留在正文里") for passage in _passages(parts[0]))
    blocks = tuple(orderly(_blocks(body)))
    notes = tuple(reader.notes(blocks))
    losses = sorted([*losses, *reader.losses], key=lambda loss: (loss.where.line or 0, loss.where.column or 0))
    article = Article(source.name, replace(found, marks=()), blocks, notes=notes)
    return ImportedArticle(article, losses=tuple(losses))


def _given(source: Source, title: str | None) -> Passage | None:
    return Passage.verbatim(Source(source.name, title), Span(0, len(title))).strip() if title else None


def _front_title(text: MarkdownText, front: re.Match[str]) -> Passage | None:
    for at, line in _front_lines(front):
        match = _TITLE.fullmatch(line)
        if match and match["title"]:
            return text.passage(at + match.start("title"), at + match.end("title"))
    return None


def _front_losses(text: MarkdownText, front: re.Match[str], *, keep_title: bool) -> Iterator[Loss]:
    for at, line in _front_lines(front):
        if line.strip() and not (keep_title and _TITLE.fullmatch(line)):
            yield lost(text.passage(at, at + len(line)).strip(), "开头信息{}未导入")


def _front_lines(front: re.Match[str]) -> Iterator[tuple[int, str]]:
    at = front.start("yaml")
    for line in front["yaml"].split("\n"):
        yield at, line
        at += len(line) + 1


def _passages(part: _Part) -> tuple[Passage, ...]:
    return (part.passage,) if isinstance(part, _Section) else block_passages(part)


def _text(part: _Part) -> str:
    return "".join(passage.text for passage in _passages(part))


def _titled(parts: Sequence[_Part], named: Passage | None) -> tuple[Passage | None, Sequence[_Part]]:
    """The title, and what follows it; a title that opens the text is not repeated in the body."""
    first = parts[0] if parts else None
    sections = [part for part in parts if isinstance(part, _Section) and part.level == 1]
    if isinstance(first, _Section) and first.level == 1 and len(sections) == 1:
        return named or first.passage, parts[1:]
    if named:
        repeated = isinstance(first, _Section | Paragraph) and key(first.passage.text) == key(named.text)
        return named, parts[1:] if repeated else parts
    if isinstance(first, Paragraph) and may_be_title(first.passage.text):
        return first.passage, parts[1:]
    return None, parts


def _blocks(parts: Sequence[_Part]) -> Iterator[Block]:
    """The blocks, the highest headings being those of `##`, or of `#` where there are several."""
    above = 0 if any(isinstance(part, _Section) and part.level == 1 for part in parts) else 1
    for part in parts:
        if isinstance(part, _Section):
            yield Heading(min(part.level - above, _LOWEST), part.passage)
        else:
            yield part


class _Reader:
    """A Markdown text on its way to blocks; losses gather as it is read."""

    def __init__(self, text: MarkdownText, images: ReadImage) -> None:
        self.losses: list[Loss] = []
        self._text = text
        self._images = images
        self._unset = 0
        """Code and breaks of lines so far."""
        self._refusal = ""
        """Why the image that comes next cannot be a figure."""
        self._number: Span | None = None
        """Of an item of an ordered list whose text has not come yet."""
        self._tokens = foreign_parser().parse(text.text)
        self._labels = {token.info for token in self._tokens if token.type == "footnote_open"}
        self._definitions: dict[str, tuple[Passage, ...]] = {}

    def parts(self) -> Iterator[_Part]:
        """The blocks, in order; footnotes left out."""
        yield from self._parts(self._tokens, _Around())
        if self._unset:
            self.losses.append(Loss(f"代码、换行等标记{self._unset}处未保留，文字照录", self._text.where(0)))

    def notes(self, blocks: Sequence[Block]) -> Iterator[Note]:
        """The footnotes that hang on the blocks, in the order of their marks; texts without a mark are lost."""
        marks = (mark for block in blocks for passage in block_passages(block) for mark in passage.marks)
        called = dict.fromkeys(mark.label for mark in marks if mark.tone is Tone.NOTE)
        for label in called:
            yield Note(label, self._definitions[label])
        for label, passages in self._definitions.items():
            if label not in called:
                self._lose_note(passages)

    def _parts(self, tokens: Sequence[Token], around: _Around) -> Iterator[_Part]:
        for opening, inner in siblings(tokens):
            match opening.type:
                case "paragraph_open":
                    yield from self._paragraph(inner[0], around)
                case "heading_open":
                    yield from self._heading(opening, inner[0])
                case "bullet_list_open":
                    yield from self._list(opening, inner, around)
                case "ordered_list_open":
                    yield from self._numbered(inner, around)
                case "blockquote_open":
                    yield from self._quote(opening, inner, around)
                case "table_open":
                    yield self._table(inner)
                case "footnote_open":
                    self._define(opening, inner)
                case "fence":
                    yield from self._code(opening)
                case _:
                    self.losses.append(lost(self._line((opening.map or [0])[0]), "分隔线{}未导入"))

    def _paragraph(self, inline: Token, around: _Around) -> Iterator[Block]:
        children = inline.children or []
        figure = self._figure(inline, children[0]) if [child.type for child in children] == ["image"] else None
        passage = self._passage(inline) if figure is None else None
        if figure:
            yield figure
        elif passage and (passage.text or passage.marks):
            yield around.block(passage)

    def _heading(self, opening: Token, inline: Token) -> Iterator[_Section]:
        passage = self._passage(inline)
        if passage.text or passage.marks:
            yield _Section(int(opening.tag[1]), passage)

    def _list(self, opening: Token, inner: Sequence[Token], around: _Around) -> Iterator[_Part]:
        within = replace(around, bullets=around.bullets + 1)
        if around.quoted:
            self._lose_form(opening, "引文里的列表改作段落，行首的项目符号未保留")
        elif within.bullets > DEEPEST_LIST:
            self._lose_form(opening, f"列表超过{DEEPEST_LIST}层，更深的并入第{DEEPEST_LIST}层")
        for _, tokens in siblings(inner):
            opens = True
            for part in self._parts(tokens, within):
                yield replace(part, opens=True) if opens and isinstance(part, ListItem) else part
                opens = False

    def _numbered(self, inner: Sequence[Token], around: _Around) -> Iterator[_Part]:
        for item, tokens in siblings(inner):
            label = item.info + item.markup
            at = self._text.text.index(label, self._text.line_start((item.map or [0])[0]))
            self._number = Span(at, at + len(label))
            yield from self._parts(tokens, around)
            if self._number:
                yield around.block(self._text.passage(at, at + len(label)))
            self._number = None

    def _quote(self, opening: Token, inner: Sequence[Token], around: _Around) -> Iterator[_Part]:
        if around.bullets:
            self._lose_form(opening, "列表里的引文改作列表里的段落")
        yield from self._parts(inner, around if around.bullets else replace(around, quoted=True))

    def _table(self, tokens: Sequence[Token]) -> Table:
        rows: list[tuple[Passage, ...]] = []
        cells: list[Passage] = []
        aligns: list[CellAlign | None] = []
        for token in tokens:
            if "surplus" in token.meta:
                at = token.meta["surplus"]
                rest = self._text.passage(at, self._text.line_start((token.map or [0])[0] + 1)).strip()
                self.losses.append(lost(rest, "比表头多出的单元格{}未导入"))
            if token.type == "th_open":
                aligns.append(cell_align(token))
            elif token.type == "inline":
                cell = self._passage(token)
                cells.append(replace(cell, marks=_tones(cell)))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Table(tuple(rows), tuple(aligns))

    def _figure(self, inline: Token, image: Token) -> Figure | None:
        """An image that stands alone; None where it cannot be read."""
        try:
            file = image_path(image)
            found = picture(file, self._images(file))
        except PictureError as error:
            self._refusal = error.what
            return None
        start = len("![")
        return Figure(found, self._inline(inline).within(start, start + len(image.content), image.children or []))

    def _define(self, opening: Token, inner: Sequence[Token]) -> None:
        """Keep the text of a footnote; of two with one label the second is lost."""
        parts = tuple(self._parts(inner, _Around()))
        passages = tuple(replace(passage, marks=_tones(passage)) for part in parts for passage in _passages(part))
        if opening.info in self._definitions:
            self._lose_note(passages)
        else:
            self._definitions[opening.info] = passages or (self._text.passage(*2 * [self._start(opening)]),)

    def _code(self, opening: Token) -> Iterator[Paragraph]:
        """The lines of code as they stand; fences are marks."""
        self._lose_form(opening, "代码块改作普通段落，一行一段")
        for row in range(*(opening.map or (0, 0))):
            line = self._line(row)
            if _FENCE.fullmatch(line.text):
                self.losses.append(lost(line, "代码标记{}未导入"))
            elif line.text:
                yield Paragraph(line)

    def _passage(self, token: Token) -> Passage:
        """The text of a paragraph, heading or cell, behind the number of its item."""
        number, self._number = self._number, None
        passage = self._inline(token).read(token.children or [])
        if number is None:
            return passage
        end = number.end
        while self._text.text[end : end + 1] in {" ", "\t"}:
            end += 1
        return Passage.join([self._text.passage(number.start, end), passage])

    def _inline(self, token: Token) -> Inline:
        return Inline(self._text, token.content, token.meta["places"], self._other)

    def _other(self, inline: Inline, token: Token) -> None:
        """Take what is neither text nor emphasis."""
        match token.type:
            case "footnote_ref" if note_label(token.markup) in self._labels:
                inline.note(token)
            case "footnote_ref":
                inline.put(inline.at + len(token.markup))
            case "hardbreak":
                self._unset += 1
                inline.break_line()
            case "code_inline":
                self._unset += 1
                inline.put_for(token.meta["end"], token.content)
            case "link_open":
                self._open_link(inline, token)
            case "link_close":
                inline.at = token.meta["end"]
            case "image":
                self._inner_image(inline, token)
            case _:
                raise AssertionError(token.type)

    def _open_link(self, inline: Inline, token: Token) -> None:
        if token.markup != "autolink":
            address = _address(token, "href")
            what = f"链接的地址{quoted(address)}未导入，文字照录"
            self.losses.append(Loss(what, self._text.where(inline.offset()), address))
        inline.at += 1

    def _inner_image(self, inline: Inline, token: Token) -> None:
        address, why = _address(token, "src"), self._refusal or "夹在文字里"
        self._refusal = ""
        what = f"图片{quoted(address)}未导入，只留下说明文字（{why}）"
        self.losses.append(Loss(what, self._text.where(inline.offset()), address))
        start = inline.at + len("![")
        caption = inline.within(start, start + len(token.content), token.children or [])
        inline.put_passage(token.meta["end"], caption)

    def _lose_form(self, token: Token, what: str) -> None:
        self.losses.append(Loss(what, self._text.where(self._start(token))))

    def _lose_note(self, passages: Sequence[Passage]) -> None:
        self.losses += (lost(passage, "脚注{}没有标记，或标在表格里，或标号重复，未导入") for passage in passages)

    def _start(self, token: Token) -> int:
        return self._text.line_start((token.map or [0])[0])

    def _line(self, row: int) -> Passage:
        start, end = self._text.line_start(row), self._text.line_start(row + 1)
        return self._text.passage(start, start + len(self._text.text[start:end].rstrip("\n"))).strip()


def _tones(passage: Passage) -> tuple[Mark, ...]:
    """The marks but for those of footnotes, which a footnote or a cell cannot bear."""
    return tuple(mark for mark in passage.marks if mark.tone is not Tone.NOTE)


def _address(token: Token, name: str) -> str:
    """Where a link or an image leads, and the title that it has besides."""
    title = str(token.attrs.get("title", ""))
    return unquote(str(token.attrs.get(name, ""))) + (f" {title}" if title else "")
