"""Moving and removing articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.actions.arrange import move_article, remove_article
from kjqb.errors import UsageError
from kjqb.model.issue import IssueId
from kjqb.workspace.lock import LockedError
from kjqb.workspace.workspace import Workspace

from ..workspaces import make, snapshot

FIRST = IssueId(2024, 1)


def titles(workspace: Workspace) -> str:
    return "".join(each.title.text[0] for each in workspace.issue(FIRST).articles)


@pytest.mark.parametrize(
    ("number", "to", "expected"),
    [(1, 3, "乙丙甲"), (3, 1, "丙甲乙"), (2, 2, "甲乙丙"), (2, 1, "乙甲丙"), (1, 2, "乙甲丙")],
)
def test_an_article_moves_to_its_new_number(workspace: Workspace, number: int, to: int, expected: str):
    arranged = move_article(workspace, number, to)
    assert titles(workspace) == expected
    assert arranged.files == tuple(f"issues/2024-01/{name}.md" for name in expected)


@given(st.integers(1, 3), st.integers(1, 3))
def test_moving_there_and_back_changes_nothing(tmp_path_factory: pytest.TempPathFactory, one: int, other: int):
    workspace = make(tmp_path_factory.mktemp("刊物"))
    before = snapshot(workspace.root)
    move_article(workspace, one, other)
    move_article(workspace, other, one)
    assert snapshot(workspace.root) == before


@pytest.mark.parametrize(("number", "to"), [(0, 1), (4, 1), (1, 0), (1, 4)])
def test_a_number_out_of_range_is_wrong_usage(workspace: Workspace, number: int, to: int):
    before = snapshot(workspace.root)
    with pytest.raises(UsageError) as caught:
        move_article(workspace, number, to)
    assert "可以是1到3" in caught.value.hint
    assert snapshot(workspace.root) == before


def test_a_removed_article_goes_to_the_trash(workspace: Workspace):
    text = (workspace.root / "issues/2024-01/乙.md").read_bytes()
    arranged = remove_article(workspace, 2)
    assert (arranged.file, arranged.trash) == ("issues/2024-01/乙.md", ".kjqb/trash/2024-01/乙.md")
    assert titles(workspace) == "甲丙"
    assert workspace.unlisted(FIRST) == ()
    assert (workspace.root / arranged.trash).read_bytes() == text


def test_an_article_whose_file_is_missing_can_be_removed(workspace: Workspace):
    (workspace.root / "issues/2024-01/乙.md").unlink()
    assert remove_article(workspace, 2).trash == ""
    assert titles(workspace) == "甲丙"


def test_removing_what_is_not_there_is_wrong_usage(workspace: Workspace):
    for _ in range(3):
        remove_article(workspace, 1)
    with pytest.raises(UsageError, match="没有第1篇") as caught:
        remove_article(workspace, 1)
    assert "kjqb add" in caught.value.hint


def test_a_dry_run_says_the_same_and_changes_nothing(workspace: Workspace):
    before = snapshot(workspace.root)
    assert move_article(workspace, 1, 3, dry_run=True).files[-1] == "issues/2024-01/甲.md"
    assert len(remove_article(workspace, 1, dry_run=True).files) == 2
    assert snapshot(workspace.root) == before


def test_nobody_writes_while_another_does(workspace: Workspace):
    before = snapshot(workspace.root)
    with workspace.locked(), pytest.raises(LockedError):
        move_article(workspace, 1, 2, wait=0.05)
    assert snapshot(workspace.root) == before
