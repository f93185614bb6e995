"""The cumulative index of a workspace, and why a heading stands where it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from kjqb.actions.export import file_stem_of
from kjqb.archive.index import cumulative_index, own_readings
from kjqb.archive.order import Heading, Order
from kjqb.archive.records import Record, records
from kjqb.errors import KjqbError, UsageError
from kjqb.model.bulletin import Bulletin
from kjqb.model.cumulative_index import By, CumulativeIndex
from kjqb.model.issue import IssueId
from kjqb.tables.readings import stated_readings
from kjqb.workspace.files import write_files
from kjqb.workspace.workspace import DIST, Workspace


class NothingToIndexError(KjqbError):
    """A span of issues without an article."""

    slug = "nothing-to-index"


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What is to be indexed, and how."""

    parts: tuple[By, ...] = tuple(By)
    order: Order = Order.PINYIN
    year: int | None = None
    volume: int | None = None
    """A year of the bulletin, counted from `[index] first-volume`."""
    first: IssueId | None = None
    last: IssueId | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A heading with its key, and its neighbours in the index of titles and subjects if it stands there."""

    heading: Heading
    group: str
    before: str | None = None
    after: str | None = None


Step = Callable[[IssueId], None]


def build_index(workspace: Workspace, request: IndexRequest, step: Step = lambda _: None) -> CumulativeIndex:
    """The index of the issues that a request spans; `step` is called before each is read.

    Raises UsageError for a volume that cannot be told, NothingToIndexError, and what the reading of issues raises.
    """
    bulletin = workspace.bulletin()
    found = records(workspace, _spanned(workspace, bulletin, request), step)
    if not found:
        hint = "用“kjqb list --all”查看已有各期，换一个年份或期号"
        raise NothingToIndexError("这个范围里没有文章可以编索引", hint=hint)
    return cumulative_index(found, bulletin, workspace.vocabulary(), request.parts, request.order)


def explain(workspace: Workspace, text: str, order: Order) -> Explained:
    """Why a heading stands where it does; readings stated by the article that bears it as title are followed.

    Raises BadReadingError.
    """
    bulletin = workspace.bulletin()
    found = records(workspace)
    own = next((own_readings(record) for record in found if record.title == text), {})
    person = any(text in record.authors for record in found)
    heading = Heading.of(text, {**stated_readings(bulletin.readings), **own}, person=person)
    before, after = _neighbours(found, bulletin, workspace, text, order)
    return Explained(heading, heading.group(order), before, after)


def index_path(workspace: Workspace, index: CumulativeIndex) -> Path:
    """Where an index goes as a Word file if nobody says."""
    return workspace.root / DIST / f"{file_stem_of(index.title, f'累积索引{index.span}')}.docx"


def stated_time(epoch: datetime | None, index: CumulativeIndex) -> datetime:
    """The time that the Word file states: `epoch`, else the first day of the last issue's year."""
    return epoch or datetime(index.issues[-1].year, 1, 1, tzinfo=timezone.utc)


def write_index(workspace: Workspace, path: Path, data: bytes) -> str:
    """Write an index, whole or not at all, and say where.

    Raises UnwritableError.
    """
    name = workspace.name(path.absolute())
    write_files({path: data}, {path: name})
    return name


def _spanned(workspace: Workspace, bulletin: Bulletin, request: IndexRequest) -> tuple[IssueId, ...]:
    year = request.year
    if request.volume is not None:
        if bulletin.first_volume is None:
            hint = "在kjqb.toml的[index]里写first-volume，或改用“--year”"
            raise UsageError("不知道第1卷是哪一年，无法按卷取期", hint=hint)
        year = bulletin.first_volume + request.volume - 1
    return tuple(
        issue
        for issue in workspace.issue_ids()
        if year in {None, issue.year}
        and (request.first is None or request.first <= issue)
        and (request.last is None or issue <= request.last)
    )


def _neighbours(
    found: tuple[Record, ...], bulletin: Bulletin, workspace: Workspace, text: str, order: Order
) -> tuple[str | None, str | None]:
    """The headings before and behind one, in the first of the lists that has it."""
    parts = (By.TITLE, By.SUBJECT, By.SOURCE)
    for part in cumulative_index(found, bulletin, workspace.vocabulary(), parts, order).parts:
        headings: list[str | None] = [None, *(entry.heading for entry in part.entries), None]
        if text in headings:
            at = headings.index(text)
            return headings[at - 1], headings[at + 1]
    return None, None
