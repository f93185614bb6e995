"""An article as the text of its file: what `read_article` reads back as the same article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjqb.model.article import Article, Block, Origin, Paragraph
from kjqb.workspace.article_file import FENCE
from kjqb.workspace.write_toml import toml_key, toml_string, toml_strings

_INLINE = re.compile(
    r"""
    (?P<end>[\n\r])                      # would end the line
    | \\(?=[!-/:-@\[-`{-~]|\Z)           # a backslash that would escape something, or break the line
    | [*_`]                              # emphasis, code
    | <(?=[^<>\x00-\x20]*>)              # <address>
    | &(?=\#?[A-Za-z0-9]+;)              # a character by name or number
    | \[                                 # a link or a footnote, if what follows makes it one
    """,
    re.VERBOSE,
)
_BLOCK = re.compile(r"\#{1,6}(?=[ \t]|\Z)|>|-(?=[ \t]|\Z|(?:[ \t]*-){2,}[ \t]*\Z)|~(?=~~)")
"""What a paragraph's first characters would make a block of another kind."""

_BLANKS = "\t\n\f\r \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
"""What readers of Markdown trim from both ends of a block, and can be named by number. (A vertical tab cannot.)"""

_LINE_ENDS = re.compile(r"[\r\n]+")
_CLOSING_MARKS = re.compile(r"(?:(?<=[ \t])|^)\#+\Z")
"""What would close a heading and not be part of it."""


def article_text(article: Article) -> str:
    """The file's text: front matter, then the blocks, each in a line of its own; blocks without text are left out."""
    blocks = [_block(block) for block in article.blocks if block.passage.text]
    header = "\n".join(_front_matter(article))
    return "\n\n".join([f"{FENCE}\n{header}\n{FENCE}", *blocks]) + "\n"


def escaped(text: str) -> str:
    """A paragraph's text with all that Markdown would take for markup escaped; no line end is left in it."""
    start, body, end = _bare(text)
    marks = _BLOCK.match(body) if not start else None
    return _numbered(start) + ("\\" if marks else "") + _escaped_inline(body) + _numbered(end)


def _front_matter(article: Article) -> Iterator[str]:
    yield f"title = {toml_string(_LINE_ENDS.sub(' ', article.title.text).strip())}"
    if article.section:
        yield f"section = {toml_string(article.section)}"
    for name in ("regions", "keywords", "authors"):
        if values := getattr(article, name):
            yield f"{name} = {toml_strings(values)}"
    yield from ("", "[source]", *_origin(article.origin))
    if article.readings:
        yield from ("", "[sort]")
        yield from (f"{toml_key(word)} = {toml_string(reading)}" for word, reading in article.readings.items())
    for ignore in article.ignores:
        yield from ("", "[[ignore]]", f"code = {toml_string(ignore.code)}")
        if ignore.text:
            yield f"text = {toml_string(ignore.text)}"
        yield f"reason = {toml_string(ignore.reason)}"


def _origin(origin: Origin) -> Iterator[str]:
    for name in ("name", "url"):
        if text := getattr(origin, name):
            yield f"{name} = {toml_string(text)}"
    if origin.date:
        yield f"date = {origin.date.isoformat()}"
    for name in ("file", "sha256"):
        if text := getattr(origin, name):
            yield f"{name} = {toml_string(text)}"
    yield f"licence = {toml_string(origin.licence.value)}"


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return escaped(block.passage.text)
    start, body, end = _bare(block.passage.text)
    inline = _CLOSING_MARKS.sub(lambda match: "\\" + match[0], _escaped_inline(body))
    return f"{'#' * (block.level + 1)} {_numbered(start)}{inline}{_numbered(end)}"


def _bare(text: str) -> tuple[str, str, str]:
    """The blanks before a text, the text, and the blanks behind it."""
    body = text.strip(_BLANKS)
    start = len(text) - len(text.lstrip(_BLANKS)) if body else 0
    return text[:start], body, text[start + len(body) :]


def _escaped_inline(text: str) -> str:
    last_link = text.rfind("](")

    def escape(match: re.Match[str]) -> str:
        if match["end"]:
            return _numbered(match[0])
        if match[0] == "[" and match.start() > last_link and not text.startswith("[^", match.start()):
            return "["
        return "\\" + match[0]

    return _INLINE.sub(escape, text)


def _numbered(text: str) -> str:
    """Each character by its number, which no reader trims."""
    return "".join(f"&#{ord(character)};" for character in text)
