"""Markdown from elsewhere (CommonMark with tables, YAML front matter) to an article of plain paragraphs and headings.

The text is kept, markup that an article has no place for is listed as a loss. Ordered lists are paragraphs that begin
with their numbers, as typed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kjqb.errors import Where
from kjqb.importers.contents_list import key
from kjqb.importers.lines import with_joints
from kjqb.importers.numbered import may_be_title
from kjqb.importers.result import ImportedArticle, Loss, lost, quoted
from kjqb.model.article import Article, Block, Heading, Paragraph
from kjqb.model.source import Passage, Piece, Source
from kjqb.text.spans import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?")

_LOWEST = 4
"""Level of the lowest sub-heading."""

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<yaml>[A-Za-z_][\w-]*[ \t]*:.*\n(?:(?!---).*\n){0,200}?)---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"title[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<title>[^\n]*?)(?P=quote)[ \t]*")
_FORMS = {
    "bullet_list_open": "列表改作段落，行首的项目符号未保留",
    "blockquote_open": "引用块改作普通段落",
    "fence": "代码块改作普通段落，一行一段",
    "table_open": "表格改作普通段落，一行一段",
}
"""What becomes of a block of another kind."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading as Markdown counts it: 1 for `#`."""

    level: int
    passage: Passage


_Part = _Section | Paragraph


def read_markdown(source: Source, *, title: str | None = None) -> ImportedArticle:
    """The article that a Markdown text is; `title` is the one that an option gives.

    Else the title is that of the front matter, or the one `#` that opens the text, or a first paragraph that has a
    title's form; its passage is empty where there is none.
    """
    text = _Text(source)
    front = _FRONT.match(text.text)
    reader = _Reader(text, front.end() if front else 0)
    parts = list(reader.parts())
    losses = [*(_front_losses(text, front, keep_title=title is None) if front else ()), *reader.losses]
    named = _given(source, title) or (_front_title(text, front) if front else None)
    found, body = _titled(parts, named)
    if found is None:
        found = text.passage(0, 0)
    elif len(body) < len(parts) and key(parts[0].passage.text) != key(found.text):
        losses.append(lost(parts[0].passage, "原来的题目{}未采用，也未留在正文里"))
    losses.sort(key=lambda loss: (loss.where.line or 0, loss.where.column or 0))
    return ImportedArticle(Article(source.name, found, tuple(_blocks(body))), losses=tuple(losses))


class _Text:
    """A text with LF for every line end, as markdown-it reads it, and the way back to the source."""

    def __init__(self, source: Source) -> None:
        self.text = _LINE_END.sub("\n", source.text)
        self._source = source
        self._shortened = [match.start() - rank for rank, match in enumerate(re.finditer("\r\n", source.text))]

    def passage(self, start: int, end: int) -> Passage:
        """A stretch of one line."""
        offset = self.offset(start)
        return Passage.verbatim(self._source, Span(offset, offset + end - start))

    def put(self, content: str, start: int, extent: int) -> Passage:
        """A text that stands for so many characters of a line."""
        return Passage(content, self._source, (Piece(0, len(content), self.offset(start), extent),))

    def where(self, at: int) -> Where:
        """The place in the file."""
        return self._source.where(self.offset(at))

    def offset(self, at: int) -> int:
        """The offset in the source of one in the text."""
        return at + bisect_left(self._shortened, at)


def _given(source: Source, title: str | None) -> Passage | None:
    return Passage.verbatim(Source(source.name, title), Span(0, len(title))).strip() if title else None


def _front_title(text: _Text, front: re.Match[str]) -> Passage | None:
    for at, line in _front_lines(front):
        match = _TITLE.fullmatch(line)
        if match and match["title"]:
            return text.passage(at + match.start("title"), at + match.end("title"))
    return None


def _front_losses(text: _Text, front: re.Match[str], *, keep_title: bool) -> Iterator[Loss]:
    for at, line in _front_lines(front):
        if line.strip() and not (keep_title and _TITLE.fullmatch(line)):
            yield lost(text.passage(at, at + len(line)).strip(), "开头信息{}未导入")


def _front_lines(front: re.Match[str]) -> Iterator[tuple[int, str]]:
    at = front.start("yaml")
    for line in front["yaml"].split("\n"):
        yield at, line
        at += len(line) + 1


