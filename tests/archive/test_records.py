"""Articles in print, and their pages."""

from pathlib import Path

from kjqb.actions.contents import lay_out_issue
from kjqb.archive.pages import NAME
from kjqb.archive.records import records
from kjqb.workspace.workspace import STATE
from tests.workspaces import BULLETIN, THREE, article, issue, make

LONG = "这一段文字要占去许多行，好让后面的文章落到别的页上。" * 40 + "\n"


def workspace_files() -> dict[str, str | bytes]:
    return {
        **THREE,
        "issues/2024-01/甲.md": article("甲题", LONG),
        "issues/2023-12/issue.toml": issue(12, "子.md", "丑.md", year=2023) + '\n[printed]\n"子.md" = 7\n',
        "issues/2023-12/子.md": article("子题", LONG),
        "issues/2023-12/丑.md": article("丑题"),
    }


def test_every_article_is_found_the_oldest_issue_first(tmp_path: Path) -> None:
    found = records(make(tmp_path, workspace_files()))
    assert [(str(each.issue), each.number, each.title) for each in found] == [
        ("2023-12", 1, "子题"),
        ("2023-12", 2, "丑题"),
        ("2024-01", 1, "甲题"),
        ("2024-01", 2, "乙题"),
        ("2024-01", 3, "丙题"),
    ]
    assert found[3].texts == ("第一段。", "第二段。")


def test_a_page_is_the_one_printed_else_the_one_that_toc_gives(tmp_path: Path) -> None:
    workspace = make(tmp_path, workspace_files())
    for _ in range(2):  # computed, then remembered
        pages = {each.title: each.page for each in records(workspace)}
        assert pages["子题"] == 7
        for number in workspace.issue_ids():
            for entry in lay_out_issue(workspace, number).layout.entries:
                assert entry.title == "子题" or pages[entry.title] == entry.page
    assert len(set(pages.values())) > 2


def test_pages_are_remembered_for_their_content_only(tmp_path: Path) -> None:
    workspace = make(tmp_path, workspace_files())
    before = {each.title: each.page for each in records(workspace)}
    assert (tmp_path / STATE / NAME).exists()
    (tmp_path / "issues/2024-01/甲.md").write_text(article("甲题", LONG * 2), "utf-8")
    after = {each.title: each.page for each in records(workspace)}
    assert after["乙题"] > before["乙题"]
    assert after["丑题"] == before["丑题"]
    (tmp_path / "kjqb.toml").write_text(BULLETIN + "\n[layout]\nlines = 15\n", "utf-8")
    assert {each.title: each.page for each in records(workspace)}["丑题"] > before["丑题"]


def test_a_cache_that_is_no_cache_does_no_harm(tmp_path: Path) -> None:
    workspace = make(tmp_path, workspace_files())
    right = records(workspace)
    for rubbish in ('{"x": ["y"]}', "[]", "no json", ""):
        (tmp_path / STATE / NAME).write_text(rubbish, "utf-8")
        assert records(workspace) == right


def test_a_locator_says_year_issue_and_page(tmp_path: Path) -> None:
    assert records(make(tmp_path, workspace_files()))[0].locator == "2023(12):7"
