"""The Word edition of a cumulative index: contents across the page, the other lists in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from docx.oxml.xmlchemy import BaseOxmlElement

from kjqb.layout.styles import BlockStyle, Face, Role, StyleSheet, style_sheet
from kjqb.layout.target import Target
from kjqb.model.cumulative_index import By, CumulativeIndex, Entry, IndexPart, group_title, printed
from kjqb.model.page_setup import PageSetup
from kjqb.ooxml.elements import element
from kjqb.ooxml.package import bare_document, describe, font_table, to_bytes
from kjqb.ooxml.runs import Setting, styled_run, text_runs
from kjqb.render.docx import fonts
from kjqb.render.docx.sections import page, set_page_numbers
from kjqb.render.docx.settings import settings
from kjqb.render.docx.styles import WordStyle, footer_style, foundation, masthead_styles, paragraph_style
from kjqb.text.width import display_width
from kjqb.units import Length

PREFACE = "编制说明"
_BLANK = "\u3000"
_LEVELS = 3
_HEADING, _GROUP, _TEXT = "Heading1", "Heading2", "BodyText"
_CONTENTS, _SECTION = "TOC1", "Section"
_LEADERS = 2
"""Cells that leaders need at least; a line without room for them has none."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How the edition is set."""

    setup: PageSetup
    styles: StyleSheet

    @property
    def gap(self) -> Length:
        """Between the columns."""
        return self.setup.font_size * 2

    @property
    def column(self) -> Length:
        """The width of a column."""
        return (self.setup.measure - self.gap) * 0.5

    @property
    def small(self) -> BlockStyle:
        """The type of entries, set left: in a narrow column lines that are filled would gape."""
        return replace(self.styles[Role.CELL], left_indent=self.em, hanging=self.em)

    @property
    def text(self) -> BlockStyle:
        """Of 编制说明."""
        return replace(self.styles[Role.CELL], pitch=self.setup.pitch * 0.75, first_indent=self.em * 2)

    @property
    def em(self) -> Length:
        """Of the entries' type."""
        return self.styles[Role.CELL].type.size


def index_docx(index: CumulativeIndex, setup: PageSetup, *, modified: datetime) -> bytes:
    """The edition as a file's bytes; the same for the same index, setup and date."""
    sheet = _Sheet(setup, style_sheet(setup, index.title, ""))
    document = bare_document()
    describe(document, title=f"{index.title}累积索引", author=index.office or index.title, modified=modified, pages=1)
    font_table(document)._blob = fonts.font_table()
    document.styles.element.extend(_styles(sheet))
    document.settings.element.extend(settings())
    body = document.element.body
    made = [*_front(index, sheet)]
    _end_section(made[-1], _section(sheet))
    for part in index.parts:
        made += _part(part, sheet)
    for each in made:
        body.insert(len(body) - 1, each)
    last = made[-1].pPr.find(_SECT_PR)
    body.sectPr[:] = list(last)
    made[-1].pPr.remove(last)
    set_page_numbers(document.sections[0])
    return to_bytes(document)


_SECT_PR = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sectPr"


def _styles(sheet: _Sheet) -> Iterator[BaseOxmlElement]:
    body, title = sheet.styles[Role.BODY], sheet.styles[Role.TITLE]
    small = sheet.small
    group = BlockStyle(Face.HEI, sheet.styles[Role.CELL].type, sheet.setup.pitch, keep_next=True)
    yield from foundation(body, Target.WORD)
    yield footer_style()
    yield from masthead_styles(sheet.styles, sheet.setup.measure)
    yield paragraph_style(WordStyle(_HEADING, "heading 1", 0), title, {})
    yield paragraph_style(WordStyle(_GROUP, "heading 2", 1), group, {})
    yield paragraph_style(WordStyle(_TEXT, "Body Text"), sheet.text, {})
    yield paragraph_style(WordStyle(_SECTION, "栏目"), replace(small, face=Face.KAI, keep_next=True), {})
    yield paragraph_style(WordStyle(_CONTENTS, "toc 1"), small, _tabs(sheet.setup.measure))
    for level in range(1, _LEVELS + 1):
        style = replace(small, left_indent=sheet.em * level)
        yield paragraph_style(WordStyle(f"Index{level}", f"index {level}"), style, _tabs(sheet.column))


def _tabs(right: Length) -> Mapping[str, BaseOxmlElement]:
    """A tab with leaders to the right edge; lines are set left."""
    stop = element("tab", val="right", leader="dot", pos=right.twips)
    return {"tabs": element("tabs", stop), "jc": element("jc", val="left")}