def _titled(parts: Sequence[_Part], named: Passage | None) -> tuple[Passage | None, Sequence[_Part]]:
    """The title, and what follows it; a title that opens the text is not repeated in the body."""
    first = parts[0] if parts else None
    sections = [part for part in parts if isinstance(part, _Section) and part.level == 1]
    if isinstance(first, _Section) and first.level == 1 and len(sections) == 1:
        return named or first.passage, parts[1:]
    if named:
        repeated = first is not None and key(first.passage.text) == key(named.text)
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

    def __init__(self, text: _Text, start: int) -> None:
        self.losses: list[Loss] = []
        self._text = text
        self._marks = 0
        self._tokens = _parser().parse(text.text[start:])
        rows = re.finditer(r"\n|\Z", text.text[start:])
        self._lines = [start, *(start + match.end() for match in rows)]

    def parts(self) -> Iterator[_Part]:
        """The blocks, in order."""
        number: Span | None = None
        for rank, token in enumerate(self._tokens):
            if token.type in _FORMS:
                self._loss(token, _FORMS[token.type])
            if token.type == "list_item_open":
                number = self._number(token)
            elif token.type in {"fence", "table_open"}:
                yield from self._verbatim(token)
            elif token.type == "hr":
                self.losses.append(lost(self._line(token.map or [0]), "分隔线{}未导入"))
            elif token.type in {"heading_open", "paragraph_open"}:
                passage = self._inline(self._tokens[rank + 1], number)
                number = None
                if passage.text:
                    heading = token.type == "heading_open"
                    yield _Section(int(token.tag[1]), passage) if heading else Paragraph(passage)
        if self._marks:
            self.losses.append(Loss(f"加粗、着重、代码等标记{self._marks}处未保留，文字照录", self._text.where(0)))

    def _loss(self, token: Token, what: str) -> None:
        self.losses.append(Loss(what, self._text.where(self._lines[(token.map or [0])[0]])))

    def _number(self, token: Token) -> Span | None:
        """The number of an item of an ordered list."""
        if not token.info:
            return None
        label = token.info + token.markup
        at = self._text.text.find(label, self._lines[(token.map or [0])[0]])
        return Span(at, at + len(label))

    def _verbatim(self, token: Token) -> Iterator[Paragraph]:
        """The lines of a table or of code as they stand; fences and rules are marks."""
        first, last = token.map or (0, 0)
        for row in range(first, last):
            line = self._line([row])
            if re.fullmatch(r"[-|:\s]*|`{3,}.*|~{3,}.*", line.text):
                self.losses += [lost(line, "表格线或代码标记{}未导入")] if line.text else []
            else:
                yield Paragraph(line)

    def _line(self, rows: Sequence[int]) -> Passage:
        start, end = self._lines[rows[0]], self._lines[rows[0] + 1]
        return self._text.passage(start, start + len(self._text.text[start:end].rstrip("\n"))).strip()

    def _inline(self, token: Token, number: Span | None) -> Passage:
        """The text of a paragraph or heading, without markup, its lines joined."""
        inline = _Inline(self._text, self._lines[(token.map or [0])[0]])
        if number:
            inline.begin(number)
        for child in token.children or []:
            inline.take(child)
        self.losses += inline.losses
        self._marks += inline.marks
        lines = [line for line in inline.lines() if line.text]
        return Passage.join(with_joints(lines)) if lines else self._text.passage(inline.at, inline.at)


class _Inline:
    """The text between the marks of one paragraph, and the place where it goes on in the source."""

    def __init__(self, text: _Text, at: int) -> None:
        self.losses: list[Loss] = []
        self.marks = 0
        self.at = at
        self._text = text
        self._lines: list[list[Passage]] = [[]]

    def lines(self) -> Iterator[Passage]:
        """Its lines, without the blanks at their ends."""
        for parts in self._lines:
            if parts:
                yield Passage.join(parts).strip()

    def begin(self, number: Span) -> None:
        """Let the paragraph begin with the number of its item, and the blanks behind that."""
        self.at = number.end
        while self._text.text[self.at : self.at + 1] in {" ", "\t"}:
            self.at += 1
        self._lines[-1].append(self._text.passage(number.start, self.at))

    def take(self, token: Token) -> None:
        """Go on with the next token."""
        if token.type in {"softbreak", "hardbreak"}:
            self.marks += token.type == "hardbreak"
            self._lines.append([])
            self.at = self._text.text.find("\n", self.at) + 1 or self.at
        elif token.type == "image":
            self._image(token)
        elif token.type == "link_open" and token.markup != "autolink":
            address = _address(token, "href")
            where = self._text.where(self.at)
            self.losses.append(Loss(f"链接的地址{quoted(address)}未导入，文字照录", where, address))
        elif token.type == "link_close":
            self._skip_address()
        elif token.content:
            self.marks += token.type == "code_inline"
            self._put(token.content, token.markup if token.type == "text_special" else token.content)
        elif token.type.endswith("_open"):
            self.marks += token.type != "link_open"

    def _put(self, content: str, written: str) -> None:
        found = self._text.text.find(written, self.at)
        start, extent = (found, len(written)) if found >= 0 else (self.at, 0)
        self._lines[-1].append(self._text.put(content, start, extent))
        self.at = start + extent

    def _image(self, token: Token) -> None:
        address = _address(token, "src")
        where = self._text.where(max(self.at, self._text.text.find("![", self.at)))
        self.losses.append(Loss(f"图片{quoted(address)}未导入，只留下说明文字", where, address))
        if token.content:
            self._put(token.content, token.content)
        self._skip_address()

    def _skip_address(self) -> None:
        """Go on behind `](address)`."""
        text = self._text.text
        if not text.startswith("](", self.at):
            return
        from markdown_it.helpers import parseLinkDestination  # loaded when Markdown is read

        end = parseLinkDestination(text, self.at + 2, len(text)).pos
        self.at = max(text.find(")", end) + 1, self.at)


def _address(token: Token, name: str) -> str:
    """Where a link or an image leads, and the title that it has besides."""
    title = str(token.attrs.get("title", ""))
    return unquote(str(token.attrs.get(name, ""))) + (f" {title}" if title else "")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes longer to load than an article to read

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return parser.disable(["code", "html_block", "html_inline", "reference", "text_join"])
