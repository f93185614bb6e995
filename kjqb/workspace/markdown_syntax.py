"""markdown-it set up for a bulletin's texts: its rules, ours, and the places that its tokens do not tell.

Every `inline` token bears its `Places` in `meta["places"]`; links, images and code bear in `meta["end"]` the index in
their content at which they end; a table's row bears in `meta["surplus"]` the offset of the first cell too many.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kjqb.text.characters import is_cjk
from kjqb.workspace.markdown_text import BLANKS, Places, Stretch

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    BlockRule = Callable[[StateBlock, int, int, bool], bool]
    InlineRule = Callable[[StateInline, bool], bool]

_NOTE = re.compile(r"\[\^(?P<label>[^\[\]\s\\]+)\]")
_NOTE_TEXT = re.compile(_NOTE.pattern + r":[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPE_OF_BAR = re.compile(r"\\(?=\|)")
_INDENT_OF_NOTE = 4
_OFF = ["code", "html_block", "html_inline", "reference", "text_join"]
"""What an office's text would trip over."""


@cache
def article_parser() -> MarkdownIt:
    """CommonMark with tables and footnotes for articles: only `-` makes a list, and nothing underlined is a heading."""
    parser = _parser()
    parser.disable("lheading")
    parser.block.ruler.at("list", _dashed_list, {"alt": ["paragraph", "reference", "blockquote"]})
    return parser


@cache
def foreign_parser() -> MarkdownIt:
    """CommonMark with tables and footnotes as others write it."""
    return _parser()


def siblings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """The blocks of one level, each with the tokens inside it."""
    at = 0
    while at < len(tokens):
        opening = tokens[at]
        end = at
        if opening.nesting > 0:
            end = next(end for end in range(at + 1, len(tokens)) if tokens[end].level == opening.level)
        yield opening, tokens[at + 1 : end]
        at = end + 1


