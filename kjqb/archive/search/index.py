"""The index on disk: an SQLite database with the texts of all articles and FTS5 tables over them.

Rows are numbered so that the newest issue comes first, and within it the articles in printing order: the order in which
equal hits are shown, and in which FTS5 is quickest to write.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unicodedata import unidata_version

import kjqb
from kjqb.archive.search.grams import TOKENIZE
from kjqb.archive.search.reading import Indexed, Text
from kjqb.errors import KjqbError, ToolMissingError, Where
from kjqb.model.issue import LAST_NUMBER, IssueId

NAME = "search.db"
"""Of the index's file."""
FORMAT = 1
"""Of tables, folding and tokens; an index of another one is made anew."""
PATIENCE = 60.0
"""Seconds to wait for another process that writes the index."""

MOST_ARTICLES = 999
"""Of an issue."""

_LAST_YEAR, _YEARS, _ISSUES = 9999, LAST_NUMBER + 1, MOST_ARTICLES + 1
"""Of row numbers, which FTS5 keeps the smaller the less they differ: the last year, issues in one, articles in one."""
_CACHE_KIBIBYTES = 64 * 1024

_TABLES = (
    "CREATE TABLE made (by TEXT)",
    "CREATE TABLE issue (id INTEGER PRIMARY KEY, folder TEXT, stamp BLOB, digest BLOB, fault INTEGER, paged BLOB)",
    "CREATE TABLE article (id INTEGER PRIMARY KEY, name TEXT, title_key TEXT, section TEXT, printed INTEGER,"
    " page INTEGER, variants INTEGER)",
    "CREATE INDEX article_by_title ON article (title_key) WHERE title_key <> ''",
    "CREATE INDEX article_by_section ON article (section) WHERE section <> ''",
    "CREATE INDEX article_with_variants ON article (id) WHERE variants",
    "CREATE TABLE text (id INTEGER PRIMARY KEY, title TEXT, keywords TEXT, body TEXT)",
    "CREATE TABLE region (code TEXT, id INTEGER, PRIMARY KEY (code, id)) WITHOUT ROWID",
    "CREATE INDEX region_by_article ON region (id)",
    # FTS5 spends two bytes more on each entry of a column that is not the first
    f"CREATE VIRTUAL TABLE words USING fts5 (body, title, keywords, content='', tokenize={TOKENIZE})",
    "CREATE VIRTUAL TABLE shingles USING fts5 (tokens, content='', detail=none, columnsize=0, tokenize=ascii)",
    "INSERT INTO words (words, rank) VALUES ('rank', 'bm25(1.0, 10.0, 5.0)')",
)


class IndexBusyError(KjqbError):
    """Another process has been writing the index for too long."""

    slug = "index-busy"

    def __init__(self, path: Path) -> None:
        what = f"另一个kjqb正在更新搜索索引，等了{PATIENCE:g}秒仍未结束"
        super().__init__(what, where=Where(str(path)), hint="等它结束后再查")


class IndexUnwritableError(KjqbError):
    """The index cannot be read or written for a reason outside of it: a full disk, a fault of the device."""

    slug = "unwritable"

    def __init__(self, path: Path, reason: str) -> None:
        hint = "检查磁盘空间和写入权限；索引文件可以删去，会自动重建"
        super().__init__(f"无法读写搜索索引：{reason}", where=Where(str(path)), hint=hint)


class FullTextMissingError(ToolMissingError):
    """An SQLite that was built without FTS5."""

    slug = "fts5-missing"

    def __init__(self) -> None:
        super().__init__("这个Python的SQLite没有全文索引（FTS5）", hint="换用python.org或系统自带的Python")


class TooManyArticlesError(KjqbError):
    """An issue of more articles than the index can number."""

    slug = "too-many-articles"

    def __init__(self, issue: IssueId) -> None:
        super().__init__(f"{issue.label}的文章超过{MOST_ARTICLES}篇，搜索索引容不下", hint="分成几期")


