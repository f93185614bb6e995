"""The way through the elements of a text, in order: what is seen becomes paragraphs, what is not is put aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from lxml import etree

from kjqb.ooxml.appearance import RunFormat
from kjqb.ooxml.counting import Counting
from kjqb.ooxml.document import Aside, AsideKind, Cell, NoteReference, View, WordField, WordImage, WordParagraph
from kjqb.ooxml.limits import MOST_COLUMNS
from kjqb.ooxml.opened import DRAWINGS, RELATIONSHIPS, Opened, W
from kjqb.ooxml.pending import Pending, PendingField
from kjqb.ooxml.signs import sign, symbol
from kjqb.ooxml.stylesheet import Properties, StyleSheet, properties
from kjqb.text.spans import Span

REVISIONS = tuple(f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo"))

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_BLIP = f"{{{DRAWINGS}/main}}blip"
_PICTURE_FILL = f"{{{DRAWINGS}/picture}}blipFill"
_SOME_IMAGE = (_BLIP, f"{_VML}imagedata")
_R = f"{{{RELATIONSHIPS}}}"

_NO_TEXT = {f"{W}{tag}" for tag in (
    "rPr", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr",
    "rPrChange", "pPrChange", "sectPrChange",
)}  # fmt: skip
_AROUND = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")}
_GOING = {View.FINAL: ("del", "moveFrom"), View.ORIGINAL: ("ins", "moveTo")}
"""Revisions whose text is not read."""
_REVISED = {
    f"{W}ins": AsideKind.INSERTED,
    f"{W}del": AsideKind.DELETED,
    f"{W}moveFrom": AsideKind.MOVED_AWAY,
    f"{W}moveTo": AsideKind.MOVED_HERE,
}
_OBJECTS = {
    f"{{{DRAWINGS}/chart}}chart": "图表",
    f"{{{DRAWINGS}/diagram}}relIds": "SmartArt图形",
    f"{W}altChunk": "嵌入的文件",
}
_CONTENTS = "Table of Contents"
"""What Word calls its ready-made contents lists."""


@dataclass(slots=True)
class Walk:
    """What has been read so far, and what it depends on."""

    package: Opened
    sheet: StyleSheet
    counting: Counting
    comments: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By identifier: whose, and what it says."""
    view: View = View.FINAL
    part: str = ""
    """The path of the part that is being read."""
    _done: list[WordParagraph] = field(default_factory=list)
    _open: list[Pending] = field(default_factory=list)
    """The paragraph being read, behind those that its text box stands in."""
    _held: Pending | None = None
    """A paragraph whose mark is not read, so that the next one goes on with it."""
    _waiting: list[Aside] = field(default_factory=list)
    """What stood between paragraphs, for the next one."""
    _fields: list[PendingField] = field(default_factory=list)
    _endless: frozenset[etree._Element] = frozenset()
    """Where fields begin that do not end; they are none."""
    _cells: list[Cell] = field(default_factory=list)
    _lists: int = 0
    """Ready-made contents lists around."""
    _described: str = ""
    _section: int = 0
    _opened: int = 0
    _tables: Iterator[int] = field(default_factory=count)
    _formats: dict[str, tuple[RunFormat, bool]] = field(default_factory=dict)

    def read(self, root: etree._Element, part: str) -> tuple[WordParagraph, ...]:
        """The paragraphs of a part, or of an element of it."""
        self.part = part
        self._endless = _endless(root)
        self._take(root)
        return self._finish()

    def _finish(self) -> tuple[WordParagraph, ...]:
        if self._waiting and not self._held:
            self._held = Pending({}, self.sheet.runs_of({}))
        if self._held:
            held, self._held = self._held, None
            held.asides += self._waiting
            self._waiting = []
            self._close(held)
        done, self._done, self._fields = tuple(self._done), [], []
        return done

    def _take(self, element: etree._Element) -> None:  # noqa: C901, PLR0912 - one line for each kind of element
        tag = element.tag
        if tag in _NO_TEXT:
            return
        if tag in _REVISED:
            self._take_revision(element)
        elif tag == f"{W}p":
            self._take_paragraph(element)
        elif tag == f"{W}tbl":
            self._take_table(element)
        elif tag == f"{_MC}AlternateContent":
            self._take_alternative(element)
        elif tag == f"{W}sdt":
            self._take_control(element)
        elif tag == f"{W}r":
            self._take_run(element)
        elif tag == f"{W}fldSimple":
            self._take_simple_field(element)
        elif tag == f"{W}hyperlink":
            self._take_link(element)
        elif tag == f"{W}ruby":
            self._take_ruby(element)
        elif tag == f"{_MATH}oMath":
            self._take_equation(element)
        elif tag == f"{_MATH}t" and self._open:
            self._say(element.text or "", RunFormat())
        elif not self._take_drawn(element):
            self._take_all(element)

    def _take_all(self, element: etree._Element) -> None:
        for child in element:
            self._take(child)

    def _put_aside(self, kind: AsideKind, text: str = "", who: str = "") -> None:
        if self._open:
            self._open[-1].put_aside(kind, text, who)
        else:
            self._waiting.append(Aside(kind, 0, text, who))

    def _take_revision(self, element: etree._Element) -> None:
        kind, who = _REVISED[str(element.tag)], element.get(f"{W}author", "")
        if str(element.tag).removeprefix(W) in _GOING[self.view]:
            self._put_aside(kind, _all_text(element), who)
            return
        start = self._open[-1].length if self._open else 0
        self._take_all(element)
        if self._open:
            text = self._open[-1].since(start)
            if text:
                self._open[-1].put_aside(kind, text, who, at=start)
        else:
            self._waiting.append(Aside(kind, 0, _all_text(element), who))

    def _take_alternative(self, element: etree._Element) -> None:
        """The first form that holds something which is read, else the last."""
        forms = list(element)
        chosen = next((form for form in forms if next(form.iter(f"{W}t", *_SOME_IMAGE), None) is not None), None)
        for form in [chosen] if chosen is not None else forms[:1]:
            self._take_all(form)

    def _take_control(self, element: etree._Element) -> None:
        settings, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
        if content is None:
            return
        if settings is not None and settings.find(f"{W}showingPlcHdr") is not None:
            return
        gallery = None if settings is None else settings.find(f"{W}docPartObj/{W}docPartGallery")
        is_list = gallery is not None and gallery.get(f"{W}val") == _CONTENTS
        self._lists += is_list
        self._take_all(content)
        self._lists -= is_list

    def _take_table(self, element: etree._Element) -> None:
        table, outer = next(self._tables), self._cells[-1] if self._cells else None
        merged: set[int] = set()
        for row, line in enumerate(self._rows(element)):
            column = _number_in(line, "trPr/gridBefore")
            for cell in _inside(line, "tc"):
                stated = cell.find(f"{W}tcPr")
                place = min(column, MOST_COLUMNS - 1)
                if self._is_covered(stated, place, merged):
                    self._hide(cell)
                else:
                    spans = _number_in(cell, "tcPr/gridSpan") > 1 or place in merged
                    self._cells.append(Cell(table, row, place, outer, spans))
                    self._take_all(cell)
                    self._cells.pop()
                column += max(_number_in(cell, "tcPr/gridSpan"), 1)

    def _rows(self, element: etree._Element) -> Iterator[etree._Element]:
        """The rows that are read; those of a revision that is not are put aside."""
        for line in _inside(element, "tr"):
            marks = (line.find(f"{W}trPr/{W}{tag}") for tag in _GOING[self.view])
            mark = next((found for found in marks if found is not None), None)
            if mark is None:
                yield line
            else:
                self._put_aside(_REVISED[str(mark.tag)], _all_text(line), mark.get(f"{W}author", ""))

    def _is_covered(self, stated: etree._Element | None, column: int, merged: set[int]) -> bool:
        """Whether the cell above, or the one before, is merged over this one."""
        down = None if stated is None else stated.find(f"{W}vMerge")
        across = None if stated is None else stated.find(f"{W}hMerge")
        if across is not None and across.get(f"{W}val", "continue") == "continue" and column:
            return True
        if down is None:
            merged.discard(column)
            return False
        if down.get(f"{W}val", "continue") == "continue" and column in merged:
            return True
        merged.add(column)
        return False

    def _hide(self, cell: etree._Element) -> None:
        text = _all_text(cell)
        if text.strip():
            self._put_aside(AsideKind.HIDDEN, text)

    def _take_paragraph(self, element: etree._Element) -> None:
        stated = element.find(f"{W}pPr")
        own = self._own(stated)
        if self._held:
            opened_, self._held = self._held, None
            # A paragraph takes the properties of its mark, which is the last one's.
            opened_.properties, opened_.inherited = own, self.sheet.runs_of(own)
        else:
            opened_ = Pending(own, self.sheet.runs_of(own))
            self._opened += 1
        opened_.asides += (replace(aside, at=opened_.length) for aside in self._waiting)
        self._waiting = []
        opened_.revised |= next(element.iter(*REVISIONS), None) is not None
        self._open.append(opened_)
        for child in element:
            if child is not stated:
                self._take(child)
        goes_on = self._take_mark(stated)
        self._open.pop()
        if goes_on:
            self._held = opened_
        else:
            self._close(opened_)
        self._section += stated is not None and stated.find(f"{W}sectPr") is not None

    def _own(self, stated: etree._Element | None) -> Properties:
        was = None if stated is None else stated.find(f"{W}pPrChange/{W}pPr")
        return properties(was if was is not None and self.view is View.ORIGINAL else stated)

    def _take_mark(self, stated: etree._Element | None) -> bool:
        """Take the paragraph's end; whether a revision does away with it."""
        marks = None if stated is None else stated.find(f"{W}rPr")
        for mark in () if marks is None else marks.iterchildren(*REVISIONS):
            kind = _REVISED[str(mark.tag)]
            is_new = kind in {AsideKind.INSERTED, AsideKind.MOVED_HERE}
            what = AsideKind.BREAK_INSERTED if is_new else AsideKind.BREAK_DELETED
            self._put_aside(what, who=mark.get(f"{W}author", ""))
            if str(mark.tag).removeprefix(W) in _GOING[self.view]:
                return True
        return False

    def _close(self, found: Pending) -> None:
        style = self.sheet.style_of(found.properties)
        plain = self.sheet.paragraph(found.properties, {})
        number, level = self._numbering(plain, style)
        layout = self.counting.properties(number, level) if number else None
        resolved = self.sheet.paragraph(found.properties, properties(layout)) if layout is not None else plain
        label = self.counting.label(number, level) if number else None
        typed = label.text if label and not label.is_bullet else ""
        moved = len(typed)
        within = frozenset(each.keyword for each in self._fields if each.shows) | found.within
        self._done.append(
            WordParagraph(
                text=(typed + "".join(found.text)).replace("\n", " ").replace("\r", " "),
                format=self.sheet.paragraph_format(resolved, style),
                runs=tuple(replace(run, span=_moved(run.span, moved)) for run in found.runs),
                label=moved,
                bullet=label.text if label and label.is_bullet else "",
                list_level=label.level if label else None,
                fields=tuple(replace(each, span=_moved(each.span, moved)) for each in found.fields),
                within=within | {"TOC"} if self._lists else within,
                turns=tuple(turn + moved for turn in found.turns),
                notes=tuple(replace(note, at=note.at + moved) for note in found.notes),
                images=tuple(replace(image, at=image.at + moved) for image in found.images),
                asides=tuple(replace(aside, at=aside.at + moved) for aside in found.asides),
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
        was = None if stated is None else stated.find(f"{W}rPrChange/{W}rPr")
        if was is not None and self.view is View.ORIGINAL:
            stated = was
        found = self.sheet.run(self._open[-1].inherited, properties(stated))
        key = repr(found)
        if key not in self._formats:
            self._formats[key] = (self.sheet.run_format(found), self.sheet.is_hidden(found))
        return self._formats[key]

    def _take_content(self, child: etree._Element, format_: RunFormat, *, hidden: bool) -> None:
        tag = child.tag
        if tag == f"{W}fldChar":
            if child not in self._endless:
                self._take_field(child.get(f"{W}fldCharType", ""))
        elif tag in {f"{W}instrText", f"{W}delInstrText"}:
            if self._fields and not self._fields[-1].shows:
                self._fields[-1].instruction += child.text or ""
        elif tag == f"{W}lastRenderedPageBreak":
            self._open[-1].turns.append(self._open[-1].length)
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            prefix = "e" if tag == f"{W}endnoteReference" else ""
            self._open[-1].notes.append(NoteReference(prefix + child.get(f"{W}id", ""), self._open[-1].length))
        elif tag == f"{W}commentReference":
            who, text = self.comments.get(child.get(f"{W}id", ""), ("", ""))
            self._put_aside(AsideKind.COMMENT, text, who)
        elif said := self._sign(child):
            self._say_or_hide(child, said, format_, hidden=hidden)
        elif tag != f"{W}t":
            self._take(child)

    def _sign(self, child: etree._Element) -> str:
        if child.tag == f"{W}delText" and self.view is View.ORIGINAL:
            return child.text or ""
        return sign(child)

    def _say_or_hide(self, child: etree._Element, said: str, format_: RunFormat, *, hidden: bool) -> None:
        if not self._shows:
            return
        if hidden:
            self._put_aside(AsideKind.HIDDEN, said)
            return
        if child.tag == f"{W}sym" and not symbol(child):
            self._put_aside(AsideKind.SYMBOL, f"{child.get(f'{W}font', '')} {child.get(f'{W}char', '')}".strip())
        self._open[-1].say(said, format_)

    @property
    def _shows(self) -> bool:
        return all(each.shows for each in self._fields)

    def _say(self, text: str, format_: RunFormat) -> None:
        if self._shows:
            self._open[-1].say(text, format_)

    def _take_field(self, kind: str) -> None:
        here = self._open[-1]
        if kind == "begin":
            self._fields.append(PendingField(self._opened))
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
            self._fields[-1].start = here.length
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.paragraph != self._opened:
                here.ended[ended.keyword] = here.length
                return
            start = ended.start if ended.shows else here.length
            here.fields.append(WordField(ended.keyword, Span(start, here.length)))
            self._note_address(ended.address, start)

    def _take_simple_field(self, element: etree._Element) -> None:
        if not self._open:
            return
        start = self._open[-1].length
        self._take_all(element)
        found = PendingField(0, element.get(f"{W}instr", ""))
        self._open[-1].fields.append(WordField(found.keyword, Span(start, self._open[-1].length)))
        self._note_address(found.address, start)

    def _take_link(self, element: etree._Element) -> None:
        start = self._open[-1].length if self._open else 0
        self._take_all(element)
        if self._open:
            self._note_address(self.package.address(element.get(f"{_R}id", ""), self.part), start)

    def _note_address(self, address: str, start: int) -> None:
        if address:
            self._open[-1].put_aside(AsideKind.LINK, address, at=start)

    def _take_ruby(self, element: etree._Element) -> None:
        above, base = element.find(f"{W}rt"), element.find(f"{W}rubyBase")
        if above is not None:
            self._put_aside(AsideKind.RUBY, _all_text(above))
        if base is not None:
            self._take_all(base)

    def _take_equation(self, element: etree._Element) -> None:
        start = self._open[-1].length if self._open else 0
        self._take_all(element)
        if self._open:
            self._open[-1].put_aside(AsideKind.EQUATION, self._open[-1].since(start), at=start)

    def _take_drawn(self, element: etree._Element) -> bool:
        """Take an image, or what cannot be read; False for all else."""
        tag = str(element.tag)
        if tag == f"{{{DRAWINGS}/wordprocessingDrawing}}docPr":
            self._described = element.get("descr", "")
        elif tag == _BLIP and element.getparent().tag == _PICTURE_FILL:
            self._take_image(element.get(f"{_R}embed", ""))
        elif tag == f"{_VML}imagedata":
            self._described = element.getparent().get("alt", "")
            self._take_image(element.get(f"{_R}id", ""))
        elif tag == f"{_VML}textpath":
            self._put_aside(AsideKind.OBJECT, f"艺术字“{element.get('string', '')}”")
        elif tag in _OBJECTS:
            self._put_aside(AsideKind.OBJECT, _OBJECTS[tag])
        else:
            return False
        return True

    def _take_image(self, identifier: str) -> None:
        if self._open and self._shows:
            part = self.package.target(identifier, self.part)
            self._open[-1].images.append(WordImage(self._open[-1].length, part, self._described))
        self._described = ""


def _endless(root: etree._Element) -> frozenset[etree._Element]:
    """The beginnings of fields that have no end."""
    begun: list[etree._Element] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row; controls and revisions around them do not count."""
    for child in element:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)


def _all_text(element: etree._Element) -> str:
    """All characters below an element, deleted ones among them; what stands in two forms counts once."""
    found: list[str] = []
    for child in element.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}cr", f"{W}p"):
        if next(child.iterancestors(f"{_MC}Fallback"), None) is not None:
            continue
        if child.tag == f"{W}p":
            found.append(" " if found else "")
        else:
            found.append(child.text or "" if child.tag in {f"{W}t", f"{W}delText"} else " ")
    return "".join(found)


def _number_in(element: etree._Element, path: str) -> int:
    """The number that an element at a path states; 0 where there is none."""
    found = element.find("/".join(f"{W}{tag}" for tag in path.split("/")))
    value = "" if found is None else found.get(f"{W}val", "")
    return min(int(value), MOST_COLUMNS) if value.isascii() and value.isdecimal() and len(value) <= 6 else 0


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
