"""The body of an article: Markdown to blocks and footnotes, each character with its place in the source.

CommonMark with tables and footnotes as markdown-it reads it, but for what an office's text would trip over: only `-`
makes a list, and there is no indented code, no underlined (setext) heading, no HTML and no link reference. Constructs
that are not set are recognized, so that they can be refused in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import unquote

from kjqb.errors import KjqbError, Where
from kjqb.model.article import (
    Block,
    CellAlign,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.workspace.markdown_inline import Inline
from kjqb.workspace.markdown_syntax import article_parser, note_label, siblings
from kjqb.workspace.markdown_text import MarkdownText
from kjqb.workspace.pictures import PictureError, ReadImage, no_images, picture

if TYPE_CHECKING:
    from markdown_it.token import Token

HEADINGS = range(2, 6)
"""How many `#` a sub-heading has; one less is its level."""

DEEPEST_LIST = 3
"""So many lists may stand within each other."""

_INDENT = re.compile(r"[ \t]*")


class UnsupportedMarkdownError(KjqbError):
    """Markup that this version cannot set."""

    slug = "markdown-unsupported"

    def __init__(self, kind: str, where: Where) -> None:
        name, hint = _UNSUPPORTED.get(kind, (f"“{kind}”标记", "改成普通段落"))
        super().__init__(f"正文里有{name}，这一版还不能排印", where=where, hint=hint)


class FootnoteError(KjqbError):
    """A footnote whose mark and text do not go together."""

    slug = "bad-footnote"


_UNSUPPORTED = {
    "fence": ("代码块", "若“```”或“~~~”是正文里的字符，在前面加“\\”；否则去掉它，改成普通段落"),
    "hr": ("分隔线", "若它是正文里的字符，在前面加“\\”；否则删去这一行"),
    "code_inline": ("代码标记", "若“`”是正文里的字符，写作“\\`”；否则去掉它"),
    "link_open": ("链接", "若“[”或“<”是正文里的字符，写作“\\[”或“\\<”；否则只留文字"),
    "image": ("夹在文字里的图片", "让图片单独成段，前后各空一行；若“!”和“[”是正文里的字符，写作“!\\[”"),
    "image-title": ("带悬浮标题的图片", "删去图片路径后面引号里的文字；图题写在“![”和“]”之间"),
    "hardbreak": ("段内换行", "删去行末的反斜杠或两个以上的空格；要另起一段，就空一行"),
    "heading": ("这一级标题", "题目写在开头的title里，小标题用“##”到“#####”；若“#”是正文里的字符，写作“\\#”"),
    "heading-empty": ("空的小标题", "补上标题，或删去这一行；若“#”是正文里的字符，写作“\\#”"),
    "cell-surplus": ("比表头多的单元格", "删去多出的单元格，或给表头补上一列；若“|”是正文里的字符，写作“\\|”"),
    "item-empty": ("空的列表项", "补上文字，或删去这一行；若“-”是正文里的字符，写作“\\-”"),
    "list-deep": (f"超过{DEEPEST_LIST}层的列表", "减少列表的层次；若“-”是正文里的字符，写作“\\-”"),
    "in-list": ("列表里除段落以外的内容", "移到列表外面，前后各空一行，行首不留空格"),
    "in-quote": ("引文里除段落以外的内容", "移到引文外面；若“>”是正文里的字符，写作“\\>”"),
    "in-note": ("脚注里除段落以外的内容", "脚注的注文只写文字段落"),
}
"""What a construct is called, and what to do about it."""

_NO_NOTES = {
    "cell": ("表格里有脚注，这一版还不能排印", "把注文写成表格下面的一段，或把脚注标在表格前后的文字上"),
    "note": ("脚注里又有脚注", "把里面一条的注文写进外面一条"),
}
"""What is wrong where a footnote stands in what bears none, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a body holds."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    """In the order of their first places."""


def read_body(source: Source, span: Span, images: ReadImage = no_images) -> Body:
    """The blocks and footnotes of the body that stands in `span`, which begins a line.

    Raises UnsupportedMarkdownError, FootnoteError or PictureError at the first construct that cannot be set.
    """
    return _Body(source, span, images).read()


class _Body:
    """A body as it is read."""

    def __init__(self, source: Source, span: Span, images: ReadImage) -> None:
        self._text = MarkdownText(source, span)
        self._images = images
        self._calls: dict[str, int] = {}
        """The label of each footnote and the offset of its first mark."""
        self._inside = ""
        """In what it is that bears no footnotes; a key of `_NO_NOTES`."""

    def read(self) -> Body:
        tokens = article_parser().parse(self._text.text)
        blocks: list[Block] = []
        definitions: list[tuple[Token, Sequence[Token]]] = []
        for opening, inner in siblings(tokens):
            if opening.type == "footnote_open":
                definitions.append((opening, inner))
            else:
                blocks += self._blocks(opening, inner)
        return Body(tuple(blocks), tuple(self._notes(definitions)))

    def _blocks(self, opening: Token, inner: Sequence[Token]) -> Iterator[Block]:
        match opening.type:
            case "paragraph_open":
                yield from self._paragraph(inner[0])
            case "heading_open":
                yield self._heading(opening, inner[0])
            case "blockquote_open":
                yield from (Quote(passage) for passage in self._paragraphs(inner, "in-quote"))
            case "bullet_list_open":
                yield from self._items(inner, 1)
            case "table_open":
                yield self._table(inner)
            case _:
                self._refuse_block(opening.type, opening)

    def _paragraph(self, inline: Token) -> Iterator[Block]:
        children = inline.children or []
        if len(children) == 1 and children[0].type == "image":
            yield self._figure(inline, children[0])
        elif inline.content:
            yield Paragraph(self._passage(inline))

    def _heading(self, opening: Token, inline: Token) -> Heading:
        marks = len(opening.markup)
        if marks not in HEADINGS:
            self._refuse_block("heading", opening)
        if not inline.content:
            self._refuse_block("heading-empty", opening)
        return Heading(marks - 1, self._passage(inline))

    def _paragraphs(self, tokens: Sequence[Token], refused: str) -> Iterator[Passage]:
        """The texts of a container that holds nothing but paragraphs."""
        for opening, inner in siblings(tokens):
            if opening.type != "paragraph_open":
                self._refuse_block(refused, opening)
            if inner[0].content:
                yield self._passage(inner[0])

    def _items(self, tokens: Sequence[Token], level: int) -> Iterator[ListItem]:
        for item, inner in siblings(tokens):
            opens = True
            for opening, within in siblings(inner):
                if opening.type == "bullet_list_open" and not opens:
                    if level == DEEPEST_LIST:
                        self._refuse_block("list-deep", opening)
                    yield from self._items(within, level + 1)
                elif opening.type != "paragraph_open":
                    self._refuse_block("item-empty" if opening.type == "bullet_list_open" else "in-list", opening)
                elif within[0].content:
                    yield ListItem(level, self._passage(within[0]), opens)
                    opens = False
            if opens:
                self._refuse_block("item-empty", item)

    def _table(self, tokens: Sequence[Token]) -> Table:
        rows: list[tuple[Passage, ...]] = []
        cells: list[Passage] = []
        aligns: list[CellAlign | None] = []
        self._inside = "cell"
        for token in tokens:
            if "surplus" in token.meta:
                self._refuse("cell-surplus", token.meta["surplus"])
            if token.type == "th_open":
                aligns.append(cell_align(token))
            elif token.type == "inline":
                cells.append(self._passage(token))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        self._inside = ""
        return Table(tuple(rows), tuple(aligns))

    def _figure(self, inline: Token, image: Token) -> Figure:
        at = inline.meta["places"].offset(0)
        if image.attrs.get("title"):
            self._refuse("image-title", at)
        start = len("![")
        caption = self._inline(inline).within(start, start + len(image.content), image.children or [])
        return Figure(self._picture(image_path(image), at), caption)

    def _picture(self, file: str, at: int) -> Picture:
        try:
            return picture(file, self._images(file))
        except PictureError as error:
            raise PictureError(error.what, where=self._text.where(at), hint=error.hint) from error

    def _notes(self, definitions: Sequence[tuple[Token, Sequence[Token]]]) -> Iterator[Note]:
        """The footnotes in the order of their first marks.

        Raises FootnoteError where marks and texts do not answer each other.
        """
        self._inside = "note"
        notes: dict[str, Note] = {}
        for opening, inner in definitions:
            label = opening.info
            if label in notes:
                self._refuse_note(f"脚注“{label}”的注文写了两次", opening, "删去其中一处，或换一个标号")
            if label not in self._calls:
                self._refuse_note(
                    f"脚注“{label}”在正文里没有标记", opening, f"在正文要加注的地方写“[^{label}]”，或删去注文"
                )
            passages = tuple(self._paragraphs(inner, "in-note"))
            if not passages:
                self._refuse_note(f"脚注“{label}”没有注文", opening, "在冒号后面写上注文")
            notes[label] = Note(label, passages)
        for label, at in self._calls.items():
            if label not in notes:
                hint = f"另起一段写“[^{label}]: 注文”；若“[”是正文里的字符，写作“\\[”"
                raise FootnoteError(f"脚注“{label}”没有注文", where=self._text.where(at), hint=hint)
            yield notes[label]

    def _passage(self, inline: Token) -> Passage:
        return self._inline(inline).read(inline.children or [])

    def _inline(self, inline: Token) -> Inline:
        return Inline(self._text, inline.content, inline.meta["places"], self._other)

    def _other(self, inline: Inline, token: Token) -> None:
        if token.type != "footnote_ref":
            self._refuse(token.type, inline.offset())
        if self._inside:
            what, hint = _NO_NOTES[self._inside]
            raise FootnoteError(what, where=self._text.where(inline.offset()), hint=hint)
        self._calls.setdefault(note_label(token.markup), inline.offset())
        inline.note(token)

    def _refuse_note(self, what: str, opening: Token, hint: str) -> NoReturn:
        raise FootnoteError(what, where=self._text.where(self._start(opening)), hint=hint)

    def _refuse_block(self, kind: str, opening: Token) -> NoReturn:
        self._refuse(kind, self._start(opening))

    def _refuse(self, kind: str, at: int) -> NoReturn:
        raise UnsupportedMarkdownError(kind, self._text.where(at))

    def _start(self, token: Token) -> int:
        """Where a block's first line begins, blanks before it aside."""
        assert token.map
        match = _INDENT.match(self._text.text, self._text.line_start(token.map[0]))
        assert match
        return match.end()


def cell_align(token: Token) -> CellAlign | None:
    """What a table's header says of its column."""
    style = str(token.attrs.get("style", ""))
    return CellAlign(style.removeprefix("text-align:")) if style else None


def image_path(image: Token) -> str:
    """The path or address of an image, as meant."""
    return unquote(str(image.attrs.get("src", "")))
