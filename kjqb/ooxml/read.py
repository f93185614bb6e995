"""Reading a Word file: from its elements to what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from lxml import etree

from kjqb.ooxml.appearance import RunFormat
from kjqb.ooxml.counting import Counting
from kjqb.ooxml.document import (
    LINE_BREAK,
    PAGE_BREAK,
    TAB,
    Cell,
    Section,
    WordDocument,
    WordField,
    WordParagraph,
    WordRun,
)
from kjqb.ooxml.opened import RELATIONSHIPS, Opened, W, opened
from kjqb.ooxml.stylesheet import Properties, StyleSheet, properties
from kjqb.text.spans import Span
from kjqb.units import Length

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DELETED = {f"{W}{tag}" for tag in ("del", "moveFrom", "rt", "rPrChange", "pPrChange", "sectPrChange")}
_REVISIONS = tuple(f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo"))
_AROUND = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_SIGNS = {
    f"{W}tab": TAB, f"{W}ptab": TAB, f"{W}cr": LINE_BREAK, f"{W}noBreakHyphen": "-",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)
_UNKNOWN_SIGN = "•"
"""Stands for a character of a symbol font."""

_DEFAULT_MARGIN = 1440


def read_document(data: bytes, name: str) -> WordDocument:
    """Read the file of that name.

    Raises UnreadableDocxError.
    """
    package = opened(data, name)
    root = package.root(package.main)
    reader = _Reader(StyleSheet.of(package.related("styles"), package.related("theme")), _counting(package))
    reader.take(root)
    text = reader.finish()
    notes = package.related("footnotes")
    settings = package.related("settings")
    sections = tuple(_sections(root, package, reader)) or (_section(None),)
    return WordDocument(
        paragraphs=(*text, *(() if notes is None else _notes(notes, reader))),
        sections=sections,
        even_and_odd=settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None,
        has_revisions=next(root.iter(*_REVISIONS), None) is not None,
        has_comments=next(root.iter(f"{W}commentReference"), None) is not None,
    )


def _counting(package: Opened) -> Counting:
    return Counting.of(package.related("numbering"))


def _notes(root: etree._Element, reader: _Reader) -> Iterator[WordParagraph]:
    for note in root.iter(f"{W}footnote"):
        if note.get(f"{W}type", "normal") == "normal":
            reader.take(note)
            yield from (replace(paragraph, note=note.get(f"{W}id", "")) for paragraph in reader.finish())


def _sections(root: etree._Element, package: Opened, reader: _Reader) -> Iterator[Section]:
    footers: dict[str, tuple[WordParagraph, ...]] = {}
    for properties_ in root.iter(f"{W}sectPr"):
        if properties_.getparent().tag == f"{W}sectPrChange":
            continue
        footers = {**footers, **dict(_footers(properties_, package, reader))}
        yield replace(_section(properties_), footers=footers)


def _footers(
    section: etree._Element, package: Opened, reader: _Reader
) -> Iterator[tuple[str, tuple[WordParagraph, ...]]]:
    for reference in section.iterchildren(f"{W}footerReference"):
        path = package.target(reference.get(f"{{{RELATIONSHIPS}}}id", ""))
        if path:
            reader.take(package.root(path))
            yield reference.get(f"{W}type", "default"), reader.finish()


def _section(found: etree._Element | None) -> Section:
    stated = properties(found)
    size, margins, grid = (stated.get(tag, {}) for tag in ("pgSz", "pgMar", "docGrid"))

    def margin(side: str) -> Length:
        return Length(abs(_number(margins.get(side, ""), _DEFAULT_MARGIN)))

    lined = grid.get("type", "default") in {"lines", "linesAndChars", "snapToChars"}
    return Section(
        width=Length(_number(size.get("w", ""), 12240)),
        height=Length(_number(size.get("h", ""), 15840)),
        top=margin("top"),
        right=margin("right"),
        bottom=margin("bottom"),
        left=margin("left") + Length(_number(margins.get("gutter", ""), 0)),
        grid_pitch=Length(_number(grid.get("linePitch", ""), 0)) if lined else None,
        has_first="titlePg" in stated,
    )


def _number(text: str, otherwise: int) -> int:
    digits = text.partition(".")[0].removeprefix("-")
    return int(text.partition(".")[0]) if digits.isascii() and digits.isdecimal() and len(digits) <= 6 else otherwise


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    properties: Properties
    inherited: Properties
    text: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[WordRun] = field(default_factory=list)
    fields: list[WordField] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    revised: bool = False

    def say(self, text: str, format_: RunFormat | None) -> None:
        """Add text; that of a run joins what is set alike before it."""
        if not text:
            return
        start, self.length = self.length, self.length + len(text)
        self.text.append(text)
        if format_ is None:
            return
        last = self.runs[-1] if self.runs else None
        if last and last.format == format_ and last.span.end == start:
            self.runs[-1] = WordRun(Span(last.span.start, self.length), format_)
        else:
            self.runs.append(WordRun(Span(start, self.length), format_))


@dataclass(slots=True)
class _Field:
    """A field that has begun."""

    paragraph: int
    """Which paragraph it began in, counted as they are opened."""
    instruction: str = ""
    shows: bool = False
    """Whether its result has begun."""
    start: int = 0

    @property
    def keyword(self) -> str:
        """What it is a field for."""
        return next(iter(self.instruction.split()), "").upper()


@dataclass(slots=True)
class _Reader:
    """On the way through the elements of a text, in order."""

    sheet: StyleSheet
    counting: Counting
    _done: list[WordParagraph] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    """The paragraph being read, behind those that its text box stands in."""
    _held: _Open | None = None
    """A paragraph whose mark has been deleted, so that the next one goes on with it."""
    _fields: list[_Field] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    _section: int = 0
    _opened: int = 0
    _tables: Iterator[int] = field(default_factory=count)
    _formats: dict[str, tuple[RunFormat, bool]] = field(default_factory=dict)

    def finish(self) -> tuple[WordParagraph, ...]:
        """What has been read since the last call."""
        if self._held:
            held, self._held = self._held, None
            self._close(held)
        done, self._done, self._fields = tuple(self._done), [], []
        return done

    def take(self, element: etree._Element) -> None:
        """Take in an element and all below it."""
        tag = element.tag
        if tag in _DELETED:
            return
        if tag == f"{W}p":
            self._take_paragraph(element)
        elif tag == f"{W}tbl":
            self._take_table(element)
        elif tag == f"{_MC}AlternateContent":
            for chosen in element[:1]:
                self._take_all(chosen)
        elif tag == f"{W}sdt":
            self._take_control(element)
        elif tag == f"{W}r":
            self._take_run(element)
        elif tag == f"{W}fldSimple":
            self._take_simple_field(element)
        elif tag == f"{_MATH}t" and self._open:
            self._say(element.text or "", RunFormat())
        else:
            self._take_all(element)

    def _take_all(self, element: etree._Element) -> None:
        for child in element:
            self.take(child)

    def _take_control(self, element: etree._Element) -> None:
        settings, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
        is_placeholder = settings is not None and settings.find(f"{W}showingPlcHdr") is not None
        if content is not None and not is_placeholder:
            self._take_all(content)

    def _take_table(self, element: etree._Element) -> None:
        table = next(self._tables)
        for row, line in enumerate(_inside(element, "tr")):
            for column, cell in enumerate(_inside(line, "tc")):
                self._cells.append(Cell(table, row, column))
                self._take_all(cell)
                self._cells.pop()

    def _take_paragraph(self, element: etree._Element) -> None:
        stated = element.find(f"{W}pPr")
        own = properties(stated)
        if self._held:
            opened_, self._held = self._held, None
            # A paragraph takes the properties of its mark, which is the last one's.
            opened_.properties, opened_.inherited = own, self.sheet.runs_of(own)
        else:
            opened_ = _Open(own, self.sheet.runs_of(own))
            self._opened += 1
        opened_.revised |= next(element.iter(*_REVISIONS), None) is not None
        self._open.append(opened_)
        for child in element:
            if child is not stated:
                self.take(child)
        self._open.pop()
        if stated is not None and any(stated.find(f"{W}rPr/{W}{tag}") is not None for tag in ("del", "moveFrom")):
            self._held = opened_
        else:
            self._close(opened_)
        self._section += stated is not None and stated.find(f"{W}sectPr") is not None

    def _close(self, found: _Open) -> None:
        style = self.sheet.style_of(found.properties)
        plain = self.sheet.paragraph(found.properties, {})
        number, level = self._numbering(plain, style)
        layout = self.counting.properties(number, level) if number else None
        resolved = self.sheet.paragraph(found.properties, properties(layout)) if layout is not None else plain
        label = self.counting.label(number, level) if number else None
        typed = label.text if label and not label.is_bullet else ""
        moved = len(typed)
        self._done.append(
            WordParagraph(
                text=(typed + "".join(found.text)).replace("\n", " "),
                format=self.sheet.paragraph_format(resolved, style),
                runs=tuple(replace(run, span=_moved(run.span, moved)) for run in found.runs),
                label=moved,
                bullet=label.text if label and label.is_bullet else "",
                list_level=label.level if label else None,
                fields=tuple(replace(each, span=_moved(each.span, moved)) for each in found.fields),
                within=frozenset(each.keyword for each in self._fields if each.shows),
                turns=tuple(turn + moved for turn in found.turns),
                notes=tuple(found.notes),
                section=self._section,
                cell=self._cells[-1] if self._cells else None,
                boxed=bool(self._open),
                revised=found.revised,
            )
        )

    def _numbering(self, resolved: Properties, style: str) -> tuple[str, int]:
        """The numbering of a paragraph and its level; no numbering where it has none."""
        stated = resolved.get("numPr", {})
        number = stated.get("numId", "0")
        if number == "0":
            return "", 0
        level = stated.get("ilvl", "")
        return number, int(level) if level in set("012345678") and level else self.counting.level_of(number, style)

    def _take_run(self, element: etree._Element) -> None:
        if not self._open:
            return
        format_, hidden = self._format(element.find(f"{W}rPr"))
        for child in element:
            self._take_content(child, format_, hidden=hidden)

    def _format(self, stated: etree._Element | None) -> tuple[RunFormat, bool]:
        found = self.sheet.run(self._open[-1].inherited, properties(stated))
        key = repr(found)
        if key not in self._formats:
            self._formats[key] = (self.sheet.run_format(found), self.sheet.is_hidden(found))
        return self._formats[key]

    def _take_content(self, child: etree._Element, format_: RunFormat, *, hidden: bool) -> None:
        tag = child.tag
        if tag == f"{W}fldChar":
            self._take_field(child.get(f"{W}fldCharType", ""))
        elif tag == f"{W}instrText":
            if self._fields and not self._fields[-1].shows:
                self._fields[-1].instruction += child.text or ""
        elif tag == f"{W}lastRenderedPageBreak":
            self._open[-1].turns.append(self._open[-1].length)
        elif tag == f"{W}footnoteReference":
            self._open[-1].notes.append(child.get(f"{W}id", ""))
        elif not hidden and (sign := _sign(child)):
            self._say(sign, format_)
        elif tag not in {f"{W}rPr", f"{W}t"}:
            self.take(child)

    def _say(self, text: str, format_: RunFormat) -> None:
        if all(each.shows for each in self._fields):
            self._open[-1].say(text, format_)

    def _take_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field(self._opened))
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
            self._fields[-1].start = self._open[-1].length
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.paragraph == self._opened:
                start = ended.start if ended.shows else self._open[-1].length
                self._open[-1].fields.append(WordField(ended.keyword, Span(start, self._open[-1].length)))

    def _take_simple_field(self, element: etree._Element) -> None:
        if not self._open:
            return
        start = self._open[-1].length
        self._take_all(element)
        keyword = _Field(0, element.get(f"{W}instr", "")).keyword
        self._open[-1].fields.append(WordField(keyword, Span(start, self._open[-1].length)))


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row; controls and insertions around them do not count."""
    for child in element:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)


def _sign(element: etree._Element) -> str:
    """The characters that an element of a run stands for."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}br":
        return PAGE_BREAK if element.get(f"{W}type") in {"page", "column"} else LINE_BREAK
    if element.tag == f"{W}sym":
        code = element.get(f"{W}char", "")
        value = int(code, 16) if code and len(code) <= 4 and set(code) <= set("0123456789abcdefABCDEF") else 0xF000
        return _UNKNOWN_SIGN if value in _PRIVATE or value < 32 else chr(value)
    return _SIGNS.get(str(element.tag), "")


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
