"""An issue against those that the workspace already has."""

import shutil
from pathlib import Path

import pytest

from kjqb.actions.check import CheckRequest, check

from .. import workspaces

COLOPHON = '\n[colophon]\nlines = [["样刊编辑部编辑"], ["电话", "0471-1234567"]]\n'
TEXT = "".join(f"第{number}个平台面向企业开放仪器{number * 37}台。" for number in range(40))
OLD, NEW = "甲市建成科技资源共享平台", "乙市推进仪器开放共享"


def issue_of(root: Path, number: int, title: str, body: str) -> None:
    files = {
        f"issues/2024-{number:02d}/issue.toml": workspaces.issue(number, "文章.md"),
        f"issues/2024-{number:02d}/文章.md": workspaces.article(title, f"{body}\n"),
    }
    workspaces.make(root, files)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    workspaces.make(tmp_path, {"kjqb.toml": workspaces.BULLETIN + COLOPHON})
    issue_of(tmp_path, 1, OLD, TEXT)
    return tmp_path


def found(root: Path, *names: str, every: bool = False) -> list[tuple[str, str, str]]:
    outcome = check(CheckRequest(names=names, every_issue=every, select=("C811", "M7"), base=root))
    return [(finding.code, Path(finding.file).name, finding.message) for finding in outcome.report.findings]


def test_an_article_of_an_earlier_issue_is_found_in_the_later_one_only(root: Path) -> None:
    issue_of(root, 2, NEW, TEXT)
    repeated = ("C811", "文章.md", "与2024年第1期的文章重复：正文约有100%相同")
    assert found(root, every=True) == [repeated]


def test_another_article_passes(root: Path) -> None:
    issue_of(root, 2, NEW, TEXT.replace("企业", "高校").replace("台", "套"))
    assert found(root) == []


def test_what_cannot_be_read_is_left_to_the_check_of_its_own_issue(root: Path) -> None:
    issue_of(root, 2, NEW, TEXT)
    folder = root / "issues/2024-01"
    (folder / "文章.md").write_text("没有题目。", "utf-8")
    (folder / "坏.md").write_bytes(b"+++\ntitle = \n+++\n\xff")
    assert found(root) == []


def test_what_is_changed_is_read_again(root: Path) -> None:
    issue_of(root, 2, NEW, TEXT)
    assert len(found(root)) == 1
    (root / "issues/2024-01/文章.md").write_text(workspaces.article(OLD, "另一篇。\n"), "utf-8")
    assert found(root) == []


def test_a_gap_is_told_of_at_the_issue_s_own_file(root: Path) -> None:
    issue_of(root, 4, NEW, "正文。")
    gap = ("M703", "issue.toml", "上一期是2024年第1期，本期应为2024年第2期，或缺第2期至第3期")
    assert found(root) == [gap]


def test_a_text_in_the_workspace_is_held_against_its_issues(root: Path) -> None:
    lines = ["编排样报", "2024年第1期", "样刊编辑部 编辑", "", f"★ {NEW}...2", "", NEW, "", "平台面向全市开放。", ""]
    text = "\n".join([*lines, "样刊编辑部 编辑", "电话：0471-1234567"])
    (root / "来稿.txt").write_text(text, "utf-8")
    assert found(root, str(root / "来稿.txt")) == [
        ("M701", "来稿.txt", "刊名“编排样报”应为“编排样刊”"),
        ("M703", "来稿.txt", "2024年第1期已经有了，期号重复"),
    ]
    outside = root.parent / f"{root.name}-outside"
    outside.mkdir()
    shutil.move(root / "来稿.txt", outside / "来稿.txt")
    assert found(root, str(outside / "来稿.txt")) == []
