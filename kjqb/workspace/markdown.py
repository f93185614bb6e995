"""The body of an article: Markdown to blocks, each character with its place in the source.

CommonMark as markdown-it reads it, but for what an office's text would trip over: only `-` makes a list, and there is
no indented code, no underlined (setext) heading, no HTML and no link reference. The constructs that this version does
not set are recognized, so that they can be refused in words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NoReturn

from kjqb.errors import KjqbError, Where
from kjqb.model.article import Block, Heading, Paragraph
from kjqb.model.source import Passage, Piece, Source
from kjqb.text.characters import is_cjk
from kjqb.text.spans import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

HEADINGS = range(2, 6)
"""How many `#` a sub-heading has; one less is its level."""

_BLANKS = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n?|\n")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")


class UnsupportedMarkdownError(KjqbError):
    """Markup that this version cannot set."""

    slug = "markdown-unsupported"

    def __init__(self, kind: str, where: Where) -> None:
        name, hint = _UNSUPPORTED.get(kind, (f"“{kind}”标记", "改成普通段落"))
        super().__init__(f"正文里有{name}，这一版还不能排印", where=where, hint=hint)


_UNSUPPORTED = {
    "table_open": ("表格", "把表格改写成段落；若“|”是正文里的字符，写作“\\|”"),
    "bullet_list_open": ("列表", "若“-”是正文里的字符，写作“\\-”；否则去掉它，改成普通段落"),
    "blockquote_open": ("引用块", "若“>”是正文里的字符，写作“\\>”；否则去掉它，改成普通段落"),
    "fence": ("代码块", "若“```”或“~~~”是正文里的字符，在前面加“\\”；否则去掉它，改成普通段落"),
    "hr": ("分隔线", "若它是正文里的字符，在前面加“\\”；否则删去这一行"),
    "em_open": ("着重标记", "若“*”或“_”是正文里的字符，写作“\\*”或“\\_”；否则去掉它"),
    "strong_open": ("加粗标记", "若“*”或“_”是正文里的字符，写作“\\*”或“\\_”；否则去掉它"),
    "code_inline": ("代码标记", "若“`”是正文里的字符，写作“\\`”；否则去掉它"),
    "link_open": ("链接", "若“[”或“<”是正文里的字符，写作“\\[”或“\\<”；否则只留文字"),
    "image": ("图片", "去掉图片；若“!”和“[”是正文里的字符，写作“!\\[”"),
    "hardbreak": ("段内换行", "删去行末的反斜杠或两个以上的空格；要另起一段，就空一行"),
    "footnote": ("脚注", "把注释写进正文的括号里；若“[”是正文里的字符，写作“\\[”"),
    "heading": ("这一级标题", "题目写在开头的title里，小标题用“##”到“#####”；若“#”是正文里的字符，写作“\\#”"),
    "heading-empty": ("没有文字的小标题", "补上标题，或删去这一行；若“#”是正文里的字符，写作“\\#”"),
}
"""What a construct is called, and what to do about it."""


def read_blocks(source: Source, span: Span) -> tuple[Block, ...]:
    """The blocks of the body that stands in `span`, which begins a line.

    Raises UnsupportedMarkdownError at the first construct that cannot be set.
    """
    return tuple(_Body(source, span).blocks())


class _Body:
    """A body as markdown-it sees it, with LF for every line end, and the way back to the source."""

    def __init__(self, source: Source, span: Span) -> None:
        self.source = source
        self.start = span.start
        raw = source.text[span.start : span.end]
        self.text = _LINE_END.sub("\n", raw)
        self.shortened = [match.start() - rank for rank, match in enumerate(re.finditer("\r\n", raw))]
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def blocks(self) -> Iterator[Block]:
        tokens = _parser().parse(self.text)
        for rank, token in enumerate(tokens):
            if token.level or token.nesting < 0:
                continue
            start = self.block_start(token)
            if token.type == "heading_open":
                yield self.heading(token, tokens[rank + 1])
            elif token.type != "paragraph_open":
                self.refuse(token.type, start)
            elif tokens[rank + 1].content:
                yield Paragraph(self.passage(tokens[rank + 1], start))

    def heading(self, opening: Token, inline: Token) -> Heading:
        start = self.block_start(opening)
        marks = len(opening.markup)
        if marks not in HEADINGS:
            self.refuse("heading", start)
        if not inline.content:
            self.refuse("heading-empty", start)
        return Heading(marks - 1, self.passage(inline, start + marks))

    def passage(self, inline: Token, start: int) -> Passage:
        """The text of an inline token, whose content stands behind `start` with nothing but blanks between."""
        lines = list(self.lines(inline, self.text.index(inline.content, start)))
        return Passage.join(self.joined(lines))

    def lines(self, inline: Token, at: int) -> Iterator[Passage]:
        """One passage for each line of the source, without the blanks at either end."""
        parts: list[Passage] = []
        tokens = inline.children or []
        for token in tokens:
            if token.type == "softbreak":
                yield _line(parts)
                parts = []
                at = self.next_line(at)
            elif token.type in {"text", "text_special"}:
                extent = len(token.markup or token.content)
                self.look_for_footnote(token, at)
                parts.append(self.part(token.content, at, extent))
                at += extent
            else:
                self.refuse(token.type, at)
        yield _line(parts)

    def joined(self, lines: Iterable[Passage]) -> Iterator[Passage]:
        """The lines, and a blank between two that meet with Latin on both sides."""
        before: Passage | None = None
        for line in lines:
            if before and not (is_cjk(before.text[-1:] or "。") or is_cjk(line.text[:1] or "。")):
                yield Passage(" ", self.source, (Piece(0, 1, before.extent.span.end, 0),))
            yield line
            before = line

    def part(self, text: str, at: int, extent: int) -> Passage:
        assert extent != len(text) or self.text.startswith(text, at), f"{text!r} does not stand at {at}"
        return Passage(text, self.source, (Piece(0, len(text), self.offset(at), extent),))

    def next_line(self, at: int) -> int:
        match = _BREAK.match(self.text, at)
        assert match, f"no line ends at {at}"
        return match.end()

    def look_for_footnote(self, token: Token, at: int) -> None:
        match = _FOOTNOTE.search(token.content) if token.type == "text" else None
        if match:
            self.refuse("footnote", at + match.start())

    def refuse(self, kind: str, at: int) -> NoReturn:
        raise UnsupportedMarkdownError(kind, self.source.where(self.offset(at)))

    def block_start(self, token: Token) -> int:
        """Where a block begins, blanks before it aside."""
        assert token.map
        match = _BLANKS.match(self.text, self.line_starts[token.map[0]])
        assert match
        return match.end()

    def offset(self, at: int) -> int:
        """The offset in the source of one in the text."""
        return self.start + at + bisect_left(self.shortened, at)


def _line(parts: list[Passage]) -> Passage:
    """What stands in a line, without the blanks that Markdown leaves at its end."""
    line = Passage.join(parts)
    last = parts[-1]
    blanks = len(last.text) - len(last.text.rstrip(" \t")) if last.is_verbatim(0, len(last.text)) else 0
    return line.part(0, len(line.text) - blanks) if blanks else line


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes longer to load than an article to read

    parser = MarkdownIt("commonmark", {"html": False})
    parser.enable("table")
    parser.disable(["code", "lheading", "html_block", "html_inline", "reference", "text_join"])
    parser.block.ruler.at("list", _dashed_list, {"alt": ["paragraph", "reference", "blockquote"]})
    return parser


def _dashed_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule of lists, for `-` alone."""
    from markdown_it.rules_block import list_block

    first = state.bMarks[start] + state.tShift[start]
    return state.src.startswith("-", first) and list_block(state, start, end, silent)
