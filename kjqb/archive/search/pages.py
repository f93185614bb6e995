"""The pages of articles that were found: laid out when an article is first shown, and kept in the index."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from kjqb.archive.pages import Pages, _code
from kjqb.archive.search.index import Index, article_of
from kjqb.archive.search.reading import read_issue
from kjqb.errors import KjqbError
from kjqb.model.article import Figure
from kjqb.model.issue import Issue, IssueId
from kjqb.workspace.workspace import CONFIGURATION, Workspace

_OUTSIDE = ".."
"""In the path of an image: it stands outside of its issue's folder, where nobody sees it change."""


class ChangedMeanwhileError(KjqbError):
    """An issue was changed while it was searched."""

    slug = "changed-meanwhile"

    def __init__(self, issue: IssueId) -> None:
        super().__init__(f"查找时{issue.label}的文件正在改动", hint="再查一次")


def pages(index: Index, workspace: Workspace, rows: Iterable[int]) -> dict[int, int]:
    """The page of each article by its row: the one that issue.toml states, else the one that the layout gives.

    Raises what the reading of an issue raises, TableTooLargeError and ChangedMeanwhileError.
    """
    key = _key(workspace)
    found: dict[int, int] = {}
    unknown: dict[IssueId, list[int]] = {}
    for row in rows:
        page = index.page(row, key)
        if page is None:
            unknown.setdefault(article_of(row)[0], []).append(row)
        else:
            found[row] = page
    if unknown:
        found.update(_computed(index, workspace, unknown, key))
    return found


def _computed(index: Index, workspace: Workspace, unknown: dict[IssueId, list[int]], key: bytes) -> dict[int, int]:
    bulletin, kept = workspace.bulletin(), Pages.kept_in(workspace)
    found: dict[int, int] = {}
    lasting: dict[IssueId, tuple[int, ...]] = {}
    for number, rows in unknown.items():
        issue = read_issue(workspace, number, workspace.issues / index.folder(number), bulletin)
        computed = kept.of(issue, bulletin)
        if len(computed) != index.articles(number):
            raise ChangedMeanwhileError(number)
        found.update({row: computed[article_of(row)[1] - 1] for row in rows})
        if not _shows_images_from_outside(issue):
            lasting[number] = computed
    with index.writing():
        for number, computed in lasting.items():
            index.keep_pages(number, key, computed)
    return found


def _key(workspace: Workspace) -> bytes:
    """What pages follow from besides the issue itself: kjqb.toml, and the code that lays out."""
    text = workspace.read(workspace.root / CONFIGURATION).text
    return blake2b(f"{_code()}{text}".encode(), digest_size=16).digest()


def _shows_images_from_outside(issue: Issue) -> bool:
    return any(
        isinstance(block, Figure) and _OUTSIDE in block.picture.file
        for article in issue.articles
        for block in article.blocks
    )
