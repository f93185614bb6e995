"""The trash: articles that were taken out of issues, each with what is needed to put it back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kjqb.errors import KjqbError
from kjqb.model.issue import IssueId
from kjqb.workspace.article_file import glance
from kjqb.workspace.file_names import unused
from kjqb.workspace.files import read_source
from kjqb.workspace.issue_file import is_file_name
from kjqb.workspace.workspace import STATE, Workspace

SCHEMA = "kjqb.trash/1"
_RECORD = ".json"
"""What the name of an article's record has behind the article's own."""


@dataclass(frozen=True, slots=True)
class Discarded:
    """An article in the trash."""

    issue: IssueId
    path: Path
    file: str
    """The name that its file had in the issue."""
    number: int | None = None
    """Its rank in the issue, from 1; None where that is not known."""
    printed: int | None = None
    """The page that issue.toml stated for it."""

    @property
    def record(self) -> Path:
        """The file that says what its own does not."""
        return self.path.with_name(self.path.name + _RECORD)

    @property
    def record_text(self) -> str:
        """What that file holds."""
        data = {"schema": SCHEMA, "file": self.file, "number": self.number, "printed": self.printed}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    @property
    def title(self) -> str:
        """Of the article; its file's name where that cannot be read."""
        try:
            return glance(read_source(self.path, self.file).text)[0] or self.file
        except (KjqbError, ValueError):
            return self.file


def place(workspace: Workspace, issue: IssueId, file: str) -> Path:
    """Where an article of an issue goes that is taken out of it."""
    folder = _folder(workspace) / workspace.folder(issue).name
    taken = [path.name.removesuffix(_RECORD) for path in folder.iterdir()] if folder.is_dir() else []
    return folder / unused(file, taken)


def discarded(workspace: Workspace) -> tuple[Discarded, ...]:
    """All that is in the trash: the newest issue first, its articles in the order that they had."""
    folder = _folder(workspace)
    found = [each for path in sorted(folder.iterdir()) for each in _of(path)] if folder.is_dir() else []
    found.sort(key=lambda each: each.number or sys.maxsize)
    return tuple(sorted(found, key=lambda each: each.issue, reverse=True))


def _folder(workspace: Workspace) -> Path:
    return workspace.root / STATE / "trash"


def _of(folder: Path) -> Iterator[Discarded]:
    """What was taken out of one issue."""
    issue = IssueId.parse(folder.name)
    if issue is None or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if is_file_name(path.name):
            yield _known(Discarded(issue, path, path.name))


def _known(bare: Discarded) -> Discarded:
    """With what its record says; an article without one, or with one that is none, can be brought back all the same."""
    try:
        data = json.loads(bare.record.read_text("utf-8"))
        file, number, printed = data["file"], data["number"], data["printed"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return bare
    if not (isinstance(file, str) and is_file_name(file)):
        return bare
    return Discarded(bare.issue, bare.path, file, _positive(number), _positive(printed))


def _positive(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 else None
