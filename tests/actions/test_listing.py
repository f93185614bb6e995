"""What is in the workspace."""

import pytest

from kjqb.actions.listing import list_articles, list_issues, show_article
from kjqb.errors import ExitCode, UsageError
from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace

from ..workspaces import issue


def test_articles_are_listed_with_number_title_file_and_length(workspace: Workspace):
    listing = list_articles(workspace)
    assert [(each.number, each.title, each.file, each.characters) for each in listing.articles] == [
        (1, "甲题", "issues/2024-01/甲.md", 5),
        (2, "乙题", "issues/2024-01/乙.md", 10),
        (3, "丙题", "issues/2024-01/丙.md", 5),
    ]
    assert (listing.characters, listing.unlisted) == (20, ())


def test_files_beside_the_list_are_told(workspace: Workspace):
    (workspace.root / "issues/2024-01/丁.md").write_text("")
    assert list_articles(workspace).unlisted == ("issues/2024-01/丁.md",)


def test_issues_are_listed_oldest_first(workspace: Workspace):
    workspace.create(IssueId(2023, 12), {"issue.toml": issue(12, year=2023)})
    assert [(str(each.issue), len(each.articles)) for each in list_issues(workspace)] == [
        ("2023-12", 0),
        ("2024-01", 3),
    ]


def test_an_article_is_shown_though_another_is_faulty(workspace: Workspace):
    (workspace.root / "issues/2024-01/甲.md").write_text("坏", encoding="utf-8")
    shown = show_article(workspace, 2)
    assert (shown.number, shown.article.title.text, str(shown.issue)) == (2, "乙题", "2024-01")


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_number_out_of_range_is_wrong_usage(workspace: Workspace, number: int):
    with pytest.raises(UsageError, match="没有第") as caught:
        show_article(workspace, number)
    assert ("可以是1到3" in caught.value.hint, caught.value.exit_code) == (True, ExitCode.USAGE)
