"""An issue's way to its pages and its contents list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kjqb.layout.inline import Inline
from kjqb.layout.linebreak import PROGRAMS, Measure, break_lines
from kjqb.layout.pages import ContentsEntry, LaidBlock, Layout, Page, PlacedLine
from kjqb.layout.paginate import Placed, paginate
from kjqb.layout.slack import slacks
from kjqb.layout.styles import HEADINGS, Role, StyleSheet, style_sheet
from kjqb.layout.target import Target
from kjqb.layout.titles import title_inset
from kjqb.model.article import Article, Heading
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue
from kjqb.model.page_setup import PageSetup
from kjqb.text.spacing import Setting, spaced
from kjqb.units import Length

NUMBER_ROOM = 1.5
"""What leaders and page number of a contents entry take at the least, in em."""

_SETTINGS = {
    Role.TITLE: Setting.TITLE,
    Role.CONTENTS_ENTRY: Setting.TITLE,
    **dict.fromkeys(HEADINGS, Setting.HEADING),
}

ROLES = ("编辑", "编印", "主办", "主编")
"""What an office line may say of the office; the first where it says nothing."""


def lay_out(issue: Issue, bulletin: Bulletin, target: Target, program: Measure | None = None) -> Layout:
    """Break an issue into lines and pages for a target; `program` measures in its place (for comparisons)."""
    return _Compositor(issue, bulletin, target, program or PROGRAMS[target]).compose()


class _Compositor:
    """One issue on its way; the steps in the order in which they are taken."""

    def __init__(self, issue: Issue, bulletin: Bulletin, target: Target, program: Measure) -> None:
        self._issue = issue
        self._contents = bulletin.contents
        self._spacing = bulletin.conventions.spacing
        self._setup: PageSetup = bulletin.page_setup
        self._styles: StyleSheet = style_sheet(self._setup, issue.masthead.title.text)
        self._target = target
        self._program = program

    def compose(self) -> Layout:
        blocks = tuple(self._article_blocks())
        placed = paginate(blocks, self._setup.depth)
        unnumbered = tuple("" for _ in self._issue.articles)
        covers = len(paginate(tuple(self._cover_blocks(unnumbered)), self._setup.depth).pages)
        first = self._setup.first_page or covers + 1
        entries = tuple(self._entries(blocks, placed, first))
        cover_blocks = tuple(self._cover_blocks(tuple(str(entry.page) for entry in entries)))
        cover = paginate(cover_blocks, self._setup.depth)
        colophon = tuple(self._lay(line.text, Role.COLOPHON) for line in self._issue.colophon)
        colophon = _on_its_page(colophon, placed.pages[-1], self._setup)
        body, gap = _with_colophon(placed.pages, colophon, self._setup)
        pages = (
            *(Page(number, lines, cover=True) for number, lines in enumerate(cover.pages, first - covers)),
            *(Page(number, lines) for number, lines in enumerate(body, first)),
        )
        return Layout(
            target=self._target,
            setup=self._setup,
            styles=self._styles,
            cover=cover_blocks,
            blocks=blocks,
            colophon=colophon,
            colophon_gap=gap,
            pages=pages,
            entries=entries,
        )

    def _cover_blocks(self, numbers: tuple[str, ...]) -> Iterator[LaidBlock]:
        yield self._lay(self._issue.masthead.title.text, Role.MASTHEAD)
        yield self._lay(issue_line(self._issue), Role.ISSUE_LINE)
        yield replace(self._lay(office_line(self._issue), Role.OFFICE_LINE), tail=date_line(self._issue))
        if self._contents.heading:
            yield self._lay(self._contents.heading, Role.CONTENTS_HEADING)
        for article, number in zip(self._issue.articles, numbers, strict=True):
            yield replace(self._entry(article.title.text), marker=self._contents.marker, tail=number)

    def _entry(self, title: str) -> LaidBlock:
        """An entry; where its last line is too full for leaders and number, these have a line of their own."""
        block = self._lay(title, Role.CONTENTS_ENTRY)
        style = block.style
        free = self._setup.measure.twips - style.left_indent.twips - style.type.width(block.lines[-1])
        return block if free >= NUMBER_ROOM * style.type.size.twips else replace(block, lines=(*block.lines, ""))

    def _article_blocks(self) -> Iterator[LaidBlock]:
        for index, article in enumerate(self._issue.articles):
            new_page = index > 0 and not self._setup.run_on
            yield replace(self._title(article), article=index, new_page=new_page)
            opens = True
            for block in article.blocks:
                role = HEADINGS[block.level - 1] if isinstance(block, Heading) else Role.BODY
                laid = self._lay(block.passage.text, role)
                yield replace(laid, article=index, holds_two=opens and role is Role.BODY)
                opens = opens and role is not Role.BODY

    def _title(self, article: Article) -> LaidBlock:
        type_ = self._styles[Role.TITLE].type
        printed = spaced(article.title.text, self._spacing, Setting.TITLE)
        inset = title_inset(printed, self._setup.measure, type_, self._program)
        return self._lay(article.title.text, Role.TITLE, inset)

    def _lay(self, text: str, role: Role, inset: Length = Length(0)) -> LaidBlock:
        style = self._styles[role]
        text = spaced(text, self._spacing, _SETTINGS.get(role, Setting.PLAIN))
        measure = self._setup.measure - style.left_indent - style.right_indent - inset - inset
        lines = break_lines(Inline(text), measure, style.type, self._program, indent=style.first_indent)
        return LaidBlock(tuple(line.text for line in lines), role, style, inset=inset)

    def _entries(self, blocks: tuple[LaidBlock, ...], placed: Placed, first: int) -> Iterator[ContentsEntry]:
        pages = [start.page for block, start in zip(blocks, placed.starts, strict=True) if block.role is Role.TITLE]
        found = slacks(blocks, placed.starts, self._setup)
        for rank, (article, page, slack) in enumerate(zip(self._issue.articles, pages, found, strict=True), start=1):
            yield ContentsEntry(rank, article.title.text, first + page, slack, article.file)


def issue_line(issue: Issue) -> str:
    """The issue line that an edition prints."""
    whole = f"（总第{issue.whole_number}期）" if issue.whole_number else ""
    return issue.id.label + whole


def office_line(issue: Issue) -> str:
    """The office line that an edition prints; empty where no office is named."""
    office = issue.masthead.office.text if issue.masthead.office else ""
    return office if not office or office.endswith(ROLES) else office + ROLES[0]


def date_line(issue: Issue) -> str:
    """The issue's date as an edition prints it (GB/T 9704—2012, 7.3.5.4: no leading zeros); empty without one."""
    return f"{issue.date.year}年{issue.date.month}月{issue.date.day}日" if issue.date else ""


