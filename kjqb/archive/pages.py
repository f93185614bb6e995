"""The page that each article begins on, laid out once for each content of an issue."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from kjqb.model.article import Figure
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue
from kjqb.workspace.files import UnreadableError, UnwritableError, read_bytes, write_files
from kjqb.workspace.workspace import STATE, Workspace

NAME = "pages.json"
"""Of the cache, in the workspace's state folder; it may be deleted."""

_CODE = ("kjqb.layout", "kjqb.text", "kjqb.tables", "kjqb.model")
"""The packages by which pages are computed: what they say is part of what is laid out."""


@dataclass(slots=True)
class Pages:
    """Computes pages, and remembers them by the content they were computed from."""

    path: Path | None = None
    """Where they are kept between calls; None to keep none."""
    known: dict[str, list[int]] = field(default_factory=dict)
    used: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def kept_in(cls, workspace: Workspace) -> Pages:
        """With the pages that earlier calls have kept in the workspace; a cache that cannot be read counts as empty."""
        path = workspace.root / STATE / NAME
        return cls(path, _read(path))

    def of(self, issue: Issue, bulletin: Bulletin) -> tuple[int, ...]:
        """The page of every article: the one printed where issue.toml states it, else the one that the layout gives.

        Raises TableTooLargeError.
        """
        printed = issue.printed_pages or (None,) * len(issue.articles)
        if all(page is not None for page in printed):
            return tuple(page for page in printed if page is not None)
        computed = self._computed(issue, replace(bulletin, page_setup=issue.page_setup or bulletin.page_setup))
        return tuple(page or other for page, other in zip(printed, computed, strict=True))

    def keep(self) -> None:
        """Store what was used, unless nothing is new; where the folder cannot be written, that is no fault."""
        if self.path is None or self.used.keys() <= self.known.keys():
            return
        data = json.dumps({**self.known, **self.used}, indent=0).encode()
        try:
            write_files({self.path: data}, {self.path: str(self.path)})
        except UnwritableError:
            return

    def _computed(self, issue: Issue, bulletin: Bulletin) -> list[int]:
        digest = _digest(issue, bulletin)
        pages = self.known.get(digest)
        if pages is None or len(pages) != len(issue.articles):
            pages = _laid_out(issue, bulletin)
        self.used[digest] = pages
        return pages


def _laid_out(issue: Issue, bulletin: Bulletin) -> list[int]:
    from kjqb.layout.lay_out import lay_out
    from kjqb.layout.target import Target

    return [entry.page for entry in lay_out(issue, bulletin, Target.WORD).entries]


def _digest(issue: Issue, bulletin: Bulletin) -> str:
    """What the pages of an issue follow from: its texts and images, how it is set, and the code that sets it."""
    masthead = (issue.masthead.title, issue.masthead.office, issue.masthead.issue_line)
    lines = [passage.text if passage else None for passage in (*masthead, *issue.colophon)]
    frame = (issue.id, lines, bulletin.page_setup, bulletin.contents, bulletin.conventions.spacing)
    digest = sha256(f"{_code()}{frame!r}".encode())
    for article in issue.articles:
        blobs = (block.picture.blob for block in article.blocks if isinstance(block, Figure))
        for part in (article.source.text.encode(), *blobs):
            digest.update(sha256(part).digest())
    return digest.hexdigest()


@cache
def _code() -> str:
    digest = sha256()
    for package in _CODE:
        for module in sorted(files(package).iterdir(), key=lambda entry: entry.name):
            if module.name.endswith(".py"):
                digest.update(module.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> dict[str, list[int]]:
    """The pages kept in a file; none where it is not there, or is not what `keep` writes."""
    try:
        data = json.loads(read_bytes(path, NAME))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {digest: pages for digest, pages in data.items() if _are_pages(pages)}


def _are_pages(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(page, int) and page > 0 for page in value)
