"""A new workspace."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.actions.init_workspace import InitRequest, WorkspaceExistsError, init_workspace
from kjqb.errors import ExitCode, KjqbError, UsageError
from kjqb.model.page_setup import BULLETIN, GBT9704
from kjqb.workspace.files import NotTextError
from kjqb.workspace.workspace import Workspace

from ..workspaces import make, snapshot


def test_a_workspace_is_made_with_its_folder(tmp_path: Path):
    made = init_workspace(InitRequest(tmp_path / "a" / "b", "刊", "编辑部", "gbt9704"), base=tmp_path)
    assert made.files == ("a/b/kjqb.toml", "a/b/.gitignore")
    bulletin = Workspace.find(tmp_path / "a" / "b").bulletin()
    assert bulletin.office
    assert (bulletin.title.text, bulletin.office.text, bulletin.page_setup) == ("刊", "编辑部", GBT9704)
    assert [line.text for line in bulletin.colophon] == ["编辑部编辑"]


def test_without_a_title_the_folder_names_the_bulletin(tmp_path: Path):
    (tmp_path / "简报").mkdir()
    assert init_workspace(InitRequest(tmp_path / "简报"), base=tmp_path).title == "简报"
    bulletin = Workspace.find(tmp_path / "简报").bulletin()
    assert (bulletin.title.text, bulletin.office, bulletin.page_setup) == ("简报", None, BULLETIN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "/dist/\n/.kjqb/\n"),
        ("*.pyc", "*.pyc\n/dist/\n/.kjqb/\n"),
        ("dist/\n.kjqb\n", "dist/\n.kjqb\n"),
    ],
)
def test_version_control_is_told_what_to_leave_out(tmp_path: Path, before: str | None, after: str):
    if before is not None:
        (tmp_path / ".gitignore").write_text(before)
    init_workspace(InitRequest(tmp_path, "刊"), base=tmp_path)
    assert (tmp_path / ".gitignore").read_text() == after


def test_a_workspace_is_not_made_twice(tmp_path: Path):
    make(tmp_path)
    before = snapshot(tmp_path)
    with pytest.raises(WorkspaceExistsError, match="已经是工作区") as caught:
        init_workspace(InitRequest(tmp_path, "刊"), base=tmp_path)
    assert (str(caught.value.where), caught.value.exit_code) == ("kjqb.toml", ExitCode.BAD_INPUT)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(("title", "office"), [("刊\n名", ""), ("刊", "编\x1b辑"), ("刊\u202e", "")])
def test_a_name_that_cannot_be_printed_is_wrong_usage(tmp_path: Path, title: str, office: str):
    with pytest.raises(UsageError):
        init_workspace(InitRequest(tmp_path / "新", title, office), base=tmp_path)
    assert snapshot(tmp_path) == {}


def test_a_gitignore_that_is_no_text_stops_it(tmp_path: Path):
    (tmp_path / ".gitignore").write_bytes(b"\xff")
    with pytest.raises(NotTextError):
        init_workspace(InitRequest(tmp_path, "刊"), base=tmp_path)
    assert snapshot(tmp_path) == {".gitignore": b"\xff"}


def test_a_file_in_the_place_of_the_folder_stops_it(tmp_path: Path):
    (tmp_path / "文件").write_text("")
    with pytest.raises(KjqbError, match="无法写入"):
        init_workspace(InitRequest(tmp_path / "文件" / "刊", "刊"), base=tmp_path)
    assert snapshot(tmp_path) == {"文件": b""}


def test_a_dry_run_writes_nothing(tmp_path: Path):
    made = init_workspace(InitRequest(tmp_path / "刊"), base=tmp_path, dry_run=True)
    assert made.files == ("刊/kjqb.toml", "刊/.gitignore")
    assert snapshot(tmp_path) == {}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_title_makes_a_workspace_or_is_refused(tmp_path_factory: pytest.TempPathFactory, title: str):
    folder = tmp_path_factory.mktemp("刊")
    try:
        init_workspace(InitRequest(folder, title), base=folder)
    except UsageError:
        assert snapshot(folder) == {}
    else:
        assert Workspace.find(folder).bulletin().title.text == (title.strip() or folder.name)
