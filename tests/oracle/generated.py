"""Issues of generated text, to be laid out by several engines."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.styles import Role
from kjqb.layout.target import Target
from kjqb.model.article import Article, Block, Heading, Paragraph
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue, IssueId, Masthead
from kjqb.model.page_setup import BULLETIN, GBT9704
from kjqb.model.source import Passage, Source
from kjqb.render.docx.edition import docx
from kjqb.text.spans import Span
from tests.grammar import Grammar

SETUPS = tuple(replace(setup, run_on=run_on) for setup in (BULLETIN, GBT9704) for run_on in (True, False))
"""Both presets, articles run on and each on a new page."""


@dataclass(frozen=True, slots=True)
class Case:
    """A generated issue laid out for one target, and its Word edition."""

    name: str
    layout: Layout
    file: Path


def generated(seed: int, target: Target, folder: Path) -> Case:
    """The issue of a seed; the page setup goes round with the seeds."""
    setup = SETUPS[seed % len(SETUPS)]
    issue = generated_issue(seed)
    bulletin = Bulletin(issue.masthead.title, page_setup=setup)
    return case(f"{seed:03} {setup.preset} {'run-on' if setup.run_on else 'new-page'}", issue, bulletin, target, folder)


def case(name: str, issue: Issue, bulletin: Bulletin, target: Target, folder: Path) -> Case:
    """An issue laid out and written into the folder."""
    layout = lay_out(issue, bulletin, target)
    file = folder / f"{target.value}-{name.replace(' ', '-')}.docx"
    file.write_bytes(docx(issue, layout, modified=datetime(2024, 1, 1)))
    return Case(name, layout, file)


def generated_issue(seed: int) -> Issue:
    """Six articles of generated sentences under a masthead, with a colophon."""
    text = Grammar(seed).issue(6)
    articles = tuple(
        Article(f"{seed}-{rank}.md", _passage(article.title), tuple(_block(*block) for block in article.blocks))
        for rank, article in enumerate(text.articles)
    )
    masthead = Masthead(_passage("排版核对"), _passage("生成文本"))
    return Issue(IssueId(2024, seed % 366 + 1), masthead, articles, (_passage("编辑：程序"),))


def title_lines(layout: Layout) -> list[str]:
    """The first line of each article's title, in order."""
    return [block.lines[0] for block in layout.blocks if block.role is Role.TITLE]


def _block(level: int | None, text: str) -> Block:
    return Heading(level, _passage(text)) if level else Paragraph(_passage(text))


def _passage(text: str) -> Passage:
    return Passage.verbatim(Source("generated", text), Span(0, len(text)))
