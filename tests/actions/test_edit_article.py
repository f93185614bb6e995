"""An article in the editor's own editor."""

import io
import os
import sys
from pathlib import Path

import pytest

from kjqb.actions.edit_article import edit_article
from kjqb.errors import KjqbError, ToolMissingError, UsageError
from kjqb.workspace.workspace import ArticleMissingError, Workspace

from ..workspaces import snapshot


def editor(folder: Path, script: str) -> dict[str, str]:
    """The environment in which the editor is a program that does that with its file's `path` and `text`."""
    program = folder / "编辑器.py"
    head = "import sys; from pathlib import Path; path = Path(sys.argv[1]); text = path.read_text('utf-8')\n"
    program.write_text(head + script, encoding="utf-8")
    return {**os.environ, "EDITOR": f"'{sys.executable}' '{program}'", "VISUAL": ""}


def test_what_the_editor_changes_is_read_again(workspace: Workspace, tmp_path: Path):
    env = editor(tmp_path, "path.write_text(text.replace('乙题', '新题'), 'utf-8')")
    edited = edit_article(workspace, 2, env=env)
    assert edited.article
    assert (edited.file, edited.changed, edited.article.title.text) == ("issues/2024-01/乙.md", True, "新题")


def test_an_editor_that_changes_nothing_is_told(workspace: Workspace, tmp_path: Path):
    assert not edit_article(workspace, 1, env=editor(tmp_path, "")).changed


def test_what_was_broken_is_told_and_left_as_the_editor_wrote_it(workspace: Workspace, tmp_path: Path):
    with pytest.raises(KjqbError, match="开头没有"):
        edit_article(workspace, 1, env=editor(tmp_path, "path.write_text('坏', 'utf-8')"))
    assert (workspace.root / "issues/2024-01/甲.md").read_text(encoding="utf-8") == "坏"


def test_an_editor_that_fails_is_told(workspace: Workspace, tmp_path: Path):
    with pytest.raises(KjqbError, match="异常结束（3）"):
        edit_article(workspace, 1, env=editor(tmp_path, "sys.exit(3)"))


@pytest.mark.parametrize("command", ["没有这个编辑器", "'不成对"])
def test_an_editor_that_is_not_there_is_a_missing_tool(workspace: Workspace, command: str):
    with pytest.raises(ToolMissingError, match="没有找到编辑器") as caught:
        edit_article(workspace, 1, env={"EDITOR": command, "PATH": os.environ["PATH"]})
    assert "EDITOR" in caught.value.hint


def test_a_number_out_of_range_is_wrong_usage(workspace: Workspace):
    with pytest.raises(UsageError):
        edit_article(workspace, 9, env={})


def test_a_missing_file_is_told_before_any_editor_opens(workspace: Workspace):
    (workspace.root / "issues/2024-01/甲.md").unlink()
    with pytest.raises(ArticleMissingError):
        edit_article(workspace, 1, env={})


def test_a_dry_run_opens_nothing(workspace: Workspace):
    before = snapshot(workspace.root)
    assert edit_article(workspace, 1, env={}, dry_run=True).file == "issues/2024-01/甲.md"
    assert snapshot(workspace.root) == before


def test_without_a_terminal_and_a_stated_editor_nothing_is_started(workspace: Workspace, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(ToolMissingError) as caught:
        edit_article(workspace, 1, env={"PATH": os.environ["PATH"]})
    assert "终端" in caught.value.what
