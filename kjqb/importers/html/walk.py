"""The elements that hold an article's text, to lines, tables and images in the order that a browser shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kjqb.importers.drafts import MarkedText, Remark
from kjqb.importers.html.images import SavedImages, is_spacer
from kjqb.importers.html.inline import EMPHASIS, STRONG, InlineLine
from kjqb.importers.html.numbers import item_number
from kjqb.importers.html.select import BLOCKS, flat_text, is_of, is_unseen
from kjqb.importers.html.tables import grid, is_layout
from kjqb.importers.result import quoted
from kjqb.model.article import Picture
from kjqb.tables.web_pages import web_pages
from kjqb.text.marks import Mark
from kjqb.text.shifted import shifted
from kjqb.workspace.pictures import PictureError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EMBEDDED = frozenset({"audio", "video", "iframe", "frame", "object", "embed", "canvas", "svg", "applet", "mpvoice"})
_CONTROLS = frozenset({"button", "input", "select", "textarea", "option", "datalist"})
_STRONG, _EMPHASISED = frozenset({"b", "strong"}), frozenset({"i", "em"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_LINKS, _LINK_SHARE = 3, 0.8
"""A block of so many links, which are so much of its text, is a list of other pages."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and what stands around it."""

    text: MarkedText
    heading: int | None = None
    """1 for `h1`."""
    bullets: int = 0
    """So many lists with bullets."""
    opens: bool = False
    """Whether it begins an item of the list."""
    numbered: bool = False
    """Whether it begins with the number that a list gave it."""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; all rows are of one length."""

    rows: tuple[tuple[MarkedText, ...], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """An image that was saved with the page."""

    picture: Picture
    caption: MarkedText


Part = Line | Grid | Image


@dataclass(frozen=True, slots=True)
class _Around:
    tone: int = 0
    heading: int | None = None
    bullets: int = 0
    quoted: bool = False
    preformatted: bool = False


@dataclass(slots=True)
class Walk:
    """A walk through the elements; parts, losses and changes gather on the way."""

    images: SavedImages
    known: bool
    """Whether the container is that of a known house, which holds no lists of other pages."""
    parts: list[Part] = field(default_factory=list)
    losses: list[Remark] = field(default_factory=list)
    changes: list[Remark] = field(default_factory=list)
    hidden: int = 0
    blanks: int = 0
    embedded: int = 0
    _line: InlineLine = field(default_factory=InlineLine)
    _opening: bool = False
    _number: str = ""

    def read(self, container: Element) -> None:
        """Read all that is within an element."""
        self._inside(container, _Around())
        self._end_line(_Around())

    def lose(self, what: str, text: str = "") -> None:
        """Say that something is lost, at the place that has been reached."""
        self.losses.append(Remark(what, len(self.parts), text))

    def change(self, what: str) -> None:
        """Say that something is put otherwise, at the place that has been reached."""
        self.changes.append(Remark(what, len(self.parts)))

    def _inside(self, element: Element, around: _Around) -> None:
        self._text(element.text, around)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, around)
            self._text(child.tail, around)

    def _text(self, text: str | None, around: _Around) -> None:
        if text and around.preformatted:
            first, *rest = text.splitlines() or [""]
            self._line.feed(first, around.tone)
            for line in rest:
                self._end_line(around)
                self._line.feed(line, around.tone)
        elif text:
            self._line.feed(text, around.tone)

    def _element(self, element: Element, around: _Around) -> None:
        tag = element.tag
        if is_unseen(element):
            self._unseen(element)
        elif tag in _EMBEDDED:
            self._embed(element)
        elif tag in _CONTROLS or _is_junk(element):
            self._junk(element)
        elif tag == "br":
            self._end_line(around)
        elif tag == "img":
            self._image(element)
        elif tag in {"sup", "sub"}:
            self._shift(element, around)
        elif tag in BLOCKS:
            self._block(element, around)
        elif tag == "a":
            self._link(element, around)
        else:
            self._inside(element, replace(around, tone=around.tone | _tone(element)))

    def _block(self, element: Element, around: _Around) -> None:
        self._end_line(around)
        if not self.known and _is_link_list(element):
            self._junk(element)
            return
        match element.tag:
            case "table" if not is_layout(element):
                self._table(element)
            case "ul" | "menu" | "dir":
                self._inside(element, replace(around, bullets=around.bullets + 1))
            case "li":
                self._item(element, around)
            case "figure":
                self._figure(element, around)
            case "blockquote":
                self._inside(element, replace(around, quoted=True))
            case "pre":
                self._inside(element, replace(around, preformatted=True))
            case tag if tag in _HEADINGS:
                self._inside(element, replace(around, heading=_HEADINGS[tag]))
            case _:
                self._inside(element, replace(around, tone=around.tone | _tone(element)))
        self._end_line(_within(element, around))

    def _item(self, element: Element, around: _Around) -> None:
        number = item_number(element)
        if number is not None:
            self._number = number
        else:
            self._opening = True
        self._inside(element, around)
        self._end_line(around)
        self._opening, self._number = False, ""

    def _end_line(self, around: _Around) -> None:
        """Put what has been read of the line among the parts."""
        line, self._line = self._line, InlineLine()
        self.hidden += line.hidden
        self.blanks += line.blanks
        for part in line.parts():
            if isinstance(part, MarkedText):
                self._put_text(part, around)
            elif part.within:
                self._lose_image(part.element, "夹在文字里")
            else:
                self._put_image(part.element, MarkedText(""))

    def _put_text(self, text: MarkedText, around: _Around) -> None:
        if self._number:
            self.change(f"列表的自动编号“{self._number}”写入文字")
            marks = tuple(mark.moved(len(self._number)) for mark in text.marks)
            text = MarkedText(self._number + text.text, marks)
        self.parts.append(Line(text, around.heading, around.bullets, self._opening, bool(self._number), around.quoted))
        self._opening, self._number = False, ""

    def _image(self, element: Element) -> None:
        if is_spacer(element):
            return
        self._line.image(element)

    def _put_image(self, element: Element, caption: MarkedText) -> bool:
        try:
            self.parts.append(Image(self.images.picture(element), caption))
        except PictureError as error:
            self._lose_image(element, error.what)
            return False
        alternative = " ".join((element.get("alt") or "").split())
        if alternative and alternative != caption.text:
            self.lose(f"图片的替代文字{quoted(alternative)}未导入", alternative)
        return True

    def _lose_image(self, element: Element, why: str) -> None:
        self.lose(f"图片{quoted(self.images.address(element))}未导入（{why}）")

    def _figure(self, element: Element, around: _Around) -> None:
        """An image with its caption is one; anything else in a figure is read as it stands."""
        found = [each for each in element.iter("img") if not is_spacer(each)]
        captions = list(element.iter("figcaption"))
        if len(found) == len(captions) == 1 and flat_text(element) == flat_text(captions[0]):
            (caption,) = self._apart([captions[0]]) or [MarkedText("")]
            if not self._put_image(found[0], caption) and caption.text:
                self.parts.append(Line(caption))
        else:
            self._inside(element, around)

    def _apart(self, elements: Sequence[Element]) -> list[MarkedText]:
        """The texts of elements read by themselves, each in one line."""
        texts: list[MarkedText] = []
        for element in elements:
            walk = Walk(self.images, known=True)
            walk.read(element)
            self._take_remarks(walk)
            texts.append(_one_line(list(_texts(walk.parts))))
            self._lose_forms(walk)
        return texts

    def _take_remarks(self, walk: Walk) -> None:
        rank = len(self.parts)
        self.losses += (replace(said, rank=rank) for said in walk.losses)
        self.changes += (replace(said, rank=rank) for said in walk.changes)
        self.hidden += walk.hidden
        self.blanks += walk.blanks
        self.embedded += walk.embedded

    def _lose_forms(self, walk: Walk) -> None:
        for part in walk.parts:
            if isinstance(part, Image):
                self.lose(f"图片{quoted(part.picture.file)}未导入（在表格或图题里）")
            elif isinstance(part, Grid):
                self.lose("表格里的表格未保留，文字并入外面的单元格")
        if sum(isinstance(part, Line) for part in walk.parts) > 1:
            self.lose("单元格里的分段未保留，文字连写")

    def _table(self, element: Element) -> None:
        for caption in element.iterchildren("caption"):
            self._inside(caption, _Around())
            self._end_line(_Around())
        cells = grid(element)
        owned = [cell for row in cells for cell in row if cell is not None]
        read = dict(zip(map(id, owned), self._apart(owned), strict=True))
        rows = tuple(tuple(MarkedText("") if cell is None else read[id(cell)] for cell in row) for row in cells)
        if any(cell.get("rowspan", "1") != "1" or cell.get("colspan", "1") != "1" for cell in owned):
            self.lose("合并的单元格拆开，文字留在第一格")
        if any(text.text for row in rows for text in row):
            self.parts.append(Grid(rows))

    def _link(self, element: Element, around: _Around) -> None:
        address = (element.get("href") or "").strip()
        text = flat_text(element)
        if text and text != address and address.startswith(("http:", "https:", "mailto:", "ftp:", "/", "./", "../")):
            self.lose(f"链接的地址{quoted(address)}未导入，文字照录", address)
        self._inside(element, around)

    def _shift(self, element: Element, around: _Around) -> None:
        text = flat_text(element)
        name = "上标" if element.tag == "sup" else "下标"
        raised = shifted(text, up=element.tag == "sup") if len(element) == 0 else None
        if raised:
            self.change(f"{name}{quoted(text)}改用字符“{raised}”")
            self._line.feed(raised, around.tone)
            return
        if text:
            self.lose(f"{name}{quoted(text)}改为平排")
        self._inside(element, around)

    def _unseen(self, element: Element) -> None:
        text = " ".join("".join(element.itertext()).split())
        if element.tag not in {"script", "style", "template", "noscript", "head", "title"} and text:
            self.lose(f"网页上隐藏的文字{quoted(text)}未导入", text)

    def _embed(self, element: Element) -> None:
        self.embedded += 1
        text = flat_text(element)
        if text:
            self.lose(f"嵌入内容里的文字{quoted(text)}未导入", text)

    def _junk(self, element: Element) -> None:
        text = flat_text(element)
        if text:
            self.lose(f"网页的附加内容{quoted(text)}未导入", text)


def _is_junk(element: Element) -> bool:
    named = element.get("class") or element.get("id")
    return bool(named) and any(is_of(element, selector) for selector in web_pages().junk_selectors)


def _tone(element: Element) -> int:
    style = "".join((element.get("style") or "").lower().split())
    weight = style.partition("font-weight:")[2].partition(";")[0].removesuffix("!important")
    strong = element.tag in _STRONG or weight in {"bold", "bolder", "600", "700", "800", "900"}
    return (STRONG if strong else 0) | (EMPHASIS if element.tag in _EMPHASISED else 0)


def _within(element: Element, around: _Around) -> _Around:
    """What stands around the line that ends with a block."""
    match element.tag:
        case "blockquote":
            return replace(around, quoted=True)
        case tag if tag in _HEADINGS:
            return replace(around, heading=_HEADINGS[tag])
        case "ul" | "menu" | "dir":
            return replace(around, bullets=around.bullets + 1)
        case _:
            return around


def _is_link_list(element: Element) -> bool:
    links = [flat_text(link) for link in element.iter("a")]
    return len(links) >= _LINKS and len("".join(links)) >= _LINK_SHARE * len(flat_text(element).replace(" ", ""))


def _texts(parts: Sequence[Part]) -> Iterator[MarkedText]:
    for part in parts:
        if isinstance(part, Line):
            yield part.text
        elif isinstance(part, Grid):
            yield from (cell for row in part.rows for cell in row if cell.text)


def _one_line(texts: Sequence[MarkedText]) -> MarkedText:
    """The texts as one, with a blank between two that meet in Latin."""
    marks: list[Mark] = []
    written = ""
    for each in texts:
        if written and written[-1].isascii() and each.text[0].isascii():
            written += " "
        marks += [mark.moved(len(written)) for mark in each.marks]
        written += each.text
    return MarkedText(written, tuple(marks))