def _front(index: CumulativeIndex, sheet: _Sheet) -> Iterator[BaseOxmlElement]:
    """Masthead and 编制说明."""
    styles = sheet.styles
    yield _paragraph("Title", *_runs(index.title, styles[Role.MASTHEAD]))
    yield _paragraph("IssueLine", *_runs("累积索引", styles[Role.ISSUE_LINE]))
    office = styles[Role.OFFICE_LINE]
    yield _paragraph("OfficeLine", *_runs(index.office, office), _tab(office), *_runs(index.span, office))
    yield _paragraph(_HEADING, *_runs(PREFACE, styles[Role.TITLE]))
    for text in index.preface:
        yield _paragraph(_TEXT, *_runs(text, sheet.text))


def _part(part: IndexPart, sheet: _Sheet) -> list[BaseOxmlElement]:
    """A part on a new page: its title across the page, then its entries."""
    title = _paragraph(_HEADING, *_runs(part.by.title, sheet.styles[Role.TITLE]))
    if part.by is By.CONTENTS:
        made = [title, *_contents(part, sheet)]
        _end_section(made[-1], _section(sheet))
        return made
    _end_section(title, _section(sheet))
    made = [title, *_list(part, sheet)]
    if len(made) == 1:
        made.append(_paragraph("Index1"))
    _end_section(made[-1], _section(sheet, columns=2))
    return made


def _contents(part: IndexPart, sheet: _Sheet) -> Iterator[BaseOxmlElement]:
    group = section = ""
    small = sheet.small
    for entry in part.entries:
        if entry.group != group:
            group, section = entry.group, ""
            yield _group(group, sheet)
        if entry.section != section and entry.section:
            section = entry.section
            yield _paragraph(_SECTION, *_runs(section, replace(small, face=Face.KAI)))
        heading = f"{entry.heading}{_BLANK}{'、'.join(entry.authors)}" if entry.authors else entry.heading
        pages = ",".join(str(locator.page) for locator in entry.locators)
        yield _paragraph(_CONTENTS, *_runs(heading, small), _tab(small), *_runs(pages, small))


def _list(part: IndexPart, sheet: _Sheet) -> Iterator[BaseOxmlElement]:
    group = ""
    for entry in part.entries:
        if entry.group != group:
            group = entry.group
            yield _group(group, sheet)
        yield from _entry(entry, sheet)


def _group(text: str, sheet: _Sheet) -> BaseOxmlElement:
    style = replace(sheet.styles[Role.CELL], face=Face.HEI)
    return _paragraph(_GROUP, *_runs(group_title(text), style))


def _entry(entry: Entry, sheet: _Sheet) -> Iterator[BaseOxmlElement]:
    small, level = sheet.small, max(entry.level, 1)
    style, below = f"Index{level}", f"Index{min(level + 1, _LEVELS)}"
    heading = list(_runs(entry.heading, small))
    if entry.see:
        yield _paragraph(style, *heading, *_reference("见", entry.see, small))
    elif entry.divisions or not entry.locators:
        yield _paragraph(style, *heading)
    else:
        yield _located(style, heading, printed(entry.locators), small, sheet)
    for division in entry.divisions:
        label = list(_runs(division.label, small))
        yield _located(below, label, printed(division.locators), small, sheet)
    if entry.see_also:
        yield _paragraph(below, *_reference("参见", entry.see_also, small))


def _located(
    style: str, heading: list[BaseOxmlElement], locators: str, small: BlockStyle, sheet: _Sheet
) -> BaseOxmlElement:
    """A heading and its locators: behind leaders at the column's edge; where they are long, behind a blank."""
    cells = sheet.column.twips * 2 // sheet.em.twips
    if display_width(locators) + _LEADERS * 2 <= cells // 2 + _LEADERS * 2:
        return _paragraph(style, *heading, _tab(small), *_runs(locators, small))
    return _paragraph(style, *heading, *_runs(_BLANK + locators, small))


def _reference(word: str, headings: tuple[str, ...], small: BlockStyle) -> Iterator[BaseOxmlElement]:
    yield from _runs(f"{_BLANK}{word}{_BLANK}", replace(small, face=Face.KAI))
    yield from _runs("；".join(headings), small)


def _paragraph(style: str, *content: BaseOxmlElement) -> BaseOxmlElement:
    return element("p", element("pPr", element("pStyle", val=style)), *content)


def _runs(text: str, style: BlockStyle) -> Iterator[BaseOxmlElement]:
    return text_runs(text, Setting(style.face.value, style.type.note_size))


def _tab(style: BlockStyle) -> BaseOxmlElement:
    return styled_run(element("tab"), style.face.value, cjk=False)


def _section(sheet: _Sheet, *, columns: int = 1) -> BaseOxmlElement:
    """One that begins on a new page, or in columns, where the one before it ends."""
    kind = element("type", val="nextPage" if columns == 1 else "continuous")
    cols = element("cols", num=columns, space=sheet.gap.twips)
    return element("sectPr", kind, *page(sheet.setup), cols)


def _end_section(paragraph: BaseOxmlElement, section: BaseOxmlElement) -> None:
    paragraph.pPr.append(section)
