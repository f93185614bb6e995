"""Changes of several files: whole or not at all, and readers that see no half of one."""

import json
from pathlib import Path

import pytest

from kjqb.actions.arrange import move_article, remove_article
from kjqb.actions.listing import list_articles
from kjqb.errors import ExitCode
from kjqb.model.issue import IssueId
from kjqb.workspace.files import UnwritableError
from kjqb.workspace.journal import BadJournalError, InterruptedWriteError
from kjqb.workspace.workspace import Workspace

from ..workspaces import THREE, article, issue, make, snapshot, where_permissions_bind

FIRST = IssueId(2024, 1)
ISSUE = "issues/2024-01/issue.toml"


def interrupted(root: Path, *, journal: bool = True, moved: bool = False) -> Workspace:
    """A workspace in which a change of 甲 and of the order was killed: before or behind its journal, or half done."""
    workspace = make(root)
    folder = root / "issues/2024-01"
    new = {"甲.md": article("新甲题"), "issue.toml": issue(1, "乙.md", "甲.md", "丙.md")}
    puts = []
    for rank, (name, text) in enumerate(new.items()):
        temporary = folder / f".kjqb-killed0{rank}.tmp"
        temporary.write_text(text, "utf-8")
        before = _digest(folder / name)
        puts.append({"from": f"issues/2024-01/{temporary.name}", "to": f"issues/2024-01/{name}", "before": before})
    (root / ".kjqb").mkdir()
    (root / ".kjqb/writing").touch()
    if journal:
        record = {"schema": "kjqb.journal/1", "id": "1", "put": puts, "move": [], "drop": []}
        (root / ".kjqb/journal.json").write_text(json.dumps(record), "utf-8")
    if moved:
        (folder / ".kjqb-killed00.tmp").replace(folder / "甲.md")
    return workspace


def _digest(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest()


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.rglob(".kjqb-*")]


def titles(workspace: Workspace) -> list[str]:
    return [each.title for each in list_articles(workspace, FIRST).articles]


@pytest.mark.parametrize("moved", [False, True])
def test_a_change_killed_behind_its_journal_is_finished_by_a_reader(tmp_path: Path, moved: bool):
    workspace = interrupted(tmp_path, moved=moved)
    assert titles(workspace) == ["乙题", "新甲题", "丙题"]
    assert leftovers(tmp_path) == []
    assert not (tmp_path / ".kjqb/journal.json").exists()
    assert not (tmp_path / ".kjqb/writing").exists()


def test_a_change_killed_before_its_journal_has_not_happened(tmp_path: Path):
    workspace = interrupted(tmp_path, journal=False)
    assert titles(workspace) == ["甲题", "乙题", "丙题"]
    with workspace.locked():
        pass
    assert leftovers(tmp_path) == []
    assert snapshot(tmp_path) == {name: text.encode() for name, text in THREE.items()}


def test_what_was_changed_by_hand_meanwhile_is_kept_and_the_rest_is_done(tmp_path: Path):
    workspace = interrupted(tmp_path)
    path = tmp_path / "issues/2024-01/甲.md"
    path.write_text(article("手改的题"), "utf-8")
    with pytest.raises(InterruptedWriteError) as caught:
        titles(workspace)
    assert (caught.value.exit_code, bool(caught.value.hint)) == (ExitCode.BAD_INPUT, True)
    assert "issues/2024-01/甲.md" in caught.value.what
    assert titles(workspace) == ["乙题", "手改的题", "丙题"]
    assert (tmp_path / ".kjqb/trash/unfinished/甲.md").read_text("utf-8") == article("新甲题")


@pytest.mark.parametrize(
    "names",
    [
        ("../外.tmp", "issues/2024-01/甲.md"),
        ("issues/2024-01/甲.md", "../外.md"),
        ("issues/2024-01/甲.md", "/tmp/外.md"),
        ("issues/2024-01/甲.md", "link/外.md"),
        ("", "issues/2024-01/甲.md"),
    ],
)
def test_a_journal_that_leads_out_of_the_workspace_is_not_followed(tmp_path: Path, names: tuple[str, str]):
    workspace = make(tmp_path / "刊物")
    (tmp_path / "外.tmp").write_text("外", "utf-8")
    (workspace.root / "link").symlink_to(tmp_path)
    (workspace.root / ".kjqb").mkdir()
    record = {"schema": "kjqb.journal/1", "put": [{"from": names[0], "to": names[1], "before": None}]}
    record |= {"move": [], "drop": []}
    (workspace.root / ".kjqb/journal.json").write_text(json.dumps(record), "utf-8")
    before = snapshot(tmp_path)
    with pytest.raises(BadJournalError):
        titles(workspace)
    assert snapshot(tmp_path) == before


