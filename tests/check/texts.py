"""Small texts as subjects of a check, in a layout that is plain to read and to read again after a fix.

An issue is four sections parted by lines of `%%`: masthead (title, issue line, office), contents list (a first line
without a page is its heading), body, colophon.
In the body `= ` opens an article's title, `##` to `#####` a heading, `> ` a quotation, `- ` a list's item, `| ` a
table's row (a cell each `|`), `! ` an image's caption, `^ ` a footnote; every other line is a paragraph.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import tomli

from kjqb.check.finding import Report
from kjqb.check.issue_lines import stated_issue
from kjqb.check.rule import Example, Rule
from kjqb.check.run import run
from kjqb.check.subject import HandEdited, Kind, Subject
from kjqb.check.word_layout import WordLayout
from kjqb.model.article import Article, Block, Figure, Heading, Ignore, ListItem, Note, Paragraph, Picture, Quote, Table
from kjqb.model.bulletin import Bulletin, Conventions, Profile
from kjqb.model.issue import Contents, Entry, Issue, IssueId, Masthead
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Edit, Span
from kjqb.units import pt

from . import words

FILE = "2024-01.txt"
OFFICE = "某市科技信息中心 编辑"
TITLE = "某市建成科技资源共享平台"
BODY = "平台面向全市开放。"
MASTHEAD = "科技参考"
COLOPHON = f"{OFFICE}\n电话：0471-1234567"
CUT = (
    "全市聚焦新材料、生物医药、智能制造等重点产业，持续完善从基础研究到成果转化的全链条服务体系，引导和推动高校与科研院"
)
"""What stands before a page break that cut a paragraph: two lines, the second one full."""

_ENTRY = re.compile(r"(?P<marker>\W*)(?P<title>.+?)(?P<leaders>[.…·]+)(?P<page>\d+)")
_HEADING = re.compile(r"(?P<hashes>#{2,5}) (?P<text>.+)")
_CELL = re.compile(r"(?<=\| )[^|]+?(?= *(?:\||$))")
_SIGNS = {Kind.QUOTE: "> ", Kind.ITEM: "- ", Kind.CELL: "| ", Kind.CAPTION: "! ", Kind.NOTE: "^ "}
"""What a line of each kind begins with."""
_IN_BODY = {Kind.PARAGRAPH, Kind.HEADING, *_SIGNS}


def article(text: str, *, file: str = "文章.md", title: str = "", ignores: Sequence[Ignore] = ()) -> Article:
    """An article of the lines of a text."""
    source = Source(file, text)
    heading = Passage.verbatim(Source(file, title) if title else source, Span(0, len(title)))
    body = list(lines(source, 0, len(text)))
    return Article(file, heading, tuple(blocks(body)), ignores=tuple(ignores), notes=notes(body))


def check_article(text: str, *select: str) -> Report:
    """What the rules (all, or those named) find in an article."""
    return run([Subject.of_article(article(text))], Conventions(select=select or ("ALL",)))


def check_issue(text: str, *select: str) -> Report:
    """What the rules (all, or those named) find in an issue."""
    return run([issue(text)], Conventions(select=select or ("ALL",)))


def issue(text: str, *, file: str = FILE) -> Subject:
    """An issue in the layout of this module, of a bulletin called MASTHEAD."""
    source = Source(file, text)
    masthead, contents, body, colophon = sections(source)
    title, issue_line, office = masthead
    stated = stated_issue(issue_line.text)
    headed = bool(contents) and not _ENTRY.fullmatch(contents[0].text)
    return Subject.of_issue(
        Issue(
            id=stated[0] if stated else IssueId(2024, 1),
            masthead=Masthead(title, office, issue_line),
            articles=tuple(articles(source, body)),
            colophon=tuple(colophon),
            contents=Contents(
                tuple(map(entry, contents[headed:])), stored=False, heading=contents[0] if headed else None
            ),
        ),
        bulletin=bulletin(),
    )


def bulletin() -> Bulletin:
    return Bulletin(Passage.verbatim(Source("kjqb.toml", MASTHEAD), Span(0, len(MASTHEAD))))


def check_example(rule: Rule, example: Example, text: str) -> Report:
    """What all rules find in the issue around an example, under the rule's profile and the example's configuration.

    A rule of Word files finds it in the file that `words` makes of the issue.
    """
    conventions = Conventions(options=config(rule, example), profile=next(iter(rule.profiles), Profile.BULLETIN))
    if rule.scope is WordLayout:
        return words.check_layout_example(conventions, text)
    if rule.scope is HandEdited:
        return words.check_edited_example(conventions, issue(compose(example, example.good)), text)
    return run([issue(text)], conventions)


def config(rule: Rule, example: Example) -> Mapping[str, Mapping[str, object]]:
    return {rule.code: tomli.loads(example.config)} if example.config else {}


def compose(example: Example, text: str) -> str:
    """The issue around an example's `bad` or `good`."""
    title = text if example.part is Kind.TITLE else TITLE
    further = [f"\n★ {line[2:]}.....2" for line in text.splitlines() if line.startswith("= ")]
    contents = text if example.part is Kind.ENTRY else "".join([f"★ {title}.....2", *further])
    listed = [line for line in example.good.splitlines() if _ENTRY.fullmatch(line)]
    titles = [entry_title(line) for line in listed] if example.part is Kind.ENTRY else [title]
    body = _body(example, text) if example.part in _IN_BODY else BODY
    masthead = [
        text if example.part is Kind.MASTHEAD else MASTHEAD,
        text if example.part is Kind.ISSUE_LINE else "2024年第1期",
        text if example.part is Kind.OFFICE else OFFICE,
    ]
    colophon = text if example.part is Kind.COLOPHON else COLOPHON
    return "\n%%\n".join(["\n".join(masthead), contents, "\n".join(f"= {title}\n{body}" for title in titles), colophon])


