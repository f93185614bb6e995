"""Workspaces on disk for tests, and what is in a folder to the byte."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kjqb.workspace.workspace import Workspace

BULLETIN = 'format = 1\n\n[bulletin]\ntitle = "编排样刊"\noffice = "样刊编辑部"\nfrequency = "monthly"\n'


def article(title: str, body: str = "正文。\n", *, source: str = "") -> str:
    """The text of an article."""
    return f'+++\ntitle = "{title}"\n{source}+++\n\n{body}'


def issue(number: int, *names: str, year: int = 2024) -> str:
    """The text of issue.toml."""
    listed = "".join(f'    "{name}",\n' for name in names)
    return f"format = 1\nyear = {year}\nnumber = {number}\narticles = [\n{listed}]\n"


THREE = {
    "kjqb.toml": BULLETIN,
    "issues/2024-01/issue.toml": issue(1, "甲.md", "乙.md", "丙.md"),
    "issues/2024-01/甲.md": article("甲题"),
    "issues/2024-01/乙.md": article("乙题", "第一段。\n\n第二段。\n"),
    "issues/2024-01/丙.md": article("丙题"),
}
"""A workspace with an issue of three articles."""


def make(root: Path, files: Mapping[str, str | bytes] = THREE) -> Workspace:
    """Write the files below a folder, which becomes a workspace."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Workspace(root.resolve(), root.resolve())


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, and every empty folder; the lock, which says nothing, left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
        if ".kjqb" not in path.parts and (path.is_file() or path.is_symlink() or not any(path.iterdir()))
    }


def _permissions_bind() -> bool:
    """Whether a folder that may not be written to keeps this process from writing; root it does not."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o500)
        try:
            (folder / "x").touch()
        except PermissionError:
            return True
        finally:
            folder.chmod(0o700)
    return False


where_permissions_bind = pytest.mark.skipif(not _permissions_bind(), reason="this user may write everywhere")
