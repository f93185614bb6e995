"""What `check` is asked to look at: whole issues of a workspace, and single texts wherever they are."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kjqb.actions.archive import archive
from kjqb.actions.incoming import STANDARD_INPUT, Incoming
from kjqb.check.subject import Subject
from kjqb.errors import KjqbError, Where
from kjqb.model.issue import IssueId
from kjqb.model.page_setup import BULLETIN, PageSetup
from kjqb.model.source import Source
from kjqb.workspace import article_file
from kjqb.workspace.files import UnreadableError
from kjqb.workspace.pictures import ReadImage, images_of
from kjqb.workspace.workspace import DIST, NoWorkspaceError, Workspace

MARKDOWN, TEXT, WORD = ".md", ".txt", ".docx"
SUFFIXES = (MARKDOWN, TEXT, WORD)
"""The files that are looked for in folders."""

_PACKAGE = b"PK\x03\x04"
"""What a Word file begins with, and every other zip archive."""

_PASSED_OVER = (".", "~$")
"""What the names of hidden files begin with, and those of the files by which Word marks what it has open."""

_FRONT_MATTER = re.compile(r"\s*\+{3}[ \t]*\r?\n")


class NothingToCheckError(KjqbError):
    """A name that is neither a file nor an issue, or a folder without texts."""

    slug = "nothing-to-check"


@dataclass(frozen=True, slots=True)
class WholeIssue:
    """An issue of the workspace."""

    id: IssueId


@dataclass(frozen=True, slots=True)
class SingleText:
    """A file, or what came from standard input."""

    incoming: Incoming


Checkable = WholeIssue | SingleText


def workspace_of(names: Sequence[str], base: Path) -> Workspace | None:
    """The workspace that the current folder is in, else the one that the first file or folder is in, if any."""
    folders = (Path(name) if Path(name).is_dir() else Path(name).parent for name in names if Path(name).exists())
    for folder in (base, *folders):
        try:
            return replace(Workspace.find(folder), base=base.resolve())
        except NoWorkspaceError:
            continue
    return None


def checkables(
    names: Sequence[str], workspace: Workspace | None, read_standard_input: Callable[[], bytes]
) -> tuple[Checkable, ...]:
    """What the names stand for, each thing once: files, folders (walked), issues, `-`.

    Raises NothingToCheckError where one stands for nothing.
    """
    found: dict[object, Checkable] = {}
    for name in names:
        for checkable in _named(name, workspace, read_standard_input):
            found.setdefault(_identity(checkable), checkable)
    return tuple(found.values())


def subject(checkable: Checkable, workspace: Workspace | None, texts: Mapping[str, str]) -> Subject:
    """Read it; `texts` stand, by name, for what the files hold."""
    if isinstance(checkable, SingleText) and _is_word(checkable.incoming):
        from kjqb.actions.word_files import word_file  # lxml is heavy, and texts do without

        return word_file(checkable.incoming, workspace)
    if isinstance(checkable, SingleText):
        name = checkable.incoming.name
        source = Source(name, texts[name]) if name in texts else checkable.incoming.source()
        setup = workspace.bulletin().page_setup if workspace else BULLETIN
        return _single(source, checkable.incoming, setup, workspace)
    assert workspace is not None
    return _whole(checkable.id, workspace.overlaid(texts))


def _whole(number: IssueId, workspace: Workspace) -> Subject:
    issue, bulletin = workspace.issue(number), workspace.bulletin()
    pages: tuple[int, ...] = ()
    if issue.contents and issue.contents.stored:
        from kjqb.actions.contents import laid_out, stored_target  # heavy, and a contents list may not be stored

        layout = laid_out(issue, bulletin, stored_target(issue.contents.target)).layout
        pages = tuple(entry.page for entry in layout.entries)
    setup = issue.page_setup or bulletin.page_setup
    unlisted = tuple(Source(name, "") for name in workspace.unlisted(number))
    whole = Subject.of_issue(
        issue, page_setup=setup, pages=pages, bulletin=bulletin, ignores=issue.ignores, unlisted=unlisted
    )
    return replace(whole, archive=archive(workspace, number))


def _images(incoming: Incoming, workspace: Workspace | None) -> ReadImage:
    """The images of a text: in the workspace where it stands in one, else in its own folder."""
    inside = _around(incoming, workspace)
    return images_of(Path(incoming.name).parent, inside.root) if inside else incoming.images


def _around(incoming: Incoming, workspace: Workspace | None) -> Workspace | None:
    """The workspace, where the text stands in it; elsewhere it need not be one of this bulletin's."""
    inside = workspace is not None and Path(incoming.name).parent.resolve().is_relative_to(workspace.root)
    return workspace if inside else None


