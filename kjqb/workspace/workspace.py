"""A workspace: the folder of kjqb.toml, read into the model and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from kjqb.errors import KjqbError, Where
from kjqb.model.article import Article
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Contents, Issue, IssueId
from kjqb.model.source import Source
from kjqb.model.vocabulary import Vocabulary
from kjqb.workspace import contents_file, vocabulary_file
from kjqb.workspace.article_file import read_article
from kjqb.workspace.bulletin_file import read_bulletin
from kjqb.workspace.files import UnreadableError, UnwritableError, read_source, write_folder, write_text
from kjqb.workspace.issue_file import IssueFrame, is_file_name, read_issue_frame
from kjqb.workspace.journal import PENDING, InterruptedWriteError, Journal
from kjqb.workspace.lock import PATIENCE, locked
from kjqb.workspace.pictures import images_of
from kjqb.workspace.toml_document import read_toml

CONFIGURATION = "kjqb.toml"
ISSUE = "issue.toml"
DIST = "dist"
"""The folder of products."""

STATE = ".kjqb"
"""The folder of lock, journal, trash and caches."""

_GLANCES = 5
"""So often a reader tries again where he was overtaken by a writer, before he keeps writers out."""

Result = TypeVar("Result")


class NoWorkspaceError(KjqbError):
    """A folder that is in no workspace."""

    slug = "no-workspace"


class IssueMissingError(KjqbError):
    """An issue that the workspace does not have."""

    slug = "issue-missing"


class IssueExistsError(KjqbError):
    """An issue that was to be made and is there."""

    slug = "issue-exists"


class IssueTwiceError(KjqbError):
    """Two folders for one issue."""

    slug = "issue-twice"


class ArticleMissingError(KjqbError):
    """issue.toml lists an article whose file is not there."""

    slug = "article-missing"

    def __init__(self, name: str, where: Where) -> None:
        super().__init__(
            f"文章“{name}”已列入本期，但文件不存在", where=where, hint="恢复该文件，或用“kjqb remove”将其移出本期"
        )


class OutsideWorkspaceError(KjqbError):
    """A symbolic link that leads out of the workspace."""

    slug = "outside-workspace"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A bulletin's folder; every call reads what is on disk now."""

    root: Path
    """Absolute, without symbolic links."""
    base: Path
    """The folder to which names in messages and JSON are relative; absolute."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """By name: texts that stand for what is on disk."""

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The workspace that a folder is in; names will be relative to that folder.

        Raises NoWorkspaceError.
        """
        base = start.resolve()
        for folder in (base, *base.parents):
            if (folder / CONFIGURATION).is_file():
                return cls(folder, base)
        hint = "进入工作区的文件夹再运行，或用“kjqb init”新建一个"
        raise NoWorkspaceError(f"这里不是工作区：本文件夹和上级文件夹里都没有{CONFIGURATION}", hint=hint)

    def overlaid(self, texts: Mapping[str, str]) -> Workspace:
        """The same workspace as if the named files held these texts; nothing is written."""
        return replace(self, texts={**self.texts, **texts})

    def name(self, path: Path) -> str:
        """How messages and JSON call a file."""
        return Path(os.path.relpath(path, self.base)).as_posix()

    @property
    def issues(self) -> Path:
        """The folder of all issues."""
        return self.root / "issues"

    def folder(self, issue: IssueId) -> Path:
        """The folder of an issue.

        Raises IssueMissingError and IssueTwiceError.
        """
        folders = self.folders()
        if issue not in folders:
            newest = f"，或用期号指明，最新的是{max(folders)}" if folders else ""
            hint = f"用“kjqb new {issue}”新建{newest}"
            raise IssueMissingError(f"没有{issue}这一期", where=Where(self.name(self.issues)), hint=hint)
        return folders[issue]

    def folders(self) -> dict[IssueId, Path]:
        """The folders of all issues.

        Raises IssueTwiceError.
        """
        folders: dict[IssueId, Path] = {}
        for path in self._entries(self.issues):
            issue = IssueId.parse(path.name)
            if issue is None or not (path / ISSUE).exists():
                continue
            if issue in folders:
                names = f"{self.name(folders[issue])}和{self.name(path)}"
                raise IssueTwiceError(f"{issue.label}有两个文件夹：{names}", hint="只留一个")
            folders[issue] = path
        return folders

    def issue_ids(self) -> tuple[IssueId, ...]:
        """Every issue, the oldest first; folders without an issue.toml are none."""
        return tuple(sorted(self.folders()))

    def newest(self) -> IssueId:
        """The newest issue.

        Raises IssueMissingError where there is none.
        """
        issues = self.issue_ids()
        if not issues:
            where = Where(self.name(self.issues))
            raise IssueMissingError("工作区里还没有任何一期", where=where, hint="用“kjqb new”新建一期")
        return issues[-1]

    def bulletin(self) -> Bulletin:
        """What kjqb.toml says.

        Raises TomlSyntaxError and FaultyFileError, as every reading method does.
        """
        return read_bulletin(self.read(self.root / CONFIGURATION))

    def vocabulary(self) -> Vocabulary:
        """The controlled vocabulary that vocabulary.toml holds; empty where there is no such file."""
        path = self.root / vocabulary_file.NAME
        if not path.exists() and self.name(path) not in self.texts:
            return Vocabulary()
        return vocabulary_file.read_vocabulary(self.read(path))

    def frame(self, issue: IssueId) -> IssueFrame:
        """What issue.toml says of an issue."""
        return read_issue_frame(self.read(self.folder(issue) / ISSUE), issue, self.bulletin())

    def article_names(self, frame: IssueFrame) -> tuple[str, ...]:
        """The names of an issue's articles, in order: those listed, else all files of its folder by name."""
        if frame.listed is None:
            return self._markdown(frame.id)
        return tuple(listed.text for listed in frame.listed)

    def unlisted(self, issue: IssueId) -> tuple[str, ...]:
        """The Markdown files in an issue's folder that are none of its articles."""
        listed = set(self.article_names(self.frame(issue)))
        return tuple(self.name(self.folder(issue) / name) for name in self._markdown(issue) if name not in listed)

    def where(self, path: tuple[str | int, ...]) -> Where:
        """The place of a value in kjqb.toml, which has it."""
        return read_toml(self.read(self.root / CONFIGURATION)).where(path)

    def issue(self, issue: IssueId) -> Issue:
        """An issue, whole, as it was between two changes of the workspace.

        Raises ArticleMissingError, and what the reading of its files raises.
        """
        return self.steadily(lambda: self._issue(issue))

    def steadily(self, read: Callable[[], Result]) -> Result:
        """What reading gives, all of it from one state; it is read again where a writer came in between.

        A change that a killed writer has begun is finished first. Raises LockedError where that takes too long, and
        InterruptedWriteError where it cannot be, besides what reading raises.
        """
        for _ in range(_GLANCES):
            self._settle()
            before = self._journal.last()
            failure: KjqbError | None = None
            try:
                result = read()
            except KjqbError as error:
                failure = error
            if not self._journal.is_pending and self._journal.last() == before:
                if failure is not None:
                    raise failure
                return result
        with self.locked():
            return read()

    def _issue(self, issue: IssueId) -> Issue:
        frame = self.frame(issue)
        names = self.article_names(frame)
        return Issue(
            id=issue,
            masthead=frame.masthead,
            articles=tuple(self.article(frame, name) for name in names),
            colophon=frame.colophon,
            date=frame.date,
            whole_number=frame.whole_number,
            contents=self._contents(frame),
            printed_pages=tuple(map(frame.printed.get, names)) if frame.printed else (),
            ignores=frame.ignores,
            page_setup=frame.page_setup,
        )

    def article(self, frame: IssueFrame, name: str) -> Article:
        """An article of an issue by its file's name.

        Raises ArticleMissingError, and what the reading of its file raises.
        """
        path = self._beside(frame, name)
        if not path.exists() and self.name(path) not in self.texts:
            raise ArticleMissingError(name, frame.where(name))
        return read_article(self.read(path), images_of(path.parent, self.root))

    def manuscripts(self, folder: Path) -> tuple[Path, ...]:
        """The Markdown files in an issue's folder, its articles and others, by name."""
        return tuple(path for path in self._entries(folder) if is_file_name(path.name) and not path.is_dir())

    def read(self, path: Path) -> Source:
        """A file of the workspace.

        Raises UnreadableError, NotTextError and OutsideWorkspaceError.
        """
        name = self.name(path)
        if name in self.texts:
            return Source(name, self.texts[name])
        self._keep_inside(path)
        return read_source(path, name)

    def write(self, path: Path, text: str) -> None:
        """Put a text in the place of a file that has nothing to do with any other, whole or not at all.

        Raises UnwritableError and OutsideWorkspaceError.
        """
        self._keep_inside(path)
        write_text(path, text, self.name(path))

    def write_all(
        self,
        contents: Mapping[Path, str | bytes],
        moves: Mapping[Path, Path] | None = None,
        drops: Collection[Path] = (),
    ) -> None:
        """Put texts (or bytes) in the places of files, and move files to free places: all or none, even if killed.

        `drops` are files of kjqb's own, in its folder, that go with it. The workspace must be locked. Raises
        OutsideWorkspaceError and, as `Journal.commit` does, UnwritableError.
        """
        moves = moves or {}
        for path in (*contents, *(path.parent for pair in moves.items() for path in pair)):
            self._keep_inside(path)
        files = {path: each if isinstance(each, bytes) else each.encode() for path, each in contents.items()}
        self._journal.commit(files, moves, drops, {path: self.name(path) for path in (*contents, *moves.values())})

    def create(self, issue: IssueId, contents: Mapping[str, str | bytes]) -> Path:
        """Make the folder of a new issue with these files, whole or not at all.

        Raises IssueExistsError, UnwritableError and OutsideWorkspaceError.
        """
        folder = self.vacant(issue)
        self._keep_inside(folder)
        write_folder(folder, contents, self.name(folder))
        return folder

    def vacant(self, issue: IssueId) -> Path:
        """Where the folder of a new issue belongs.

        Raises IssueExistsError.
        """
        folder = self.folders().get(issue, self.issues / str(issue))
        if folder.exists():
            hint = "换一个期号，或先移走这个文件夹"
            raise IssueExistsError(f"{issue.label}已经有了", where=Where(self.name(folder)), hint=hint)
        return folder

    @contextmanager
    def locked(self, wait: float = PATIENCE) -> Iterator[None]:
        """Hold the workspace while it is written; what a killed writer has left is put in order first.

        Raises LockedError after so many seconds, UnwritableError, and InterruptedWriteError.
        """
        path = self.root / STATE / "lock"
        self._keep_inside(path)
        with locked(path, self.name(path), wait=wait):
            self._journal.recover()
            with self._journal.marked():
                yield

    @property
    def _journal(self) -> Journal:
        state = self.root / STATE
        return Journal(self.root, state, self.name(state / PENDING))

    def _settle(self) -> None:
        """Wait until a change is finished, or finish it."""
        if not self._journal.is_pending:
            return
        try:
            with self.locked():
                pass
        except UnwritableError as error:
            hint = "在可以写入的地方运行任一命令，如“kjqb list”，kjqb会先完成那次写入"
            where = Where(self.name(self.root / STATE / PENDING))
            raise InterruptedWriteError("上一次写入中断，还没有完成", where=where, hint=hint) from error

    def _beside(self, frame: IssueFrame, name: str) -> Path:
        """A file in the folder of an issue's frame; the other folders are not looked through once more."""
        return (self.base / frame.source.name).parent / name

    def _contents(self, frame: IssueFrame) -> Contents | None:
        path = self._beside(frame, contents_file.NAME)
        if not path.exists() and self.name(path) not in self.texts:
            return None
        return contents_file.read_contents(self.read(path))

    def _markdown(self, issue: IssueId) -> tuple[str, ...]:
        return tuple(path.name for path in self.manuscripts(self.folder(issue)))

    def _entries(self, folder: Path) -> Iterator[Path]:
        """What is in a folder, by name; nothing where it is not there."""
        self._keep_inside(folder)
        try:
            yield from sorted(folder.iterdir())
        except FileNotFoundError:
            return
        except OSError as error:
            where = Where(self.name(folder))
            raise UnreadableError("无法读取这个文件夹", where=where, hint="检查路径和读取权限") from error

    def _keep_inside(self, path: Path) -> None:
        target = path.resolve()
        if not target.is_relative_to(self.root):
            hint = "把文件本身放进工作区，不用符号链接"
            raise OutsideWorkspaceError("符号链接指到了工作区外面", where=Where(self.name(path)), hint=hint)
