"""The Word edition of an issue, written so that its pages are those of the layout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count, pairwise

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.body import LIST_MARK
from kjqb.layout.pages import LaidBlock, LaidTable, LaidText, Layout, is_title
from kjqb.layout.styles import LISTS, Role
from kjqb.model.issue import Issue
from kjqb.ooxml.elements import element
from kjqb.ooxml.fields import field, field_begin, field_end
from kjqb.ooxml.numbering import Bullet, numberings
from kjqb.ooxml.package import bare_document, describe, font_table, to_bytes
from kjqb.ooxml.runs import LATIN_FONT
from kjqb.render.docx import fonts
from kjqb.render.docx.figures import figure
from kjqb.render.docx.notes import add_notes
from kjqb.render.docx.paragraphs import Notes, content, inline_runs, paragraph, tab, tail
from kjqb.render.docx.sections import set_sections
from kjqb.render.docx.settings import settings
from kjqb.render.docx.styles import BULLETS, WORD_STYLES, styles
from kjqb.render.docx.tables import table


def docx(issue: Issue, layout: Layout, *, modified: datetime) -> bytes:
    """The edition as a file's bytes; the same for the same issue, layout and date."""
    document = bare_document()
    title = f"{issue.masthead.title.text}{issue.id.label}"
    author = issue.masthead.office.text if issue.masthead.office else issue.masthead.title.text
    describe(document, title=title, author=author, modified=modified, pages=len(layout.pages))
    font_table(document)._blob = fonts.font_table()
    bullets = {bullet.style: bullet for bullet in _bullets(layout)}
    document.styles.element.extend(styles(layout, [role for role in BULLETS if WORD_STYLES[role].id in bullets]))
    document.settings.element.extend(settings())
    document.part.numbering_part.element.extend(numberings(list(bullets.values())))
    notes = Notes()
    cover = list(_cover(layout, issue, notes))
    body = document.element.body
    for made in (*cover, *_articles(document, layout, issue, notes), *_colophon(layout, notes)):
        body.insert(len(body) - 1, made)
    set_sections(document, cover[-1], layout, noted=bool(notes.listed))
    add_notes(document, notes)
    return to_bytes(document)


def _bullets(layout: Layout) -> Iterator[Bullet]:
    """The marks that hang before paragraphs of this issue."""
    marker = next((block.marker for block in layout.cover if block.marker), "")
    marks = {Role.CONTENTS_ENTRY: marker} if marker else {}
    marks |= {block.role: LIST_MARK for block in layout.blocks if isinstance(block, LaidText) and block.role in LISTS}
    for role, mark in marks.items():
        style = layout.styles[role]
        font = LATIN_FONT if role in LISTS else style.face.value
        yield Bullet(BULLETS[role], mark, font, WORD_STYLES[role].id, style.left_indent, style.hanging)


def _cover(layout: Layout, issue: Issue, notes: Notes) -> Iterator[BaseOxmlElement]:
    """Masthead and contents list, with the field's begin in the first line of the list and its end in the last."""
    listed = [block for block in layout.cover if block.role in {Role.CONTENTS_SECTION, Role.CONTENTS_ENTRY}]
    rank = 0
    for block in layout.cover:
        if block.role is Role.CONTENTS_ENTRY:
            made = list(_entry(block, _bookmark(issue, rank)))
            rank += 1
        else:
            made = list(content(block, notes))
        if block in listed[:1]:
            made = [*field_begin(_contents_field(layout)), *made]
        if block in listed[-1:]:
            made.append(field_end())
        yield paragraph(block, *made)


def _contents_field(layout: Layout) -> str:
    """The field that makes the contents list: titles, and sections without a page number where there are some."""
    has_sections = any(block.role is Role.CONTENTS_SECTION for block in layout.cover)
    sections = rf' \t "{WORD_STYLES[Role.SECTION].name},2" \n 2-2' if has_sections else ""
    return rf'TOC \o "1-1" \h \z{sections}'


def _entry(block: LaidText, bookmark: str) -> Iterator[BaseOxmlElement]:
    yield element(
        "hyperlink",
        *inline_runs(block.inline, block.style),
        tab(block),
        *field(rf"PAGEREF {bookmark} \h", tail(block)),
        anchor=bookmark,
        history=True,
    )


def _articles(document: Document, layout: Layout, issue: Issue, notes: Notes) -> Iterator[BaseOxmlElement]:
    drawings = count(1)
    for block in layout.blocks:
        if isinstance(block, LaidText):
            yield paragraph(block, *_marked(block, issue, list(content(block, notes))))
        elif isinstance(block, LaidTable):
            yield table(block, notes)
        else:
            yield figure(block, document, next(drawings))


def _marked(block: LaidBlock, issue: Issue, runs: list[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """The runs of a paragraph; those of a title in the bookmark that its entry points to."""
    if not is_title(block) or block.article is None:
        yield from runs
        return
    mark = {"id": block.article + 1}
    yield element("bookmarkStart", name=_bookmark(issue, block.article), **mark)
    yield from runs
    yield element("bookmarkEnd", **mark)


def _colophon(layout: Layout, notes: Notes) -> Iterator[BaseOxmlElement]:
    """The colophon's lines, kept whole."""
    for block, following in pairwise([*layout.colophon, None]):
        assert block is not None
        made = paragraph(block, *content(block, notes))
        if following and not following.new_page:
            made.pPr.insert_element_before(element("keepNext"), *_AFTER_KEEP_NEXT)
        yield made


_AFTER_KEEP_NEXT = ("w:pageBreakBefore", "w:widowControl", "w:numPr", "w:spacing", "w:ind")
"""What may follow keepNext in a paragraph's properties here (ISO/IEC 29500-1, 17.3.1.26)."""


def _bookmark(issue: Issue, rank: int) -> str:
    """The bookmark of an article's title, named as Word names those of a contents list."""
    return f"_Toc{issue.id.year:04d}{issue.id.number:03d}{rank + 1:02d}"