def _single(source: Source, incoming: Incoming, setup: PageSetup, workspace: Workspace | None) -> Subject:
    suffix, images = incoming.suffix, _images(incoming, workspace)
    if suffix == MARKDOWN and _FRONT_MATTER.match(source.text):
        return Subject.of_article(article_file.read_article(source, images), page_setup=setup)
    if suffix == MARKDOWN:
        from kjqb.importers.markdown import read_markdown  # whole issues do without importers

        return Subject.of_article(read_markdown(source, images=images).article, page_setup=setup)
    from kjqb.importers import loose

    if loose.is_issue(source):
        around = None if incoming.name == STANDARD_INPUT else _around(incoming, workspace)
        whole = Subject.of_issue(loose.read_issue(source), page_setup=setup)
        return replace(whole, bulletin=around.bulletin(), archive=archive(around)) if around else whole
    return Subject.of_article(loose.read_article(source), page_setup=setup)


def _named(name: str, workspace: Workspace | None, read_standard_input: Callable[[], bytes]) -> Iterator[Checkable]:
    if name == STANDARD_INPUT:
        yield SingleText(Incoming(name, read_standard_input()))
        return
    path, issue = Path(name), IssueId.parse(name)
    if path.is_dir():
        inside = tuple(_walk(path, _issue_folders(workspace), workspace))
        if not inside:
            hint = f"这里要有{'、'.join(SUFFIXES)}文件，或各期的文件夹"
            raise NothingToCheckError("文件夹里没有可检查的文稿", where=Where(name), hint=hint)
        yield from inside
    elif issue is not None and not path.exists() and workspace is not None:
        workspace.folder(issue)
        yield WholeIssue(issue)
    elif path.exists():
        yield SingleText(_read(path))
    else:
        hint = "检查文件名或期号是否写对；期号要在工作区里用"
        raise NothingToCheckError(f"没有“{name}”这个文件，也没有这一期", hint=hint)


def _read(path: Path) -> Incoming:
    """A file, by its path from the current folder."""
    incoming = Incoming.read(Path(os.path.relpath(path)).as_posix())
    if incoming.data.startswith(_PACKAGE) and not _is_word(incoming):
        raise incoming.unknown_format("txt、md、docx")
    return incoming


def _is_word(incoming: Incoming) -> bool:
    """Whether it is to be read as a Word file, by its name or, from standard input, by what it begins with."""
    return incoming.suffix == WORD or (incoming.name == STANDARD_INPUT and incoming.data.startswith(_PACKAGE))


def _walk(folder: Path, issues: Mapping[Path, IssueId], workspace: Workspace | None) -> Iterator[Checkable]:
    """The issues and texts in a folder and those below, by name; hidden ones and products are left out."""
    issue = issues.get(folder.resolve())
    if issue is not None:
        yield WholeIssue(issue)
        return
    for path in _entries(folder):
        if path.is_dir():
            is_product = workspace is not None and path.resolve() == workspace.root / DIST
            if not is_product and not path.is_symlink():
                yield from _walk(path, issues, workspace)
        elif path.suffix.lower() in SUFFIXES:
            yield SingleText(_read(path))


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith(_PASSED_OVER))
    except OSError as error:
        raise UnreadableError("无法读取这个文件夹", where=Where(str(folder)), hint="检查路径和读取权限") from error


def _issue_folders(workspace: Workspace | None) -> dict[Path, IssueId]:
    if workspace is None:
        return {}
    return {workspace.folder(issue).resolve(): issue for issue in workspace.issue_ids()}


def _identity(checkable: Checkable) -> object:
    if isinstance(checkable, WholeIssue):
        return checkable.id
    name = checkable.incoming.name
    return name if name == STANDARD_INPUT else Path(name).resolve()
