"""issue.toml: the text of a new one, and changes to the list of articles that leave the rest alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kjqb.model.issue import IssueId
from kjqb.model.source import Source
from kjqb.text.spans import Edit, Span, apply_edits
from kjqb.workspace.bulletin_file import COLON
from kjqb.workspace.schema import FORMAT
from kjqb.workspace.toml_document import TomlDocument, read_toml
from kjqb.workspace.write_toml import toml_key, toml_lines, toml_string, toml_strings

_COMMENT = re.compile(r"[ \t]*,?[ \t]*(?P<comment>#[^\r\n]*)?")
_LINE = re.compile(r"[^\n]*\n?")
_INDENT = "    "


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
    edits = [_list_edit(document, names), *_printed_edits(document, set(names))]
    text = apply_edits(source.text, edits)
    assert _same_otherwise(document.data, read_toml(Source(source.name, text)).data, names), source.name
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
    match = _LINE.match(text, max(ends, default=document.start))
    assert match
    return match.end()


def _printed_edits(document: TomlDocument, names: set[str]) -> Iterator[Edit]:
    """Take the pages of articles that are not among the names out of `[printed]`."""
    printed = document.data.get("printed", {})
    assert isinstance(printed, dict)
    text = document.source.text
    for name in printed.keys() - names:
        place = document.places[("printed", name)]
        start, end = _pair(text, place.key.start, place.value.end)
        yield Edit(Span(start, end), "")


def _pair(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch to cut with a key and its value: its whole line, or within braces one of its commas."""
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip(" \t"):
        match = _LINE.match(text, end)
        assert match
        return line, match.end()
    behind = re.compile(r"[ \t]*,[ \t]*").match(text, end)
    if behind:
        return start, behind.end()
    before = re.compile(r",?[ \t]*\Z").search(text, 0, start)
    assert before
    return before.start(), end


def _same_otherwise(before: Mapping[str, object], after: Mapping[str, object], names: Sequence[str]) -> bool:
    rest = {key: value for key, value in before.items() if key not in {"articles", "printed"}}
    return {**rest, "articles": list(names)} == {key: value for key, value in after.items() if key != "printed"}