def _on_its_page(
    colophon: tuple[LaidBlock, ...], last: tuple[PlacedLine, ...], setup: PageSetup
) -> tuple[LaidBlock, ...]:
    """The colophon, which begins a page of its own where the last one has no room for all of it."""
    fits = _used(last) + sum(block.height for block in colophon) <= setup.depth.twips
    return colophon if fits else (replace(colophon[0], new_page=True), *colophon[1:])


def _with_colophon(
    pages: tuple[tuple[PlacedLine, ...], ...], colophon: tuple[LaidBlock, ...], setup: PageSetup
) -> tuple[tuple[tuple[PlacedLine, ...], ...], Length]:
    """The pages with the colophon at the foot of the last one, and the gap above it."""
    if not colophon:
        return pages, Length(0)
    *before, last = (*pages, ()) if colophon[0].new_page else pages
    top = foot = setup.pitch.twips * setup.lines - sum(block.height for block in colophon)
    lines: list[PlacedLine] = []
    for block in colophon:
        for index, text in enumerate(block.lines):
            lines.append(PlacedLine(text, block, index, Length(top)))
            top += block.style.pitch.twips
    return (*before, (*last, *lines)), Length(max(0, foot - _used(last)))


def _used(page: tuple[PlacedLine, ...]) -> int:
    return page[-1].top.twips + page[-1].block.style.pitch.twips if page else 0
