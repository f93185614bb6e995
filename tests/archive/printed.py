"""Articles in print, made in a line."""

from collections.abc import Mapping

from kjqb.archive.index import cumulative_index
from kjqb.archive.order import Order
from kjqb.archive.records import Record
from kjqb.model.cumulative_index import By, CumulativeIndex, Entry
from kjqb.model.issue import IssueId
from kjqb.model.vocabulary import Term, Vocabulary
from tests.issues import bulletin

AI = Term("人工智能", ("AI", "机器智能"), ("大数据", "芯片"))
DATA = Term("大数据", (), ("人工智能",))


def record(
    title: str,
    where: str = "2024-01:2",
    *,
    keywords: tuple[str, ...] = (),
    regions: tuple[str, ...] = (),
    source: str = "",
    authors: tuple[str, ...] = (),
    readings: Mapping[str, str] | None = None,
    texts: tuple[str, ...] = (),
) -> Record:
    """An article at a place, `2024-01:7`."""
    issue, _, page = where.partition(":")
    number = IssueId.parse(issue)
    assert number is not None
    return Record(
        number, 1, title, int(page), f"{title}.md", "", authors, regions, keywords, source, None, readings or {}, texts
    )


def index(
    *records: Record, by: tuple[By, ...] = tuple(By), order: Order = Order.PINYIN, terms: tuple[Term, ...] = ()
) -> CumulativeIndex:
    """The index of these articles."""
    return cumulative_index(records, bulletin(), Vocabulary.of(terms), by, order)


def entries(*records: Record, by: By, terms: tuple[Term, ...] = ()) -> tuple[Entry, ...]:
    """The entries of one part."""
    (part,) = index(*records, by=(by,), terms=terms).parts
    return part.entries


def shown(*records: Record, by: By, terms: tuple[Term, ...] = ()) -> list[str]:
    """Headings with where they lead, a line each."""
    return [
        " ".join([each.heading, *map(str, each.locators), *(f"见{name}" for name in each.see)])
        for each in entries(*records, by=by, terms=terms)
    ]
