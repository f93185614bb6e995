"""Search at scale, beside bare FTS5 over the same pairs of characters: rates, times, sizes and memory.

KJQB_BENCH_ARTICLES sets another number of articles than 100,000.
"""

import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from operator import add
from pathlib import Path

from kjqb.archive.search.find import Filters, matches
from kjqb.archive.search.index import Index, Kept
from kjqb.archive.search.query import Query
from kjqb.archive.search.reading import Indexed, Text
from kjqb.archive.search.update import opened, update
from kjqb.model.issue import IssueId

from .archive.archives import Made, Truth, queries, workspace, write_archive

ARTICLES = int(os.environ.get("KJQB_BENCH_ARTICLES", "100000"))
A_ISSUE, YEARLY = 10, 360
QUERIES, PROCESSES = 150, 20
KJQB = (sys.executable, "-m", "kjqb")


def main() -> None:
    """Measure and print everything."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        made = list(write_archive(root / "刊物", ARTICLES // A_ISSUE, A_ISSUE, yearly=YEARLY))
        characters = sum(len(text) for one in made for text in one.texts)
        size = sum(len(text.encode()) for one in made for text in one.texts)
        print(f"  search, {len(made)} articles in {ARTICLES // A_ISSUE} issues, {characters / 1e6:.1f} M characters:")
        bare = bare_index(root / "bare.db", made)
        alone = index_alone(root / "alone.db", made)
        (root / "alone.db").unlink()
        print(f"    bare FTS5 insert {characters / bare:.3g} characters a second of the processor")
        print(f"    the index, from the same texts: {bare / alone:.2f} times that rate")
        first = run(root / "刊物", "search", "科技特派员")
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"    the index, from the folder on disk: {first.seconds:.1f} s, {bare / first.seconds:.2f} times that rate"
        )
        print(f"      processor {first.processor:.1f} s in all processes; the largest held {memory:.0f} MB")
        index = root / "刊物" / ".kjqb" / "search.db"
        print(f"    index {index.stat().st_size / size:.2f} times the text")
        side_by_side(index, root / "bare.db", made)
        one_edit(root / "刊物")
        processes(root / "刊物", made)


def bare_index(path: Path, made: list[Made]) -> float:
    """Seconds to cut the same texts into pairs and insert them into a stock FTS5 table."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("CREATE VIRTUAL TABLE words USING fts5 (title, keywords, body)")
    start = time.process_time()
    base.execute("BEGIN")
    for one in made:
        parts = (one.title, "\n".join(one.keywords), "\n".join(one.paragraphs))
        base.execute("INSERT INTO words VALUES (?, ?, ?)", tuple(pairs(part) for part in parts))
    base.execute("COMMIT")
    base.close()
    return time.process_time() - start


def pairs(text: str) -> str:
    """A text as overlapping pairs."""
    return " ".join(map(add, text, text[1:]))


def index_alone(path: Path, made: list[Made]) -> float:
    """Seconds to put the same texts into the index, nothing read from disk."""
    by_issue: dict[IssueId, list[Made]] = {}
    for one in made:
        by_issue.setdefault(one.issue, []).append(one)
    index = Index(path)
    start = time.process_time()
    for issues in batches(sorted(by_issue, reverse=True), 100):
        with index.writing():
            for issue in issues:
                index.replace(issue, Kept(str(issue), b"1", b"1", fault=False), map(indexed, by_issue[issue]))
    index.close()
    return time.process_time() - start


def batches(issues: list[IssueId], size: int) -> Iterable[list[IssueId]]:
    """The issues in lists of that many."""
    return (issues[at : at + size] for at in range(0, len(issues), size))


def indexed(one: Made) -> Indexed:
    """An article as the index takes it."""
    text = Text(one.title, "\n".join(one.keywords), "\n".join(one.paragraphs))
    return Indexed(one.number, f"{one.number}.md", one.section, (one.region,), one.page, text, text.prepared())


@dataclass(frozen=True)
class Cost:
    """What a command took, its helpers included."""

    seconds: float
    processor: float
    """Seconds of processors, which hardly depend on what else runs."""


def run(folder: Path, *line: str) -> Cost:
    """Run kjqb in a folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([*KJQB, *line], cwd=folder, check=True, capture_output=True)
    taken = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def side_by_side(ours: Path, theirs: Path, made: list[Made]) -> None:
    """Time mixed queries against both, and compare ours with a scan for substrings."""
    index, bare = Index(ours), sqlite3.connect(theirs)
    asked, truth = queries(made, QUERIES), Truth(made)
    wrong, times, bare_times = 0, [], []
    for terms in asked:
        start = time.perf_counter()
        found = matches(index, Query(terms), Filters(), 10)
        times.append(time.perf_counter() - start)
        start = time.perf_counter()
        bare.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10", (bare_query(terms),)
        ).fetchall()
        bare_times.append(time.perf_counter() - start)
        wrong += found.total != len(truth.holding(terms))
    one, two = p95(times), p95(bare_times)
    print(
        f"    {len(asked)} mixed queries, p95 {one * 1e3:.1f} ms, bare {two * 1e3:.1f} ms: {one / two:.2f} times; "
        f"median {statistics.median(times) / statistics.median(bare_times):.2f} times; "
        f"{wrong} totals differ from a scan for substrings"
    )
    index.close()
    bare.close()


def bare_query(terms: tuple[str, ...]) -> str:
    """The same in stock FTS5's terms."""
    quoted = [(term if len(term) == 1 else pairs(term)).replace('"', '""') for term in terms]
    return " AND ".join(f'"{tokens}"' + "*" * (len(term) == 1) for tokens, term in zip(quoted, terms, strict=True))


def p95(values: list[float]) -> float:
    """The value that 95 of a hundred do not exceed."""
    return sorted(values)[int(len(values) * 0.95)]


def one_edit(folder: Path) -> None:
    """Time the update after an article was changed, within this process and as the whole of a search."""
    file = next((folder / "issues").glob("*/5.md"))
    file.write_text(file.read_text("utf-8") + "\n补记一段文字。\n", "utf-8")
    start, processor = time.perf_counter(), time.process_time()
    with opened(folder / ".kjqb" / "search.db") as index:
        update(index, workspace(folder), nothing)
    alone, alone_processor = time.perf_counter() - start, time.process_time() - processor
    file.write_text(file.read_text("utf-8") + "\n再补一段文字。\n", "utf-8")
    whole = run(folder, "search", "再补一段")
    print(f"    update after one edit {alone:.2f} s (processor {alone_processor:.2f})")
    print(f"    the whole search after one edit {whole.seconds:.2f} s (processor {whole.processor:.2f})")


@contextmanager
def nothing(total: int):
    """Progress that nobody sees."""
    yield lambda _: None


def processes(folder: Path, made: list[Made]) -> None:
    """Time searches as processes: those that lay out the issues of their hits, and the same again."""
    asked = queries(made, PROCESSES, seed=11)
    for name in ("pages of the hits not known yet", "pages known"):
        costs = [run(folder, "search", "--", *terms) for terms in asked]
        walls, processors = [cost.seconds for cost in costs], [cost.processor for cost in costs]
        print(f"    kjqb search as a process, {name}: median {statistics.median(walls):.2f} s, p95 {p95(walls):.2f} s")
        print(f"      of the processor: median {statistics.median(processors):.2f} s, p95 {p95(processors):.2f} s")
    version = run(folder, "--version")
    print(f"    kjqb --version {version.seconds:.2f} s (processor {version.processor:.2f})")


if __name__ == "__main__":
    main()
