"""The Word edition of an issue, written so that its pages are those of the layout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.pages import LaidBlock, Layout
from kjqb.layout.styles import Role
from kjqb.model.issue import Issue
from kjqb.ooxml.elements import element
from kjqb.ooxml.fields import field, field_begin, field_end
from kjqb.ooxml.numbering import bullet
from kjqb.ooxml.package import bare_document, describe, font_table, to_bytes
from kjqb.ooxml.runs import styled_run, text_runs
from kjqb.render.docx import fonts
from kjqb.render.docx.sections import set_sections
from kjqb.render.docx.settings import settings
from kjqb.render.docx.styles import BULLET_NUMBER, WORD_STYLES, styles

CONTENTS_FIELD = r'TOC \o "1-1" \h \z \u'


def docx(issue: Issue, layout: Layout, *, modified: datetime) -> bytes:
    """The edition as a file's bytes; the same for the same issue, layout and date."""
    document = bare_document()
    title = f"{issue.masthead.title.text}{issue.id.label}"
    author = issue.masthead.office.text if issue.masthead.office else issue.masthead.title.text
    describe(document, title=title, author=author, modified=modified, pages=len(layout.pages))
    font_table(document)._blob = fonts.font_table()
    marker = next((block.marker for block in layout.cover if block.marker), "")
    document.styles.element.extend(styles(layout, numbered=bool(marker)))
    document.settings.element.extend(settings())
    if marker:
        entry = layout.styles[Role.CONTENTS_ENTRY]
        numbering = bullet(BULLET_NUMBER, marker, font=entry.face.value, style="TOC1", hanging=entry.left_indent)
        document.part.numbering_part.element.extend(numbering)
    body = document.element.body
    cover = list(_cover(layout, issue))
    for paragraph in (*cover, *_articles(layout, issue), *_colophon(layout)):
        body.insert(len(body) - 1, paragraph)
    set_sections(document, cover[-1], layout)
    return to_bytes(document)


def _cover(layout: Layout, issue: Issue) -> Iterator[BaseOxmlElement]:
    entries = [block for block in layout.cover if block.role is Role.CONTENTS_ENTRY]
    for block in layout.cover:
        if block.role is Role.CONTENTS_ENTRY:
            rank = entries.index(block)
            yield _entry(block, _bookmark(issue, rank), first=rank == 0, last=rank == len(entries) - 1)
        else:
            yield _paragraph(block, *_text(block))


def _entry(block: LaidBlock, bookmark: str, *, first: bool, last: bool) -> BaseOxmlElement:
    """An entry of the contents list, with the field's begin in the first and its end in the last."""
    number = text_runs(block.tail, block.style.face.value)
    link = element(
        "hyperlink",
        *text_runs(_joined(block), block.style.face.value),
        _tab(block),
        *field(rf"PAGEREF {bookmark} \h", number),
        anchor=bookmark,
        history=True,
    )
    opening = field_begin(CONTENTS_FIELD) if first else ()
    return _paragraph(block, *opening, link, *((field_end(),) if last else ()))


def _articles(layout: Layout, issue: Issue) -> Iterator[BaseOxmlElement]:
    for block in layout.blocks:
        if block.role is Role.TITLE and block.article is not None:
            mark = {"id": block.article + 1}
            start = element("bookmarkStart", name=_bookmark(issue, block.article), **mark)
            yield _paragraph(block, start, *_text(block), element("bookmarkEnd", **mark))
        else:
            yield _paragraph(block, *_text(block))


def _colophon(layout: Layout) -> Iterator[BaseOxmlElement]:
    """The colophon's lines, kept whole; the first is pushed to the foot of its page."""
    for rank, block in enumerate(layout.colophon):
        paragraph = _paragraph(block, *_text(block))
        properties = paragraph.get_or_add_pPr()
        if rank < len(layout.colophon) - 1:
            properties.insert_element_before(element("keepNext"), *_AFTER_KEEP_NEXT)
        if rank == 0:
            pitch = block.style.pitch.twips
            properties.append(element("spacing", before=layout.colophon_gap.twips, line=pitch, lineRule="exact"))
        yield paragraph


_AFTER_KEEP_NEXT = ("w:pageBreakBefore", "w:widowControl", "w:spacing", "w:ind")
"""What may follow keepNext in a paragraph's properties here (ISO/IEC 29500-1, 17.3.1.26)."""


def _paragraph(block: LaidBlock, *content: BaseOxmlElement) -> BaseOxmlElement:
    properties = [element("pStyle", val=WORD_STYLES[block.role].id)]
    if block.new_page:
        properties.append(element("pageBreakBefore"))
    if block.holds_two:
        properties.append(element("widowControl", val=True))
    if block.inset.twips:
        properties.append(element("ind", left=block.inset.twips, right=block.inset.twips))
    return element("p", element("pPr", *properties), *content)


def _text(block: LaidBlock) -> Iterator[BaseOxmlElement]:
    yield from text_runs(_joined(block), block.style.face.value)
    if block.tail:
        yield _tab(block)
        yield from text_runs(block.tail, block.style.face.value)


def _joined(block: LaidBlock) -> str:
    return "".join(block.lines)


def _tab(block: LaidBlock) -> BaseOxmlElement:
    return styled_run(element("tab"), block.style.face.value, cjk=False)


def _bookmark(issue: Issue, rank: int) -> str:
    """The bookmark of an article's title, named as Word names those of a contents list."""
    return f"_Toc{issue.id.year:04d}{issue.id.number:03d}{rank + 1:02d}"
