"""A saved page of the Web to an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kjqb.errors import KjqbError, Where
from kjqb.importers.contents_list import key
from kjqb.importers.drafts import Draft, MarkedText, Reading, Remark, article
from kjqb.importers.html.body import body
from kjqb.importers.html.images import SavedImages
from kjqb.importers.html.junk import is_junk_line
from kjqb.importers.html.labels import is_info_line
from kjqb.importers.html.origin import page_facts
from kjqb.importers.html.page import tree
from kjqb.importers.html.walk import Grid, Image, Line, Part, Walk
from kjqb.importers.numbered import heading_level, may_be_heading
from kjqb.importers.result import ImportedArticle, quoted
from kjqb.model.article import Block, Figure, Heading, ListItem, Paragraph, Quote, Table
from kjqb.model.source import Passage
from kjqb.text.marks import Tone
from kjqb.workspace.markdown import DEEPEST_LIST
from kjqb.workspace.pictures import ReadImage, no_images

_LOWEST = 4
"""Level of the lowest sub-heading."""

_INFO_LINES = 3
"""So many lines of labels may stand before the text."""

_MOSTLY = 0.5
"""Share of bold paragraphs beyond which bold does not tell headings."""


def read_html(
    data: bytes, name: str, *, title: str | None = None, encoding: str | None = None, images: ReadImage = no_images
) -> ImportedArticle:
    """The article of a saved page; `title` is the one that an option gives, `images` reads files saved beside it.

    Every character that a browser shows in the element that holds the text is in the article, or is a loss; what stands
    outside of it (navigation, recommendations) is not the article's. Raises BadPageError, ToolMissingError and what
    `decode` raises.
    """
    root = tree(data, name, encoding)
    container, house = body(root, name)
    facts = page_facts(root, container, house)
    walk = Walk(SavedImages(images), known=house is not None)
    try:
        walk.read(container)
    except KjqbError as error:
        error.where = error.where or Where(name)
        raise
    sorting = _Sorting(walk.parts, title or facts.title)
    kept = tuple(_levelled(sorting.kept))
    losses = (*_moved(walk.losses, sorting), *sorting.losses, *_embedded(walk))
    changes = (*_moved(walk.changes, sorting), *_bold_headings(kept), *_characters(walk))
    drafts = tuple(_draft(each) for each in _orderly(kept))
    return article(Reading(sorting.title, drafts, losses, changes, facts.origin), name)


class _Sorting:
    """The parts without the title that is repeated, lines of labels before the text, and lines of the page's own."""

    def __init__(self, parts: Sequence[Part], title: str) -> None:
        self.title = " ".join(title.split())
        self.kept: list[Part] = []
        self.ranks: list[int] = []
        """For each part the rank among those kept that it has, or would have."""
        self.losses: list[Remark] = []
        self._labels = 0
        for part in parts:
            self.ranks.append(len(self.kept))
            if not (isinstance(part, Line) and self._is_left_out(part.text.text)):
                self.kept.append(part)
        self.ranks.append(len(self.kept))

    def _is_left_out(self, text: str) -> bool:
        if not self.kept and self.title and key(text) == key(self.title):
            return True
        if not self.kept and self._labels < _INFO_LINES and is_info_line(text):
            self._labels += 1
            self._lose("页面信息{}未留在正文里", text)
            return True
        if is_junk_line(text):
            self._lose("网页的附加内容{}未导入", text)
            return True
        return False

    def _lose(self, what: str, text: str) -> None:
        self.losses.append(Remark(what.format(quoted(text)), len(self.kept), text))


def _moved(remarks: Sequence[Remark], sorting: _Sorting) -> Iterator[Remark]:
    return (replace(said, rank=sorting.ranks[said.rank]) for said in remarks)


@dataclass(frozen=True, slots=True)
class _Levelled:
    """A part, and its level if it is a sub-heading."""

    part: Part
    level: int | None = None
    bold: bool = field(default=False)
    """Whether nothing but bold type says that it is one."""


def _levelled(parts: Sequence[Part]) -> Iterator[_Levelled]:
    """The parts with the levels of headings: what their number says, else their element, else bold type."""
    lines = [part for part in parts if isinstance(part, Line)]
    stated = sorted({line.heading for line in lines if line.heading})
    levels = {level: min(rank, _LOWEST) for rank, level in enumerate(stated, 1)}
    tells = sum(_is_bold(line) for line in lines) <= _MOSTLY * len(lines)
    for part in parts:
        if not isinstance(part, Line) or part.bullets or part.numbered or part.quoted:
            yield _Levelled(part)
        elif level := heading_level(part.text.text) or (part.heading and levels[part.heading]):
            yield _Levelled(part, level)
        else:
            bold = tells and _is_bold(part) and may_be_heading(part.text.text)
            yield _Levelled(part, 1 if bold else None, bold)


def _is_bold(line: Line) -> bool:
    marks = [mark for mark in line.text.marks if mark.tone is Tone.STRONG]
    return [(mark.start, mark.end) for mark in marks] == [(0, len(line.text.text))]


def _bold_headings(parts: Sequence[_Levelled]) -> Iterator[Remark]:
    for rank, each in enumerate(parts):
        if each.bold and isinstance(each.part, Line):
            yield Remark(f"加粗的一行{quoted(each.part.text.text)}作为小标题", rank)


def _embedded(walk: Walk) -> Iterator[Remark]:
    if walk.embedded:
        yield Remark(f"视频、音频等嵌入的内容{walk.embedded}处未导入", 0)


def _characters(walk: Walk) -> Iterator[Remark]:
    if walk.blanks:
        yield Remark(f"特殊宽度的空格{walk.blanks}个改为普通空格", 0)
    if walk.hidden:
        yield Remark(f"没有宽度的隐形字符{walk.hidden}个删去", 0)


def _orderly(parts: Sequence[_Levelled]) -> Iterator[_Levelled]:
    """The parts; a list that another part has cut begins anew, and no item stands two levels below the last."""
    level = 0
    for each in parts:
        line = each.part
        if isinstance(line, Line) and line.bullets:
            bullets = min(line.bullets, level + 1, DEEPEST_LIST)
            yield replace(each, part=replace(line, bullets=bullets, opens=line.opens or bullets > level))
            level = bullets
        else:
            yield each
            level = 0


def _draft(each: _Levelled) -> Draft:
    match each.part:
        case Grid(rows=rows):
            width = len(rows[0])
            return Draft(tuple(cell for row in rows for cell in row), lambda cells: _table(cells, width))
        case Image(picture=picture, caption=caption):
            return Draft((caption,), lambda found: Figure(picture, found[0]))
        case line:
            text = MarkedText(line.text.text) if each.level else line.text
            return Draft((text,), lambda found: _block(each.level, line, found[0]))


def _table(cells: tuple[Passage, ...], width: int) -> Table:
    rows = tuple(cells[at : at + width] for at in range(0, len(cells), width))
    return Table(rows, (None,) * width)


def _block(level: int | None, line: Line, passage: Passage) -> Block:
    if level:
        return Heading(level, passage)
    if line.bullets:
        return ListItem(line.bullets, passage, opens=line.opens)
    return Quote(passage) if line.quoted else Paragraph(passage)
