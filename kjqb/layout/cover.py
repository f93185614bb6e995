"""The cover: masthead and contents list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kjqb.layout.body import section_label
from kjqb.layout.compose import Composer
from kjqb.layout.inline import Inline
from kjqb.layout.pages import LaidText
from kjqb.layout.styles import Role
from kjqb.model.bulletin import ContentsStyle
from kjqb.model.issue import Issue
from kjqb.text.numerals import chinese_date

NUMBER_ROOM = 1.5
"""What leaders and page number of a contents entry take at the least, in em."""

DATE_ROOM = 0.5
"""What is free at the least between office and date, in em."""

ROLES = ("编辑", "编印", "主办", "主编")
"""What an office line may say of the office; the first where it says nothing."""


def cover(issue: Issue, style: ContentsStyle, numbers: Sequence[str], composer: Composer) -> Iterator[LaidText]:
    """Masthead and contents list, whose entries bear the page numbers given, one an article."""
    yield composer.text(issue.masthead.title.text, Role.MASTHEAD)
    yield composer.text(issue_line(issue), Role.ISSUE_LINE)
    yield from _office(office_line(issue), date_line(issue), composer)
    if style.heading:
        yield composer.text(style.heading, Role.CONTENTS_HEADING)
    section = ""
    for article, number in zip(issue.articles, numbers, strict=True):
        if article.section and article.section != section:
            yield composer.text(section_label(article.section), Role.CONTENTS_SECTION)
        section = article.section
        yield replace(_entry(article.title.text, composer), marker=style.marker, tail=number)


def issue_line(issue: Issue) -> str:
    """The issue line that an edition prints."""
    whole = f"（总第{issue.whole_number}期）" if issue.whole_number else ""
    return issue.id.label + whole


def office_line(issue: Issue) -> str:
    """The office line that an edition prints; empty where no office is named."""
    office = issue.masthead.office.text if issue.masthead.office else ""
    return office if not office or office.endswith(ROLES) else office + ROLES[0]


def date_line(issue: Issue) -> str:
    """The issue's date as an edition prints it; empty without one."""
    return chinese_date(issue.date) if issue.date else ""


def _office(office: str, date: str, composer: Composer) -> Iterator[LaidText]:
    """The office and the date behind it, which has a line of its own where it finds no room."""
    block = composer.text(office, Role.OFFICE_LINE)
    type_ = block.style.type
    free = composer.setup.measure.twips - type_.width(block.lines[-1].text)
    if office and free < type_.width(date) + DATE_ROOM * type_.size.twips:
        yield block
        block = composer.text("", Role.OFFICE_LINE)
    yield replace(block, tail=date)


def _entry(title: str, composer: Composer) -> LaidText:
    """An entry; where its last line is too full for leaders and number, these have a line of their own."""
    block = composer.text(title, Role.CONTENTS_ENTRY)
    style = block.style
    free = composer.setup.measure.twips - style.left_indent.twips - style.type.width(block.lines[-1].text)
    full = free < NUMBER_ROOM * style.type.size.twips
    return replace(block, lines=(*block.lines, Inline(""))) if full else block
