"""The whole archive written for a search server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kjqb.archive.pages import Pages
from kjqb.archive.records import Record, issue_records
from kjqb.archive.search.opensearch import write
from kjqb.archive.search.reading import read_issue
from kjqb.archive.search.update import Progress
from kjqb.errors import KjqbError, Where
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import DIST, Workspace

FOLDER = "opensearch"


class NothingToExportError(KjqbError):
    """An archive without articles."""

    slug = "archive-empty"

    def __init__(self, where: Where) -> None:
        super().__init__("各期里还没有文章，没有可写出的", where=where, hint="先用“kjqb add”或“kjqb import”加入文章")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    articles: int
    files: tuple[str, ...]
    """The mapping, then the documents in order."""


def export_archive(
    workspace: Workspace,
    folder: Path | None,
    progress: Progress,
) -> Exported:
    """Write mapping and documents for OpenSearch to a folder (dist/opensearch); those of an earlier export go.

    Little is in memory at a time. Raises what the reading of an issue raises, UnwritableError and NothingToExportError,
    all of them before anything is changed.
    """
    target = (folder or workspace.root / DIST / FOLDER).absolute()
    folders = sorted(workspace.folders().items())
    records = _records(workspace, folders, progress)
    first = next(records, None)
    if first is None:
        raise NothingToExportError(Where(workspace.name(workspace.issues)))
    written = write(target, workspace.name(target), chain([first], records))
    return Exported(written.articles, tuple(workspace.name(path) for path in written.files))


def _records(workspace: Workspace, folders: list[tuple[IssueId, Path]], progress: Progress) -> Iterator[Record]:
    bulletin, pages = workspace.bulletin(), Pages.kept_in(workspace)
    with progress(len(folders)) as step:
        for issue, folder in folders:
            step(str(issue))
            yield from issue_records(read_issue(workspace, issue, folder, bulletin), bulletin, pages)
    pages.keep()