def note_label(written: str) -> str:
    """The label in the mark of a footnote."""
    match = _NOTE.fullmatch(written)
    assert match
    return match["label"]


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes longer to load than an article to read
    from markdown_it.rules_block import heading, lheading, paragraph, table
    from markdown_it.rules_inline import autolink, backtick, image, link

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(_OFF)
    block, inline = parser.block.ruler, parser.inline.ruler
    block.before("list", "footnote", _note_text, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.at("table", _with_cells(table), {"alt": ["paragraph", "reference"]})
    block.at("heading", _with_lines(heading), {"alt": ["paragraph", "reference", "blockquote"]})
    block.at("lheading", _with_lines(lheading))
    block.at("paragraph", _with_lines(paragraph))
    inline.before("link", "footnote_ref", _note_mark)
    inline.at("emphasis", _emphasis)
    for name, rule in (("link", link), ("image", image), ("autolink", _as_written(autolink)), ("backticks", backtick)):
        inline.at(name, _with_end(rule))
    return parser


def _dashed_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule of lists, for `-` alone."""
    from markdown_it.rules_block import list_block

    return state.src.startswith("-", _first(state, start)) and list_block(state, start, end, silent)


def _note_text(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^label]: text`, and what is indented below it."""
    match = _NOTE_TEXT.match(state.src, _first(state, start), state.eMarks[start])
    if not match or silent:
        return match is not None
    token = state.push("footnote_open", "", 1)
    token.map = lines = [start, start]
    token.info = match["label"]
    line = state.bMarks[start], state.tShift[start], state.sCount[start]
    state.blkIndent += _INDENT_OF_NOTE
    state.bMarks[start], state.tShift[start], state.sCount[start] = match.end(), 0, state.blkIndent
    state.md.block.tokenize(state, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start] = line
    state.blkIndent -= _INDENT_OF_NOTE
    lines[1] = state.line
    state.push("footnote_close", "", -1)
    return True


def _note_mark(state: StateInline, silent: bool) -> bool:
    """`[^label]`."""
    match = _NOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.markup = match[0]
    state.pos = match.end()
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule, but for `*` beside Chinese: `**甲。**乙` is strong, though no blank parts the sentences."""
    from markdown_it.rules_inline import emphasis

    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    if state.src[start] == "*":
        before = state.src[start - 1] if start else " "
        after = state.src[state.pos] if state.pos < state.posMax else " "
        for delimiter in state.delimiters[start - state.pos :]:
            delimiter.open = _flanks(after, before)
            delimiter.close = _flanks(before, after)
    return True


def _flanks(inner: str, outer: str) -> bool:
    """Whether stars between the two characters may belong to the inner one (CommonMark 0.31, 6.2).

    Chinese marks count as letters, and Chinese text outside as a blank does.
    """
    if inner.isspace():
        return False
    return not _is_mark(inner) or outer.isspace() or _is_mark(outer) or is_cjk(outer)


def _is_mark(character: str) -> bool:
    from markdown_it.common.utils import isMdAsciiPunct, isPunctChar

    if isMdAsciiPunct(ord(character)):
        return True
    return isPunctChar(character) and not is_cjk(character)


def _with_end(rule: InlineRule) -> InlineRule:
    """The rule, telling where what it found ends."""

    def run(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, silent)
        if len(state.tokens) > before and state.tokens[-1].type in _ENDED:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return run


def _as_written(autolink: InlineRule) -> InlineRule:
    """The rule of `<address>`, leaving the address as it stands."""

    def run(state: StateInline, silent: bool) -> bool:
        start = state.pos
        found = autolink(state, silent)
        if found and not silent:
            state.tokens[-2].content = state.src[start + 1 : state.pos - 1]
        return found

    return run


_ENDED = {"link_close", "image", "code_inline"}


def _with_lines(rule: BlockRule) -> BlockRule:
    """The rule of a paragraph or heading, telling where its content stands."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            opening, inline, _ = state.tokens[before:]
            assert inline.map
            marks = len(opening.markup) if opening.markup.startswith("#") else 0
            firsts = [_first(state, line) for line in range(*inline.map)]
            firsts[0] += marks
            inline.meta["places"] = Places(_line_stretches(state, inline, firsts))
        return found

    return run


def _line_stretches(state: StateBlock, inline: Token, firsts: Sequence[int]) -> list[Stretch]:
    """The lines of a content, from the first that is not blank."""
    assert inline.map
    contents = inline.content.split("\n")
    lines = list(zip(firsts, range(*inline.map), strict=True))
    skipped = 0
    while contents[0] not in state.src[lines[skipped][0] : state.eMarks[lines[skipped][1]]]:
        skipped += 1
    made: list[Stretch] = []
    at = 0
    for content, (first, _) in zip(contents, lines[skipped:], strict=False):
        bare = content.lstrip(" \t")
        offset = first if made else state.src.index(bare, first)
        made.append(Stretch(at + len(content) - len(bare), offset, len(bare)))
        at += len(content) + 1
    return made


def _with_cells(rule: BlockRule) -> BlockRule:
    """The rule of a table, telling where the cells stand."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            _place_cells(state, state.tokens[before:])
        return found

    return run


def _place_cells(state: StateBlock, tokens: Sequence[Token]) -> None:
    row: Token | None = None
    cells: deque[tuple[int, int]] = deque()
    for token in tokens:
        if token.type == "tr_open":
            assert token.map
            row, cells = token, _cells(state, token.map[0])
        elif token.type == "inline":
            start, end = cells.popleft() if cells else _end_of_row(state, row)
            token.meta["places"] = Places(_cell_stretches(state.src, token.content, start, end))
        elif token.type == "tr_close" and row and cells:
            row.meta["surplus"] = cells[0][0]


def _cells(state: StateBlock, line: int) -> deque[tuple[int, int]]:
    """Start and end of each cell of a row."""
    start, end = _first(state, line), state.eMarks[line]
    bars = [match.start() for match in _BAR.finditer(state.src, start, end)]
    cells = list(zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True))
    if bars and bars[0] == start:
        del cells[0]
    if bars and not state.src[slice(*cells[-1])].strip(BLANKS):
        del cells[-1]
    return deque(cells)


def _end_of_row(state: StateBlock, row: Token | None) -> tuple[int, int]:
    assert row
    assert row.map
    end = state.eMarks[row.map[0]]
    return end, end


def _cell_stretches(text: str, content: str, start: int, end: int) -> list[Stretch]:
    """The stretches of a cell; before every `|` in it a backslash is left out."""
    if not content:
        return [Stretch(0, start, 0)]
    first = text.index("\\|" if content[0] == "|" else content[0], start)
    made: list[Stretch] = []
    at = 0
    for part in _ESCAPE_OF_BAR.split(text[first:end]):
        if at < len(content):
            made.append(Stretch(at, first, min(len(part), len(content) - at)))
        at += len(part)
        first += len(part) + 1
    return made


def _first(state: StateBlock, line: int) -> int:
    """Where a line's text begins, within the blocks around it."""
    return state.bMarks[line] + state.tShift[line]