class CorruptIndexError(Exception):
    """A file that is no index of ours, or one that contradicts itself; it is to be made anew."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An issue as the index knows it."""

    folder: str
    """Its name."""
    stamp: bytes
    digest: bytes
    fault: bool
    """Whether it could not be read, so that none of its articles is found."""


class Index:
    """An open index; everything that SQLite says of it becomes one of the errors of this module."""

    def __init__(self, path: Path | None) -> None:
        """Open what stands at the path, or make it; None makes one in memory.

        Raises CorruptIndexError, IndexBusyError, IndexUnwritableError and FullTextMissingError.
        """
        self.path = path
        with self._told():
            self._base = sqlite3.connect(path or ":memory:", timeout=PATIENCE, isolation_level=None)
            self._base.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._prepare()

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the index, whatever others write meanwhile."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write the index, alone; all that is written counts at the end, or nothing."""
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    def rows(self, statement: str, values: Iterable[object] = ()) -> list[tuple[object, ...]]:
        """All rows that a statement yields."""
        with self._told():
            return self._base.execute(statement, tuple(values)).fetchall()

    def issues(self) -> dict[IssueId, Kept]:
        """Every issue that has been read."""
        with self._told():
            rows = self._base.execute("SELECT id, folder, stamp, digest, fault FROM issue").fetchall()
        return {
            _issue(number): Kept(folder, stamp, digest, bool(fault)) for number, folder, stamp, digest, fault in rows
        }

    def restamp(self, issue: IssueId, stamp: bytes) -> None:
        """Note that an issue's files are what they were, with another stamp."""
        self._base.execute("UPDATE issue SET stamp = ? WHERE id = ?", (stamp, _number(issue)))

    def replace(self, issue: IssueId, kept: Kept, articles: Iterable[Indexed]) -> None:
        """Put these articles in the place of those of the issue.

        Raises TooManyArticlesError.
        """
        self.remove(issue)
        values = (_number(issue), kept.folder, kept.stamp, kept.digest, kept.fault)
        self._base.execute("INSERT INTO issue VALUES (?, ?, ?, ?, ?, NULL)", values)
        for article in articles:
            if article.number > MOST_ARTICLES:
                raise TooManyArticlesError(issue)
            self._insert(row(issue, article.number), article)

    def remove(self, issue: IssueId) -> None:
        """Take an issue out, with its articles."""
        held = self._base.execute("SELECT id, title, keywords, body FROM text WHERE id BETWEEN ? AND ?", span(issue))
        for number, *parts in held.fetchall():
            prepared = Text(*parts).prepared()
            self._base.execute(
                "INSERT INTO words (words, rowid, title, keywords, body) VALUES ('delete', ?, ?, ?, ?)",
                (number, *prepared.tokens),
            )
            self._base.execute(
                "INSERT INTO shingles (shingles, rowid, tokens) VALUES ('delete', ?, ?)", (number, prepared.shingles)
            )
        for table in ("article", "text", "region"):
            self._base.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", span(issue))  # noqa: S608 - our names
        self._base.execute("DELETE FROM issue WHERE id = ?", (_number(issue),))

    def text(self, number: int) -> Text:
        """What was read of the article of a row."""
        found = self.rows("SELECT title, keywords, body FROM text WHERE id = ?", (number,))
        if not found:
            raise CorruptIndexError
        title, keywords, body = map(str, found[0])
        return Text(title, keywords, body)

    def folder(self, issue: IssueId) -> str:
        """The name of an issue's folder."""
        found = self.rows("SELECT folder FROM issue WHERE id = ?", (_number(issue),))
        if not found:
            raise CorruptIndexError
        return str(found[0][0])

    def name(self, number: int) -> str:
        """The name of the file of the article of a row."""
        found = self.rows("SELECT name FROM article WHERE id = ?", (number,))
        if not found:
            raise CorruptIndexError
        return str(found[0][0])

    def articles(self, issue: IssueId) -> int:
        """How many articles of an issue are known."""
        return int(str(self.rows("SELECT count(*) FROM article WHERE id BETWEEN ? AND ?", span(issue))[0][0]))

    def page(self, number: int, key: bytes) -> int | None:
        """The page of the article of a row, the printed one or one kept under that key; None where none is known."""
        issue, _ = article_of(number)
        found = self.rows(
            "SELECT coalesce(printed, CASE WHEN paged = ? THEN page END) FROM article, issue"
            " WHERE article.id = ? AND issue.id = ?",
            (key, number, _number(issue)),
        )
        if not found:
            raise CorruptIndexError
        return None if found[0][0] is None else int(str(found[0][0]))

    def keep_pages(self, issue: IssueId, key: bytes, pages: Iterable[int]) -> None:
        """Keep the pages of an issue's articles for as long as the key is the same."""
        values = ((page, row(issue, number)) for number, page in enumerate(pages, start=1))
        self._base.executemany("UPDATE article SET page = ? WHERE id = ?", values)
        self._base.execute("UPDATE issue SET paged = ? WHERE id = ?", (key, _number(issue)))

    def _insert(self, number: int, article: Indexed) -> None:
        prepared = article.prepared
        self._base.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, NULL, ?)",
            (number, article.name, article.title_key, article.section, article.printed, prepared.variants),
        )
        self._base.execute("INSERT INTO text VALUES (?, ?, ?, ?)", (number, *article.text.parts))
        self._base.executemany("INSERT INTO region VALUES (?, ?)", ((code, number) for code in article.regions))
        self._base.execute(
            "INSERT INTO words (rowid, title, keywords, body) VALUES (?, ?, ?, ?)", (number, *prepared.tokens)
        )
        self._base.execute("INSERT INTO shingles (rowid, tokens) VALUES (?, ?)", (number, prepared.shingles))

    def _prepare(self) -> None:
        maker = f"{FORMAT} {kjqb.__version__} {unidata_version} {sys.byteorder}"
        if self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            if self._base.execute("SELECT by FROM made").fetchall() != [(maker,)]:
                raise CorruptIndexError
            return
        with self.writing():
            if not self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                for statement in _TABLES:
                    self._base.execute(statement)
                self._base.execute("INSERT INTO made VALUES (?)", (maker,))

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._told():
            self._base.execute(begin)
            try:
                yield
                self._base.execute("COMMIT")
            finally:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _told(error, self.path or Path(NAME)) from error