def _body(example: Example, text: str) -> str:
    sign = _SIGNS.get(example.part, "")
    return "\n".join(sign + line for line in text.splitlines())


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
    starts = [at for at, line in enumerate(body) if line.text.startswith("= ")]
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        title, inside = body[start].part(2, len(body[start].text)), body[start + 1 : end]
        yield Article(source.name, title, tuple(blocks(inside)), notes=notes(inside))


def blocks(body: Sequence[Passage]) -> Iterator[Block]:
    """What the lines are; footnotes are none, and the rows of a table that follow each other are one."""
    rows: list[tuple[Passage, ...]] = []
    for line in body:
        if rows and not line.text.startswith("| "):
            yield table(rows)
            rows = []
        if line.text.startswith("| "):
            rows.append(tuple(line.part(*match.span()) for match in _CELL.finditer(line.text)))
        elif not line.text.startswith("^ "):
            yield block(line)
    if rows:
        yield table(rows)


def notes(body: Sequence[Passage]) -> tuple[Note, ...]:
    found = [line.part(2, len(line.text)) for line in body if line.text.startswith("^ ")]
    return tuple(Note(str(number), (passage,)) for number, passage in enumerate(found, start=1))


def table(rows: Sequence[tuple[Passage, ...]]) -> Table:
    width = max(map(len, rows))
    empty = rows[0][0].part(0, 0)
    return Table(tuple((*row, *[empty] * (width - len(row))) for row in rows), (None,) * width)


def block(line: Passage) -> Block:
    match = _HEADING.fullmatch(line.text)
    if match:
        return Heading(len(match["hashes"]) - 1, line.part(*match.span("text")))
    inner = line.part(2, len(line.text))
    match line.text[:2]:
        case "> ":
            return Quote(inner)
        case "- ":
            return ListItem(1, inner)
        case "! ":
            return Figure(Picture("图.png", b"", pt(100), pt(100)), inner)
        case _:
            return Paragraph(line)


def entry(line: Passage) -> Entry:
    match = _ENTRY.fullmatch(line.text)
    assert match, line.text
    title, leaders, page = (line.part(*match.span(name)) for name in ("title", "leaders", "page"))
    return Entry(title, page, line, leaders)


def edits(*changes: tuple[int, int, str]) -> tuple[Edit, ...]:
    """Edits from start, end and text."""
    return tuple(Edit(Span(start, end), text) for start, end, text in changes)
