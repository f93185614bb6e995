"""The whole archive written for a search server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from kjqb.archive.pages import Pages
from kjqb.archive.records import Record, issue_records
from kjqb.archive.search.opensearch import mapping, parts
from kjqb.archive.search.reading import read_issue
from kjqb.errors import KjqbError, Where
from kjqb.workspace.files import guarded, write_files
from kjqb.workspace.workspace import DIST, Workspace

FOLDER = "opensearch"
MAPPING = "mapping.json"


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
    progress: Callable[[int], AbstractContextManager[Callable[[str], None]]],
) -> Exported:
    """Write mapping and documents for OpenSearch to a folder (dist/opensearch); those of an earlier export go.

    Little is in memory at a time. Raises what the reading of an issue raises, before which earlier files stand as they
    were, UnwritableError and NothingToExportError.
    """
    target = (folder or workspace.root / DIST / FOLDER).absolute()
    count = 0

    def counted() -> Iterator[Record]:
        nonlocal count
        for record in _records(workspace, progress):
            count += 1
            yield record

    with _new_files(target, workspace.name(target)) as put:
        put(MAPPING, mapping().encode())
        for rank, part in enumerate(parts(counted()), start=1):
            put(f"bulk-{rank:04}.ndjson", part)
        if not count:
            raise NothingToExportError(Where(workspace.name(workspace.issues)))
    return Exported(count, ())