def row(issue: IssueId, number: int) -> int:
    """The row of an article by its rank in the issue."""
    return ((_LAST_YEAR - issue.year) * _YEARS + _YEARS - 1 - issue.number) * _ISSUES + number


def article_of(number: int) -> tuple[IssueId, int]:
    """The issue and the rank in it of the article of a row."""
    issue, rank = divmod(number, _ISSUES)
    year, rest = divmod(issue, _YEARS)
    return IssueId(_LAST_YEAR - year, _YEARS - 1 - rest), rank


def span(issue: IssueId) -> tuple[int, int]:
    """The first and the last row that articles of an issue may have."""
    return row(issue, 0), row(issue, _ISSUES - 1)


def span_of_year(year: int) -> tuple[int, int]:
    """The first and the last row that articles of a year may have."""
    return row(IssueId(year, _YEARS - 1), 0), row(IssueId(year, 0), _ISSUES - 1)


def _number(issue: IssueId) -> int:
    return issue.year * _YEARS + issue.number


def _issue(number: int) -> IssueId:
    return IssueId(*divmod(number, _YEARS))


def _told(error: sqlite3.DatabaseError, path: Path) -> Exception:
    said = str(error)
    if "locked" in said:
        return IndexBusyError(path)
    if "no such module" in said:
        return FullTextMissingError()
    if not isinstance(error, sqlite3.OperationalError) or "no such" in said:
        return CorruptIndexError(said)
    return IndexUnwritableError(path, said)
