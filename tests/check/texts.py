"""Small texts as subjects of a check, in a layout that is plain to read and to read again after a fix.

An issue is four sections parted by lines of `%%`: masthead (title, issue line, office), contents list, body, colophon.
In the body `= ` opens an article's title, `##` to `#####` a heading; every other line is a paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from kjqb.check.finding import Report
from kjqb.check.issue_lines import stated_issue
from kjqb.check.rule import Example
from kjqb.check.run import run
from kjqb.check.subject import Kind, Subject
from kjqb.model.article import Article, Block, Heading, Ignore, Paragraph
from kjqb.model.bulletin import Conventions
from kjqb.model.issue import Contents, Entry, Issue, IssueId, Masthead
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Edit, Span

FILE = "2024-01.txt"
OFFICE = "某市科技信息中心 编辑"
TITLE = "某市建成科技资源共享平台"
BODY = "平台面向全市开放。"
CUT = (
    "全市聚焦新材料、生物医药、智能制造等重点产业，持续完善从基础研究到成果转化的全链条服务体系，引导和推动高校与科研院"
)
"""What stands before a page break that cut a paragraph: two lines, the second one full."""

_ENTRY = re.compile(r"(?P<marker>\W*)(?P<title>.+?)(?P<leaders>[.…·]+)(?P<page>\d+)")
_HEADING = re.compile(r"(?P<hashes>#{2,5}) (?P<text>.+)")


def article(text: str, *, file: str = "文章.md", title: str = "", ignores: Sequence[Ignore] = ()) -> Article:
    """An article whose lines are its paragraphs and headings."""
    source = Source(file, text)
    heading = Passage.verbatim(Source(file, title) if title else source, Span(0, len(title)))
    return Article(file, heading, tuple(map(block, lines(source, 0, len(text)))), ignores=tuple(ignores))


def check_article(text: str, *select: str) -> Report:
    """What the rules (all, or those named) find in an article."""
    return run([Subject.of_article(article(text))], Conventions(select=select or ("ALL",)))


def check_issue(text: str, *select: str) -> Report:
    """What the rules (all, or those named) find in an issue."""
    return run([issue(text)], Conventions(select=select or ("ALL",)))


def issue(text: str, *, file: str = FILE) -> Subject:
    """An issue in the layout of this module."""
    source = Source(file, text)
    masthead, contents, body, colophon = sections(source)
    title, issue_line, office = masthead
    stated = stated_issue(issue_line.text)
    return Subject.of_issue(
        Issue(
            id=stated[0] if stated else IssueId(2024, 1),
            masthead=Masthead(title, office, issue_line),
            articles=tuple(articles(source, body)),
            colophon=tuple(colophon),
            contents=Contents(tuple(map(entry, contents)), stored=False),
        )
    )


def compose(example: Example, text: str) -> str:
    """The issue around an example's `bad` or `good`."""
    title = text if example.part is Kind.TITLE else TITLE
    contents = text if example.part is Kind.ENTRY else f"★ {title}.....2"
    titles = [entry_title(line) for line in example.good.splitlines()] if example.part is Kind.ENTRY else [title]
    body = text if example.part in {Kind.PARAGRAPH, Kind.HEADING} else BODY
    masthead = [
        "科技参考",
        text if example.part is Kind.ISSUE_LINE else "2024年第1期",
        text if example.part is Kind.OFFICE else OFFICE,
    ]
    colophon = text if example.part is Kind.COLOPHON else f"{OFFICE}\n电话：0471-1234567"
    return "\n%%\n".join(["\n".join(masthead), contents, "\n".join(f"= {title}\n{body}" for title in titles), colophon])


def entry_title(line: str) -> str:
    match = _ENTRY.fullmatch(line)
    assert match, line
    return match["title"]


def sections(source: Source) -> list[list[Passage]]:
    found: list[list[Passage]] = [[]]
    for line in lines(source, 0, len(source.text)):
        if line.text == "%%":
            found.append([])
        else:
            found[-1].append(line)
    return found


def lines(source: Source, start: int, end: int) -> Iterator[Passage]:
    """The lines of a stretch that are not blank."""
    for match in re.finditer("[^\n]+", source.text[start:end]):
        if match[0].strip():
            yield Passage.verbatim(source, Span(start + match.start(), start + match.end()))


def articles(source: Source, body: Sequence[Passage]) -> Iterator[Article]:
    title: Passage | None = None
    blocks: list[Block] = []
    for line in body:
        if line.text.startswith("= "):
            if title:
                yield Article(source.name, title, tuple(blocks))
            title, blocks = line.part(2, len(line.text)), []
        else:
            blocks.append(block(line))
    if title:
        yield Article(source.name, title, tuple(blocks))


def block(line: Passage) -> Block:
    match = _HEADING.fullmatch(line.text)
    if match:
        return Heading(len(match["hashes"]) - 1, line.part(*match.span("text")))
    return Paragraph(line)


def entry(line: Passage) -> Entry:
    match = _ENTRY.fullmatch(line.text)
    assert match, line.text
    title, leaders, page = (line.part(*match.span(name)) for name in ("title", "leaders", "page"))
    return Entry(title, page, line, leaders)


def edits(*changes: tuple[int, int, str]) -> tuple[Edit, ...]:
    """Edits from start, end and text."""
    return tuple(Edit(Span(start, end), text) for start, end, text in changes)
