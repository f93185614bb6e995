"""Small loose texts, and what tests ask of any import."""

from collections import Counter
from collections.abc import Iterable

from kjqb.importers.back_issue import BackIssue
from kjqb.importers.loose import LooseIssue, take_apart
from kjqb.model.article import Article, Heading, block_passages
from kjqb.model.issue import Issue
from kjqb.model.source import Passage, Source

FIRST = "某市建成资源共享平台"
SECOND = "某县推广保护性耕作"

HEAD = "科技参考\n\n2024年第1期\n\n某市科技信息中心 编辑\n\n"
LIST = f"★ {FIRST}.....2\n★ {SECOND}.....3\n\n"
BODY = f"{FIRST}\n\n平台面向全市开放。\n\n{SECOND}\n\n耕地质量有提高。\n\n"
COLOPHON = "某市科技信息中心编辑\n\n编辑:李 涛\n\n电话：0471-1234567\n"
ISSUE = HEAD + LIST + BODY + COLOPHON

CUT = "各县区按照统一部署，把科研仪器登记入网，逐台核对型号、机时、管理人和联系电话，信息有变动的及时更正，并由专人"
"""Two lines of 30 characters, the indent of 2 reckoned in, less a few."""

REST = "负责更新，保证网上的信息与实物相符。"


def source(text: str, name: str = "2024-01.txt") -> Source:
    return Source(name, text)


def apart(text: str, name: str = "2024-01.txt") -> LooseIssue:
    return take_apart(source(text, name))


def issue(text: str, name: str = "2024-01.txt") -> Issue:
    return apart(text, name).issue


def texts(passages: Iterable[Passage]) -> list[str]:
    return [passage.text for passage in passages]


def titles(of: Issue) -> list[str]:
    return [article.title.text for article in of.articles]


def body(of: Article) -> list[str]:
    return [passage.text for block in of.blocks for passage in block_passages(block)]


def headings(of: Article) -> list[tuple[int, str]]:
    return [(block.level, block.passage.text) for block in of.blocks if isinstance(block, Heading)]


def written(*parts: str) -> Counter[str]:
    """How often each character occurs, blanks aside."""
    return Counter("".join("".join(parts).split()))


def held(loose: LooseIssue) -> Counter[str]:
    """The characters of all parts of an issue, and of what has no place in it."""
    rest = (loose.date_line, loose.contents_heading, *loose.stray, *loose.folios)
    passages = [*loose.issue.passages, *(passage for passage in rest if passage)]
    return written(*texts(passages))


def points_at_itself(passage: Passage) -> bool:
    """Whether every character of a passage stands where it says, blanks put for line ends aside."""
    places = (passage.at(at, at + 1) for at in range(len(passage.text)))
    return all(character in (place.text, " ") for place, character in zip(places, passage.text, strict=True))


def masthead_facts(read: BackIssue) -> dict[str, object]:
    """What expected.json says of a masthead, as read."""
    masthead, number = read.issue.masthead, read.issue.id
    office = masthead.office.text if masthead.office else None
    return {"title": masthead.title.text, "year": number.year, "number": number.number, "office": office}


def contents_facts(read: BackIssue) -> list[dict[str, object]]:
    """What expected.json says of a contents list: the articles' titles, printed pages and first regions, as read."""
    return [
        {"title": article.title.text, "page": page, "region": article.regions[0] if article.regions else None}
        for article, page in zip(read.issue.articles, read.printed_pages, strict=True)
    ]
