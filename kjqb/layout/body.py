"""The blocks of an article, in lines, rows and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kjqb.layout.compose import Composer
from kjqb.layout.figures import lay_figure
from kjqb.layout.inline import Inline
from kjqb.layout.pages import LaidBlock, LaidTable, LaidText
from kjqb.layout.styles import HEADINGS, LISTS, Role
from kjqb.layout.tables import lay_table
from kjqb.model.article import Article, Block, Figure, Heading, ListItem, Note, Origin, Paragraph, Quote, Table
from kjqb.model.issue import Issue
from kjqb.text.characters import ends_sentence
from kjqb.text.numerals import chinese_date

LIST_MARK = "•"
"""What hangs before an item of a list."""

_CAPTION = re.compile(r"(?:附|续)?表\s?[\d一二三四五六七八九十]")
_LONGEST_CAPTION = 60


def section_label(name: str) -> str:
    """A section's name as it heads its articles."""
    return f"【{name}】"


def body(issue: Issue, composer: Composer) -> Iterator[LaidBlock]:
    """All articles, each with the heading of its section where that changes; tables are kept apart by an empty line."""
    blocks = list(_articles(issue, composer))
    for block, following in pairwise([*blocks, None]):
        assert block is not None
        yield block
        ends_file = following is None and not issue.colophon
        if isinstance(block, LaidTable) and (isinstance(following, LaidTable) or ends_file):
            yield LaidText((Inline(""),), Role.BODY, composer.styles[Role.BODY], article=block.article)


def _articles(issue: Issue, composer: Composer) -> Iterator[LaidBlock]:
    section = ""
    for rank, article in enumerate(issue.articles):
        heading = article.section if article.section != section else ""
        section = article.section
        first, *rest = _article(article, heading, composer)
        assert isinstance(first, LaidText)  # the title, or the heading of its section
        new_page = rank > 0 and (article.page_break_before or not composer.setup.run_on)
        yield replace(first, article=rank, new_page=new_page)
        yield from (replace(block, article=rank) for block in rest)


def _article(article: Article, section: str, composer: Composer) -> Iterator[LaidBlock]:
    if section:
        yield composer.text(section_label(section), Role.SECTION)
    yield composer.title(article.title.text)
    if article.authors and composer.setup.by_line:
        yield composer.text("\u3000".join(article.authors), Role.BY_LINE)
    notes = {note.label: note for note in article.notes}
    opens = True
    for block, following in pairwise([*article.blocks, None]):
        assert block is not None
        role = _role(block, following)
        for laid in _lay(block, role, composer, notes):
            yield _holding_two(laid) if opens else laid
        opens = opens and isinstance(block, Heading)
    if article.origin.name and composer.setup.source_line:
        yield composer.text(_source_line(article.origin), Role.SOURCE_LINE)


def _holding_two(block: LaidBlock) -> LaidBlock:
    """The block with widow control if it is a paragraph of the body.

    Not where footnotes hang on its first lines: there LibreOffice would part it from its title.
    """
    if not isinstance(block, LaidText) or block.role is not Role.BODY or any(line.notes for line in block.lines[:2]):
        return block
    return replace(block, holds_two=True)


def _lay(block: Block, role: Role, composer: Composer, notes: Mapping[str, Note]) -> Iterator[LaidBlock]:
    if isinstance(block, Table):
        yield lay_table(block, composer)
    elif isinstance(block, Figure):
        yield from lay_figure(block, composer, notes)
    else:
        laid = composer.passage(block.passage, role, notes)
        yield replace(laid, marker=LIST_MARK) if isinstance(block, ListItem) and block.opens else laid


def _role(block: Block, following: Block | None) -> Role:
    """What a paragraph is; one right before a table that is numbered as one is its caption."""
    if isinstance(block, Heading):
        return HEADINGS[block.level - 1]
    if isinstance(block, ListItem):
        return LISTS[min(block.level, len(LISTS)) - 1]
    if isinstance(block, Quote):
        return Role.QUOTE
    if isinstance(block, Paragraph) and isinstance(following, Table) and _is_caption(block.passage.text):
        return Role.TABLE_CAPTION
    return Role.BODY


def _is_caption(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and bool(_CAPTION.match(text)) and not ends_sentence(text)


def _source_line(origin: Origin) -> str:
    day = f"，{chinese_date(origin.date)}" if origin.date else ""
    return f"（来源：{origin.name}{day}）"
