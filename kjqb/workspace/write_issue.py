"""issue.toml: the text of a new one, and changes to the list of articles that leave the rest alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.model.issue import IssueId
from kjqb.model.source import Source
from kjqb.text.spans import Edit, Span, apply_edits
from kjqb.workspace.bulletin_file import COLON
from kjqb.workspace.schema import FORMAT
from kjqb.workspace.toml_document import TomlDocument, read_toml
from kjqb.workspace.write_toml import toml_key, toml_lines, toml_string, toml_strings

_COMMENT = re.compile(r"[ \t]*,?[ \t]*(?P<comment>#[^\r\n]*)?")
_COMMA_BEHIND = re.compile(r"[ \t]*,[ \t]*")
_COMMA_BEFORE = re.compile(r",[ \t]*\Z")
_INDENT = "    "


class ChangedElsewhereError(KjqbError):
    """A changed list of articles that would have changed more; our fault, and nothing was written."""

    slug = "changed-elsewhere"
    exit_code = ExitCode.INTERNAL

    def __init__(self, name: str) -> None:
        hint = "这是程序的缺陷，文件未作任何改动；请把它报告给我们，并先手工修改articles"
        super().__init__("改动文章次序时会改到别处，已放弃", where=Where(name), hint=hint)


@dataclass(frozen=True, slots=True)
class NewIssue:
    """What issue.toml is to say of an issue; empty where kjqb.toml says it."""

    id: IssueId
    date: date | None = None
    whole_number: int | None = None
    articles: tuple[str, ...] = ()
    title: str = ""
    office: str = ""
    colophon: tuple[str, ...] = ()
    """Lines as printed."""
    printed: Mapping[str, int] = field(default_factory=dict)


def issue_text(issue: NewIssue) -> str:
    """The text of issue.toml for it."""
    return "\n".join(_lines(issue)) + "\n"


def relisted(source: Source, names: Sequence[str]) -> str:
    """The text of issue.toml with these articles in this order; each item keeps its comments, all else stays.

    The page of an article that is no longer listed goes from `[printed]`; comments above it in the list stay.
    Raises TomlSyntaxError.
    """
    document = read_toml(source)
    text = apply_edits(source.text, [_list_edit(document, names)])
    for name in _printed(document).keys() - set(names):
        text = apply_edits(text, [_printed_edit(read_toml(Source(source.name, text)), name)])
    if not _same_otherwise(document, read_toml(Source(source.name, text)), names):
        raise ChangedElsewhereError(source.name)
    return text


def with_printed(source: Source, name: str, page: int) -> str:
    """The text of issue.toml with the page that an article was printed on; all else stays.

    Raises TomlSyntaxError.
    """
    document = read_toml(source)
    text = apply_edits(source.text, [_new_printed_edit(document, f"{toml_key(name)} = {page}")])
    wanted = {**document.data, "printed": {**_printed(document), name: page}}
    if read_toml(Source(source.name, text)).data != wanted:
        raise ChangedElsewhereError(source.name)
    return text


def _lines(issue: NewIssue) -> Iterator[str]:
    yield f"format = {FORMAT}"
    yield f"year = {issue.id.year}"
    yield f"number = {issue.id.number}"
    if issue.date:
        yield f"date = {issue.date.isoformat()}"
    if issue.whole_number:
        yield f"whole-number = {issue.whole_number}"
    yield f"articles = {toml_lines(issue.articles)}"
    if issue.title or issue.office:
        yield from ("", "[masthead]")
    if issue.title:
        yield f"title = {toml_string(issue.title)}"
    if issue.office:
        yield f"office = {toml_string(issue.office)}"
    if issue.colophon:
        yield from ("", "[colophon]", "lines = [")
        yield from (f"{_INDENT}{toml_strings(_strings(line))}," for line in issue.colophon)
        yield "]"
    if issue.printed:
        yield from ("", "[printed]")
        yield from (f"{toml_key(name)} = {page}" for name, page in issue.printed.items())


def _strings(line: str) -> tuple[str, ...]:
    """A printed line as the strings that are printed so again."""
    label, colon, rest = line.partition(COLON)
    return (label, rest) if colon and label and rest and COLON not in rest else (line,)


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of the list as written."""

    literal: str
    above: tuple[str, ...] = ()
    """The comments and empty lines before it."""
    beside: str = ""
    """The comment behind it."""


