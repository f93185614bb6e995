"""Bringing removed articles back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.actions.arrange import remove_article
from kjqb.actions.restore import removed_articles, restore_article
from kjqb.errors import UsageError
from kjqb.model.issue import IssueId
from kjqb.model.source import Source
from kjqb.workspace.toml_document import read_toml
from kjqb.workspace.workspace import IssueMissingError, Workspace
from kjqb.workspace.write_issue import with_printed

from ..workspaces import THREE, article, issue, make, snapshot

FIRST = IssueId(2024, 1)


def titles(workspace: Workspace) -> str:
    return "".join(each.title.text[0] for each in workspace.issue(FIRST).articles)


@given(st.integers(1, 3))
def test_an_article_removed_and_restored_is_where_it_was(tmp_path_factory: pytest.TempPathFactory, number: int):
    workspace = make(tmp_path_factory.mktemp("刊物"))
    before = snapshot(workspace.root)
    remove_article(workspace, number)
    restore_article(workspace, 1)
    assert snapshot(workspace.root) == before
    assert removed_articles(workspace) == ()
    assert not list((workspace.root / ".kjqb/trash/2024-01").iterdir())


def test_what_was_removed_is_listed_in_its_old_order(workspace: Workspace):
    remove_article(workspace, 3)
    remove_article(workspace, 1)
    listed = removed_articles(workspace)
    assert [(each.number, each.title, each.path) for each in listed] == [
        (1, "甲题", ".kjqb/trash/2024-01/甲.md"),
        (2, "丙题", ".kjqb/trash/2024-01/丙.md"),
    ]
    assert removed_articles(workspace, IssueId(2024, 2)) == ()


def test_an_article_comes_to_a_stated_place(workspace: Workspace):
    remove_article(workspace, 1)
    restored = restore_article(workspace, 1, at=3)
    assert (restored.file, restored.number, titles(workspace)) == ("issues/2024-01/甲.md", 3, "乙丙甲")


def test_an_article_comes_back_with_its_printed_page(tmp_path: Path):
    printed = issue(1, "甲.md", "乙.md", "丙.md") + '\n[printed]\n"甲.md" = 2\n"乙.md" = 5\n'
    workspace = make(tmp_path, {**THREE, "issues/2024-01/issue.toml": printed})
    remove_article(workspace, 2)
    assert workspace.issue(FIRST).printed_pages == (2, None)
    restore_article(workspace, 1)
    assert workspace.issue(FIRST).printed_pages == (2, 5, None)


def test_an_article_whose_name_is_taken_gets_another(workspace: Workspace):
    remove_article(workspace, 1)
    (workspace.root / "issues/2024-01/甲.md").write_text(article("新题"), "utf-8")
    assert restore_article(workspace, 1).file == "issues/2024-01/甲-2.md"
    assert titles(workspace) == "甲乙丙"


def test_two_articles_of_one_name_are_both_kept(workspace: Workspace):
    for title in ("甲题", "新题"):
        (workspace.root / "issues/2024-01/甲.md").write_text(article(title), "utf-8")
        (workspace.root / "issues/2024-01/issue.toml").write_text(issue(1, "甲.md"), "utf-8")
        remove_article(workspace, 1)
    assert {each.title for each in removed_articles(workspace)} == {"甲题", "新题"}


def test_an_article_without_a_record_comes_to_the_end(workspace: Workspace):
    remove_article(workspace, 1)
    (workspace.root / ".kjqb/trash/2024-01/甲.md.json").write_text('{"file": "../甲.md", "number": 1}', "utf-8")
    restore_article(workspace, 1)
    assert titles(workspace) == "乙丙甲"


def test_a_dry_run_says_the_same_and_changes_nothing(workspace: Workspace):
    remove_article(workspace, 2)
    before = snapshot(workspace.root)
    assert restore_article(workspace, 1, dry_run=True).files[1] == "issues/2024-01/乙.md"
    assert snapshot(workspace.root) == before
    assert len(removed_articles(workspace)) == 1


@pytest.mark.parametrize(("number", "at"), [(0, None), (2, None), (1, 0), (1, 4)])
def test_what_is_not_there_is_wrong_usage(workspace: Workspace, number: int, at: int | None):
    remove_article(workspace, 2)
    before = snapshot(workspace.root)
    with pytest.raises(UsageError) as caught:
        restore_article(workspace, number, at=at)
    assert "可以是1到" in caught.value.hint
    assert snapshot(workspace.root) == before


def test_an_article_of_an_issue_that_is_gone_is_not_restored(workspace: Workspace):
    remove_article(workspace, 1)
    (workspace.root / "issues/2024-01").rename(workspace.root / "issues/old")
    with pytest.raises(IssueMissingError):
        restore_article(workspace, 1)


@pytest.mark.parametrize(
    "text",
    [
        "year = 1",
        "year = 1\n",
        "year = 1\n[printed]",
        'year = 1\r\n[printed]\r\n"乙.md" = 1\r\n[masthead]\r\n',
        'printed = { "乙.md" = 1 }\n',
        "printed = {}\n[masthead]\n",
        'printed."乙.md" = 1\nyear = 1\n',
    ],
)
def test_a_printed_page_is_added_wherever_the_table_stands(text: str):
    written = with_printed(Source("issue.toml", text), "甲.md", 7)
    data = read_toml(Source("issue.toml", written)).data
    before = read_toml(Source("issue.toml", text)).data
    assert data == {**before, "printed": {**before.get("printed", {}), "甲.md": 7}}  # type: ignore[dict-item]
