"""A new workspace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kjqb.errors import KjqbError, UsageError, Where
from kjqb.model.source import Source
from kjqb.workspace.bulletin_file import read_bulletin
from kjqb.workspace.files import read_source, write_files
from kjqb.workspace.workspace import CONFIGURATION, Workspace
from kjqb.workspace.write_bulletin import bulletin_text

IGNORED = ("/dist/", "/.kjqb/")
"""What version control leaves out: products, and lock and trash."""


class WorkspaceExistsError(KjqbError):
    """A folder that is a workspace already."""

    slug = "workspace-exists"


@dataclass(frozen=True, slots=True)
class InitRequest:
    """What to make, and where."""

    folder: Path
    """Need not be there."""
    title: str = ""
    """The bulletin's; empty for the folder's name."""
    office: str = ""
    preset: str = "bulletin"


@dataclass(frozen=True, slots=True)
class Initialized:
    """The workspace made, or that would be made."""

    title: str
    files: tuple[str, ...]
    """Written, relative to the current folder."""


def init_workspace(request: InitRequest, *, base: Path, dry_run: bool = False) -> Initialized:
    """Make a workspace; names are relative to `base`.

    Raises WorkspaceExistsError, UnwritableError, and UsageError for a title or an office that cannot be.
    """
    folder = request.folder.resolve()
    workspace = Workspace(folder, base.resolve())
    configuration = folder / CONFIGURATION
    if configuration.exists():
        hint = "直接修改这个文件，或换一个文件夹"
        raise WorkspaceExistsError("这个文件夹已经是工作区", where=Where(workspace.name(configuration)), hint=hint)
    title = request.title.strip() or folder.name
    if not title:
        raise UsageError("没有刊名", hint="用“--title”写明")
    for name, value in (("--title", title), ("--office", request.office)):
        if not value.isprintable():
            raise UsageError(f"“{name}”里有换行或控制字符", hint="写成一行文字")
    text = bulletin_text(title, request.office.strip(), request.preset)
    read_bulletin(Source(workspace.name(configuration), text))
    files = {**_ignore_file(workspace), configuration: text}
    names = {path: workspace.name(path) for path in files}
    if not dry_run:
        write_files({path: content.encode("utf-8") for path, content in files.items()}, names)
    return Initialized(title, tuple(names[path] for path in reversed(files)))


def _ignore_file(workspace: Workspace) -> dict[Path, str]:
    """The .gitignore with the lines that it lacks; nothing where it lacks none."""
    path = workspace.root / ".gitignore"
    before = read_source(path, workspace.name(path)).text if path.exists() else ""
    present = {line.strip().strip("/") for line in before.splitlines()}
    missing = [line for line in IGNORED if line.strip("/") not in present]
    if not missing:
        return {}
    gap = "" if not before or before.endswith("\n") else "\n"
    return {path: before + gap + "".join(f"{line}\n" for line in missing)}
