"""The office's printed issue, taken apart line by line; the importer proper is `kjqb.importers.back_issue`."""

import re
from collections.abc import Iterator, Sequence

from kjqb.check.subject import Subject
from kjqb.model.article import Article, Block, Heading, Paragraph
from kjqb.model.issue import Contents, Entry, Issue, IssueId, Masthead
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span

_ENTRY = re.compile(r"[-\s]*★ (?P<title>.+?)(?P<leaders>\.{2,})(?P<page>\d+)")


def loose_issue(name: str, text: str) -> Subject:
    """Masthead, contents list, articles and three lines of colophon; a block ends at a blank line."""
    source = Source(name, text)
    title, issue_line, office, *rest = blocks(source)
    entries = [entry(line) for line in lines(source) if _ENTRY.fullmatch(line.text)]
    titles = {entry.title.text for entry in entries}
    body = rest[next(at for at, block in enumerate(rest) if block.text in titles) :]
    return Subject.of_issue(
        Issue(
            id=IssueId(2024, 1),
            masthead=Masthead(title, office, issue_line),
            articles=tuple(articles(name, body[:-3], titles)),
            colophon=tuple(body[-3:]),
            contents=Contents(tuple(entries), stored=False),
        )
    )


def blocks(source: Source) -> list[Passage]:
    """What blank lines part; the lines of a block are joined with nothing between them."""
    found: list[Passage] = []
    open_block = False
    for line in lines(source):
        if not line.text.strip():
            open_block = False
        elif open_block:
            found[-1] = Passage.join([found[-1], line])
        else:
            found.append(line)
            open_block = True
    return found


def lines(source: Source) -> Iterator[Passage]:
    for match in re.finditer("^.*$", source.text, re.MULTILINE):
        yield Passage.verbatim(source, Span(*match.span()))


def entry(line: Passage) -> Entry:
    match = _ENTRY.fullmatch(line.text)
    assert match
    title, leaders, page = (line.part(*match.span(name)) for name in ("title", "leaders", "page"))
    return Entry(title, page, line, leaders)


def articles(name: str, body: Sequence[Passage], titles: set[str]) -> Iterator[Article]:
    starts = [at for at, block in enumerate(body) if block.text in titles]
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        yield Article(name, body[start], tuple(map(block, body[start + 1 : end])))


def block(passage: Passage) -> Block:
    if re.fullmatch("[一二三四]、[^。]{1,30}", passage.text):
        return Heading(1, passage)
    return Paragraph(passage)
