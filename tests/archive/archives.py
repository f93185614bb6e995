"""Generated archives: many issues of invented articles on disk, and what is in them, to compare searches with."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace

from ..grammar.grammar import Grammar
from ..workspaces import BULLETIN

REGIONS = {"330203": ("海曙区", "330200", "330000"), "330212": ("鄞州区", "330200", "330000"), "150102": ("", "150100")}
"""Codes, and what else an article of that region is found under."""
SECTIONS = ("政策动态", "地方经验", "")
_MARKUP = re.compile(r"[\\*_\[\]<>`#|~&$!+=]|^[-–—\d（(]|^[A-Za-z]*[.:]")


@dataclass(frozen=True)
class Made:
    """An article as it was written."""

    issue: IssueId
    number: int
    title: str
    keywords: tuple[str, ...]
    paragraphs: tuple[str, ...]
    region: str
    section: str
    page: int | None

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others."""
        return str(self.issue), self.number

    @property
    def texts(self) -> tuple[str, ...]:
        """All that a search looks at."""
        return (self.title, *self.keywords, *self.paragraphs)


class Maker:
    """Makes articles of sentences that the grammar has made beforehand, for it is slow."""

    def __init__(self, seed: int, sentences: int = 3000) -> None:
        grammar = Grammar(seed)
        self.random = Random(seed)
        self._sentences = [text for text in (grammar.sentence() for _ in range(sentences)) if not _MARKUP.search(text)]
        self._titles = [text for text in (grammar.title() for _ in range(sentences // 4)) if not _MARKUP.search(text)]

    def article(self, issue: IssueId, number: int) -> Made:
        """An article of some hundred characters, as articles of bulletins are."""
        random = self.random
        title = random.choice(self._titles)
        counts = random.choices((1, 2, 3, 4, 5), k=random.randint(3, 8))
        return Made(
            issue=issue,
            number=number,
            title=title,
            keywords=tuple(dict.fromkeys(random.choice(self._titles)[:4] for _ in range(random.randint(0, 3)))),
            paragraphs=tuple("".join(random.choices(self._sentences, k=count)) for count in counts),
            region=random.choice(tuple(REGIONS)),
            section=random.choice(SECTIONS),
            page=number + 1 if issue.number % 2 else None,
        )


def issue_ids(count: int, *, yearly: int = 24) -> Iterator[IssueId]:
    """So many issues, some in each year from 1990 on."""
    return (IssueId(1990 + rank // yearly, rank % yearly + 1) for rank in range(count))


def file_text(made: Made) -> str:
    """The article's file."""
    keywords = ", ".join(f'"{word}"' for word in made.keywords)
    front = f'title = "{made.title}"\nsection = "{made.section}"\nregions = ["{made.region}"]\nkeywords = [{keywords}]'
    return f"+++\n{front}\n+++\n\n" + "\n\n".join(made.paragraphs) + "\n"


def write_issue(root: Path, articles: list[Made]) -> None:
    """An issue's folder."""
    issue = articles[0].issue
    folder = root / "issues" / str(issue)
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"{made.number}.md" for made in articles]
    for name, made in zip(names, articles, strict=True):
        (folder / name).write_text(file_text(made), "utf-8")
    listed = ", ".join(f'"{name}"' for name in names)
    pages = "".join(f'"{name}" = {made.page}\n' for name, made in zip(names, articles, strict=True) if made.page)
    text = f"format = 1\nyear = {issue.year}\nnumber = {issue.number}\narticles = [{listed}]\n"
    (folder / "issue.toml").write_text(f"{text}[printed]\n{pages}" if pages else text, "utf-8")


def write_archive(root: Path, issues: int, articles: int, *, seed: int = 1, yearly: int = 24) -> Iterator[Made]:
    """Write a workspace of so many issues of so many articles; yields each article once it is written."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "kjqb.toml").write_text(BULLETIN, "utf-8")
    maker = Maker(seed)
    for issue in issue_ids(issues, yearly=yearly):
        made = [maker.article(issue, number) for number in range(1, articles + 1)]
        write_issue(root, made)
        yield from made


def workspace(root: Path) -> Workspace:
    """The workspace of a folder."""
    return Workspace(root.resolve(), root.resolve())


def plain(text: str) -> str:
    """A text as a scan for substrings compares it: made apart from kjqb's own folding."""
    folded: str = unicodedata.normalize("NFKC", text).casefold()
    return folded


def queries(made: list[Made], count: int, seed: int = 7) -> list[tuple[str, ...]]:
    """Mixed queries of one to three terms: substrings of one character up, of Latin, across marks, and of no text."""
    random = Random(seed)
    texts = [text for one in made for text in one.texts if text]
    latin: list[str] = [word for text in texts[:4000] for word in re.findall(r"[A-Za-z0-9.%℃/]{2,}", text)]

    def part(low: int, high: int) -> str:
        text = random.choice(texts)
        length = min(random.randint(low, high), len(text))
        at = random.randrange(len(text) - length + 1)
        return text[at : at + length]

    def term() -> str:
        kind = random.randrange(10)
        if kind == 0:
            return part(1, 1)
        if kind == 1:
            word = random.choice(latin)
            return word[random.randrange(len(word)) :].swapcase()
        if kind == 2:
            return part(2, 3)[::-1]
        return part(2, 2) if kind < 6 else part(3, 12)

    found: list[tuple[str, ...]] = []
    while len(found) < count:
        terms = tuple(term().strip() for _ in range(random.choice((1, 1, 1, 2, 3))))
        if all(terms) and not any(mark in one for one in terms for mark in '“”"＂\u3000 \n'):
            found.append(terms)
    return found


class Truth:
    """What a scan for substrings finds in articles."""

    def __init__(self, made: list[Made]) -> None:
        self._texts = [(one.key, plain("\n".join(one.texts))) for one in made]

    def holding(self, terms: tuple[str, ...]) -> set[tuple[str, int]]:
        """The articles that hold all terms, none of which has a line end."""
        wanted = [plain(term) for term in terms]
        return {key for key, text in self._texts if all(term in text for term in wanted)}
