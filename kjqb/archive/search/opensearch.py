"""The archive as an OpenSearch server takes it: the index's mapping, and documents for its bulk interface.

The analyzer is `cjk`, which OpenSearch brings along: overlapping pairs of characters, as in our own index.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kjqb.archive.records import Record
from kjqb.archive.search.reading import codes

INDEX = "kjqb"
"""The name of the index on the server."""
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
    return json.dumps({"mappings": {"dynamic": "strict", "properties": properties}}, ensure_ascii=False, indent=2) + "\n"


def parts(records: Iterable[Record]) -> Iterator[bytes]:
    """The bodies of requests to `_bulk` (NDJSON), each of about PART_BYTES: an action and a document for every article."""
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


def _lines(record: Record) -> bytes:
    action = {"index": {"_index": INDEX, "_id": f"{record.issue}/{record.number}"}}
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
