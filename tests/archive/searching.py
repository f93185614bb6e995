"""Searching in tests: all hits of a query, and nobody who watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kjqb.actions.search import Found, SearchRequest, search
from kjqb.workspace.workspace import Workspace


@contextmanager
def unseen(total: int) -> Iterator[Callable[[str], None]]:
    """Progress that nobody sees."""
    yield lambda _: None


def find(workspace: Workspace, text: str, **options: Any) -> Found:
    """All that a query finds."""
    request = SearchRequest(text, **{"limit": 100_000, **options})
    return search(workspace, request, {"HOME": str(workspace.root)}, unseen)


def titles(workspace: Workspace, text: str, **options: Any) -> list[str]:
    """The titles of the hits, in order."""
    return [hit.title.text for hit in find(workspace, text, **options).hits]
