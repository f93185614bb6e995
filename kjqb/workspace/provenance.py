"""Which articles came from which files: the digests in the front matter of the whole archive."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from kjqb.errors import KjqbError
from kjqb.model.source import Source
from kjqb.workspace.article_file import parts
from kjqb.workspace.files import decode_utf8, read_bytes
from kjqb.workspace.toml_document import read_toml
from kjqb.workspace.workspace import Workspace


def articles_from(workspace: Workspace, digests: Collection[str]) -> dict[str, str]:
    """For the SHA-256 of every file that came in before, the name of an article that it became.

    All Markdown files of all issues count, those that are not listed too; faulty ones are passed over.
    """
    found: dict[str, str] = {}
    wanted = {digest.encode(): digest for digest in digests}
    for folder in workspace.folders().values():
        for path in workspace.manuscripts(folder):
            with suppress(KjqbError):
                data = read_bytes(path, path.name)
                for digest in (wanted[each] for each in wanted if each in data):
                    if _digest(Source(path.name, decode_utf8(data, path.name))) == digest:
                        found.setdefault(digest, workspace.name(path))
    return found


def _digest(source: Source) -> object:
    """What the front matter of an article says of the file that it came from."""
    header, _ = parts(source)
    table = read_toml(source, header).data.get("source")
    return table.get("sha256") if isinstance(table, dict) else None