def _list_edit(document: TomlDocument, names: Sequence[str]) -> Edit:
    text = document.source.text
    line_end = "\r\n" if "\r\n" in text else "\n"
    place = document.places.get(("articles",))
    if place is None:
        at = _end_of_top(document)
        written = f"articles = {toml_lines(names)}\n".replace("\n", line_end)
        return Edit(Span(at, at), written if text[:at].endswith("\n") or not at else line_end + written)
    items, below = _items(document)
    lines: list[str] = []
    kept: list[str] = []
    for name in [each for each in items if each not in names]:
        kept += items[name].above
    for name in names:
        item = items.get(name, _Item(toml_string(name)))
        lines += (*item.above, f"{item.literal},{'  ' if item.beside else ''}{item.beside}")
    lines += (line for line in (*kept, *below) if line)
    body = "".join(f"{_INDENT}{line}{line_end}" if line else line_end for line in lines)
    return Edit(place.value, f"[{line_end}{body}]" if body else "[]")


def _items(document: TomlDocument) -> tuple[dict[str, _Item], tuple[str, ...]]:
    """The items by name, and the comments after the last."""
    source, listed = document.source, document.data["articles"]
    assert isinstance(listed, list)
    whole = document.places[("articles",)].value
    items: dict[str, _Item] = {}
    at = whole.start + 1
    for rank, name in enumerate(listed):
        span = document.places[("articles", rank)].value
        match = _COMMENT.match(source.text, span.end, whole.end)
        assert match
        above = _comments(source.text[at : span.start])
        items[name] = _Item(source.text[span.start : span.end], above, match["comment"] or "")
        at = match.end()
    return items, _comments(source.text[at : whole.end - 1])


def _comments(between: str) -> tuple[str, ...]:
    """The comments in what stands between two items, and the empty lines before and among them."""
    lines = [line.strip().lstrip(",").strip() for line in between.split("\n")]
    return tuple(lines[1:-1]) if not lines[0] else (lines[0], *lines[1:-1])


def _end_of_top(document: TomlDocument) -> int:
    """The end of the last line that states a key before the first table header."""
    text = document.source.text
    headers = [place.value.start for place in document.places.values() if place.value.start < place.key.start]
    limit = min(headers, default=len(text))
    ends = [place.value.end for place in document.places.values() if place.value.end <= limit]
    return _line_end(text, max(ends)) if ends else document.start


def _printed(document: TomlDocument) -> Mapping[str, object]:
    printed = document.data.get("printed", {})
    assert isinstance(printed, dict)
    return printed


def _printed_edit(document: TomlDocument, name: str) -> Edit:
    """Take the page of an article out of `[printed]`."""
    text = document.source.text
    place = document.places[("printed", name)]
    within_braces = text[document.places[("printed",)].value.start] == "{"
    cut = _pair if within_braces else _whole_lines
    return Edit(cut(text, Span(place.key.start, place.value.end)), "")


def _new_printed_edit(document: TomlDocument, pair: str) -> Edit:
    """Add a pair to `[printed]`, behind its last one; the table comes to the end of the file if it is not there."""
    text = document.source.text
    line_end = "\r\n" if "\r\n" in text else "\n"
    table = document.places.get(("printed",))
    ends = [place.value.end for path, place in document.places.items() if path[:1] == ("printed",) and len(path) > 1]
    if table is None:
        gap = line_end if text.endswith("\n") else line_end * 2
        return Edit(Span(len(text), len(text)), f"{gap}[printed]{line_end}{pair}{line_end}")
    if text[table.value.start] == "{":
        at = max(ends, default=table.value.start + 1)
        return Edit(Span(at, at), f", {pair}" if ends else f" {pair} ")
    if text[table.value.start] != "[":
        pair = f"printed.{pair}"
    at = _line_end(text, max(ends, default=table.value.end))
    gap = "" if text[:at].endswith("\n") else line_end
    return Edit(Span(at, at), f"{gap}{pair}{line_end}")


def _whole_lines(text: str, pair: Span) -> Span:
    return Span(text.rfind("\n", 0, pair.start) + 1, _line_end(text, pair.end))


def _pair(text: str, pair: Span) -> Span:
    """The pair with the comma behind it, or if there is none the one before it."""
    behind = _COMMA_BEHIND.match(text, pair.end)
    before = _COMMA_BEFORE.search(text, 0, pair.start)
    if behind:
        return Span(pair.start, behind.end())
    return Span(before.start() if before else pair.start, pair.end)


def _line_end(text: str, at: int) -> int:
    """Behind the line end that follows."""
    return text.find("\n", at) + 1 or len(text)


def _same_otherwise(before: TomlDocument, after: TomlDocument, names: Sequence[str]) -> bool:
    """Whether only the list has changed, and what must go with it."""
    printed = {name: page for name, page in _printed(before).items() if name in names}
    wanted = {**before.data, "articles": list(names), "printed": printed}
    return wanted == {"printed": {}, **after.data}