def test_a_journal_that_drops_what_is_not_ours_is_not_followed(tmp_path: Path):
    workspace = make(tmp_path)
    (tmp_path / ".kjqb").mkdir()
    record = {"schema": "kjqb.journal/1", "put": [], "move": [], "drop": ["issues/2024-01/甲.md"]}
    (tmp_path / ".kjqb/journal.json").write_text(json.dumps(record), "utf-8")
    with pytest.raises(BadJournalError):
        titles(workspace)
    assert (tmp_path / "issues/2024-01/甲.md").exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", "\0", '{"schema": "kjqb.journal/2"}', "[" * 100_000])
def test_a_journal_of_somebody_else_is_refused(tmp_path: Path, text: str):
    workspace = make(tmp_path)
    (tmp_path / ".kjqb").mkdir()
    (tmp_path / ".kjqb/journal.json").write_text(text, "utf-8")
    with pytest.raises(BadJournalError) as caught:
        move_article(workspace, 1, 2)
    assert str(caught.value.where) == ".kjqb/journal.json"


def test_a_change_whose_first_file_cannot_be_put_in_its_place_has_not_happened(tmp_path: Path):
    workspace = make(tmp_path)
    (tmp_path / "issues/2024-01/丁.md").mkdir()
    folder = tmp_path / "issues/2024-01"
    before = snapshot(tmp_path)
    with workspace.locked(), pytest.raises(UnwritableError):
        workspace.write_all({folder / "丁.md": "丁", folder / "甲.md": "甲"})
    assert snapshot(tmp_path) == before
    assert leftovers(tmp_path) == []
    assert not (tmp_path / ".kjqb/journal.json").exists()


def test_a_change_that_is_stopped_half_way_is_finished_by_the_next_command(tmp_path: Path):
    workspace = make(tmp_path)
    folder = tmp_path / "issues/2024-01"
    (folder / "丁.md").mkdir()
    with workspace.locked(), pytest.raises(UnwritableError):
        workspace.write_all({folder / "甲.md": article("新甲题"), folder / "丁.md": "丁"})
    (folder / "丁.md").rmdir()
    assert titles(workspace) == ["新甲题", "乙题", "丙题"]
    assert (folder / "丁.md").read_text("utf-8") == "丁"


def test_a_reader_overtaken_by_a_writer_reads_again(tmp_path: Path):
    workspace = make(tmp_path)
    seen: list[str] = []

    def read() -> tuple[str, ...]:
        names = workspace.article_names(workspace.frame(FIRST))
        if not seen:
            move_article(workspace, 1, 3)
        seen.append(names[0])
        return (names[0], workspace.article_names(workspace.frame(FIRST))[0])

    assert workspace.steadily(read) == ("乙.md", "乙.md")
    assert seen == ["甲.md", "乙.md"]


def test_a_reader_overtaken_again_and_again_keeps_writers_out(tmp_path: Path):
    workspace = make(tmp_path)
    calls: list[int] = []

    def read() -> int:
        calls.append(1)
        if len(calls) <= 5:
            move_article(workspace, 1, 3)
        return len(calls)

    assert workspace.steadily(read) == 6


def test_a_failure_that_a_writer_caused_is_none(tmp_path: Path):
    workspace = make(tmp_path)
    frames = [workspace.frame(FIRST)]
    remove_article(workspace, 2)

    def read() -> int:
        frame = frames.pop() if frames else workspace.frame(FIRST)
        if not frames:
            remove_once(workspace)
        return len([workspace.article(frame, name) for name in workspace.article_names(frame)])

    assert workspace.steadily(read) == 1


def remove_once(workspace: Workspace) -> None:
    if len(workspace.article_names(workspace.frame(FIRST))) == 2:
        remove_article(workspace, 1)


@where_permissions_bind
def test_an_interrupted_change_in_a_read_only_workspace_says_what_to_do(tmp_path: Path):
    workspace = interrupted(tmp_path)
    (tmp_path / ".kjqb").chmod(0o500)
    with pytest.raises(InterruptedWriteError, match="还没有完成"):
        titles(workspace)
    (tmp_path / ".kjqb").chmod(0o700)


def test_a_failed_writer_leaves_no_mark(tmp_path: Path):
    workspace = make(tmp_path)
    with pytest.raises(ZeroDivisionError), workspace.locked():
        1 / 0  # noqa: B018 - a fault within the writer
    assert [path.name for path in (tmp_path / ".kjqb").iterdir()] == ["lock"]
