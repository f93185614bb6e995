"""Issues of generated text and blocks, to be laid out by several engines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from random import Random

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.model.article import Article, Block, CellAlign, Heading, ListItem, Note, Origin, Paragraph, Quote, Table
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue, IssueId, Masthead
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup
from kjqb.model.source import Passage
from kjqb.render.docx.edition import docx
from kjqb.text.marks import Tone
from kjqb.units import mm, pt
from tests.grammar import Grammar
from tests.grammar.marked import marks_on
from tests.issues import figure, passage

SMALL = replace(BULLETIN, font_size=pt(12), pitch=pt(22), characters=35, lines=28, margin_left=mm(30))
"""A page setup that no preset has."""

PRESETS = tuple(replace(setup, run_on=run_on) for setup in (BULLETIN, GBT9704) for run_on in (True, False))
"""Both presets, articles run on and each on a new page."""

SETUPS = (*PRESETS, SMALL, replace(GBT9704, even_pages=True, first_page=101))


_RARE = "[\u0f00-\u0fff\u1100-\u18af\u200d\u2160-\u217f\u2600-\u27bf\uac00-\ud7a3\ufe00-\ufe0f\U00010000-\U0010ffff]"
"""Joined scripts, Korean, signs and emoji, and all beyond the basic plane."""


@dataclass(frozen=True, slots=True)
class Case:
    """A generated issue laid out for one target, and its Word edition."""

    name: str
    layout: Layout
    file: Path


def plain(seed: int, target: Target, folder: Path) -> Case:
    """The issue of a seed: plain paragraphs and headings."""
    setup = PRESETS[seed % len(PRESETS)]
    return case(f"{seed:03} {_name(setup)}", plain_issue(seed), _bulletin(setup), target, folder)


def mixed(seed: int, target: Target, folder: Path) -> Case:
    """The issue of a seed with all that an issue can hold.

    For Word's rules without characters that the free fonts lack: what stands in for them there is LibreOffice's choice.
    """
    setup = SETUPS[seed % len(SETUPS)]
    issue = mixed_issue(seed, rare=target is Target.LIBREOFFICE)
    return case(f"{seed:03} mixed {_name(setup)}", issue, _bulletin(setup), target, folder)


def case(name: str, issue: Issue, bulletin: Bulletin, target: Target, folder: Path) -> Case:
    """An issue laid out and written into the folder."""
    layout = lay_out(issue, bulletin, target)
    file = folder / f"{target.value}-{name.replace(' ', '-')}.docx"
    file.write_bytes(docx(issue, layout, modified=datetime(2024, 1, 1)))
    return Case(name, layout, file)


def plain_issue(seed: int) -> Issue:
    """Six articles of generated sentences under a masthead, with a colophon."""
    text = Grammar(seed).issue(6)
    articles = (
        Article(f"{seed}-{rank}.md", passage(article.title), tuple(_block(*block) for block in article.blocks))
        for rank, article in enumerate(text.articles)
    )
    return _issue(seed, tuple(articles))


def mixed_issue(seed: int, *, rare: bool) -> Issue:
    """Articles with tables, figures, footnotes, lists, quotations, sections and sources.

    Every second issue is of hostile sentences, with rare characters or without; every fourth has so many articles that
    its contents list takes a second page.
    """
    random = Random(seed)
    grammar = Grammar(seed, hostile=seed % 2 == 0)
    long = seed % 4 == 3
    text = grammar.issue(24 if long else 6, (1, 3) if long else (5, 12))
    sections = sorted(random.choices(["要闻", "专题研究", "交流", ""], k=len(text.articles)))
    articles = (
        _Mixer(random, grammar, rare=rare).article(f"{seed}-{rank}.md", article.title, article.blocks, section)
        for rank, (article, section) in enumerate(zip(text.articles, sections, strict=True))
    )
    return _issue(seed, tuple(articles))


class _Mixer:
    """Makes an article of generated paragraphs, and puts other blocks between them."""

    def __init__(self, random: Random, grammar: Grammar, *, rare: bool) -> None:
        self._random = random
        self._grammar = grammar
        self._unwanted = re.compile("" if rare else _RARE)
        self._notes: list[Note] = []

    def article(self, file: str, title: str, blocks: tuple[tuple[int | None, str], ...], section: str) -> Article:
        made = tuple(block for level, text in blocks for block in self._blocks(level, text))
        return Article(
            file,
            passage(title),
            made,
            section=section,
            authors=self._random.choice(((), (), ("陈一", "林二三"))),
            origin=self._random.choice((Origin(), Origin("某某网站"), Origin("某报", date=date(2024, 1, 5)))),
            notes=tuple(self._notes),
            page_break_before=self._random.random() < 0.1,
        )

    def _blocks(self, level: int | None, text: str) -> Iterator[Block]:
        text = self._unwanted.sub("", text)
        if level:
            yield Heading(level, passage(text))
            return
        kind = self._random.random()
        if kind < 0.08:
            yield from self._table()
        elif kind < 0.14:
            yield from (ListItem(self._random.randint(1, 3), self._marked(self._sentence())) for _ in range(3))
        elif kind < 0.2:
            yield Quote(self._marked(text))
        elif kind < 0.26:
            size = mm(self._random.randint(20, 300)), mm(self._random.randint(10, 300))
            yield figure(*size, self._random.choice(("", "图1  " + self._grammar.title())))
        yield Paragraph(self._marked(text))

    def _table(self) -> Iterator[Block]:
        if self._random.random() < 0.5:
            yield Paragraph(passage(f"表{self._random.randint(1, 9)}  {self._grammar.title()}"))
        columns = self._random.randint(1, 5)
        rows = [tuple(self._cell() for _ in range(columns)) for _ in range(self._random.randint(2, 14))]
        yield Table(tuple(rows), tuple(self._random.choice((None, *CellAlign)) for _ in range(columns)))

    def _cell(self) -> Passage:
        text = self._sentence()
        return passage(self._random.choice((text, text[:4], text[:8], str(len(text)))))

    def _sentence(self) -> str:
        return self._unwanted.sub("", self._grammar.sentence())

    def _marked(self, text: str) -> Passage:
        """The text with words and phrases set apart and footnotes behind some."""
        marks = marks_on(text, self._random)
        labelled = (replace(mark, label=self._note()) if mark.tone is Tone.NOTE else mark for mark in marks)
        return replace(passage(text), marks=tuple(labelled))

    def _note(self) -> str:
        label = str(len(self._notes) + 1)
        self._notes.append(
            Note(label, tuple(passage(self._sentence()) for _ in range(self._random.choice((1, 1, 1, 1, 1, 2)))))
        )
        return label


def _issue(seed: int, articles: tuple[Article, ...]) -> Issue:
    masthead = Masthead(passage("排版核对"), passage("生成文本"))
    return Issue(IssueId(2024, seed % 366 + 1), masthead, articles, (passage("编辑：程序"), passage("电话：0000")))


def _bulletin(setup: PageSetup) -> Bulletin:
    return Bulletin(passage("排版核对"), page_setup=setup)


def _name(setup: PageSetup) -> str:
    return f"{setup.preset} {setup.characters}x{setup.lines} {'run-on' if setup.run_on else 'new-page'}"


def _block(level: int | None, text: str) -> Block:
    return Heading(level, passage(text)) if level else Paragraph(passage(text))
