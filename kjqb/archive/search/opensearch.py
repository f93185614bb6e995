"""The archive as an OpenSearch server takes it: the index's mapping, and documents for its bulk interface.

The analyzer is `cjk`, which OpenSearch brings along: overlapping pairs of characters, as in our own index.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kjqb.archive.records import Record
from kjqb.archive.search.reading import codes
from kjqb.workspace.files import guarded, make_folder

INDEX = "kjqb"
"""The name of the index on the server."""
MAPPING = "mapping.json"
PART_BYTES = 16 * 1024 * 1024
"""Of one file of documents; servers refuse requests of more than 100 megabytes."""

_EXACT: dict[str, Any] = {"type": "keyword"}
_NUMBER: dict[str, Any] = {"type": "integer"}
_TEXT: dict[str, Any] = {"type": "text", "analyzer": "cjk"}


def mapping() -> str:
    """The body of the request that makes the index: `PUT kjqb`."""
    properties = {
        "issue": _EXACT,
        "year": _NUMBER,
        "issue_number": _NUMBER,
        "date": {"type": "date", "format": "strict_date"},
        "number": _NUMBER,
        "page": _NUMBER,
        "locator": _EXACT,
        "file": _EXACT,
        "section": _EXACT,
        "authors": _EXACT,
        "regions": _EXACT,
        "source": _EXACT,
        "title": {**_TEXT, "fields": {"exact": _EXACT}},
        "keywords": {**_TEXT, "fields": {"exact": _EXACT}},
        "body": _TEXT,
    }
    body = {"mappings": {"dynamic": "strict", "properties": properties}}
    return json.dumps(body, indent=2) + "\n"


def parts(records: Iterable[Record]) -> Iterator[bytes]:
    """The bodies of requests to `_bulk` (NDJSON), each of about PART_BYTES: two lines for every article."""
    lines: list[bytes] = []
    size = 0
    for record in records:
        lines.append(_lines(record))
        size += len(lines[-1])
        if size >= PART_BYTES:
            yield b"".join(lines)
            lines, size = [], 0
    if lines:
        yield b"".join(lines)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    articles: int
    files: tuple[Path, ...]
    """The mapping, then the documents in order."""


def write(folder: Path, name: str, records: Iterable[Record]) -> Written:
    """Put mapping and documents in a folder, all or nothing, in the place of those of an earlier export.

    `name` is how messages call the folder. Raises what the iteration over the records raises, and UnwritableError.
    """
    make_folder(folder, name)
    temporary = Path(guarded(lambda: tempfile.mkdtemp(prefix=".kjqb-", dir=folder), name))
    try:
        written = [_put(temporary / MAPPING, mapping().encode(), name)]
        articles = 0
        for rank, part in enumerate(parts(records), start=1):
            written.append(_put(temporary / f"bulk-{rank:04}.ndjson", part, name))
            articles += part.count(b"\n") // 2
        for path in folder.glob("bulk-*.ndjson"):
            guarded(path.unlink, name)
        files = tuple(guarded(partial(path.replace, folder / path.name), name) for path in written)
        return Written(articles, files)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _put(path: Path, data: bytes, name: str) -> Path:
    guarded(partial(path.write_bytes, data), name)
    return path


def _lines(record: Record) -> bytes:
    action = {"index": {"_index": INDEX, "_id": f"{record.issue}/{Path(record.file).name}"}}
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in (action, _document(record))).encode()


def _document(record: Record) -> dict[str, Any]:
    return {
        "issue": str(record.issue),
        "year": record.issue.year,
        "issue_number": record.issue.number,
        "date": record.date.isoformat() if record.date else None,
        "number": record.number,
        "page": record.page,
        "locator": record.locator,
        "file": record.file,
        "section": record.section,
        "authors": record.authors,
        "regions": codes(record.regions),
        "source": record.source,
        "title": record.title,
        "keywords": record.keywords,
        "body": record.texts,
    }
