"""A workspace on disk: found, read, and kept within its folder."""

from pathlib import Path

import pytest

from kjqb import limits
from kjqb.errors import ExitCode
from kjqb.model.article import Figure
from kjqb.model.issue import IssueId
from kjqb.workspace.files import NotTextError, UnreadableError
from kjqb.workspace.markdown import UnsupportedMarkdownError
from kjqb.workspace.pictures import PictureError, picture
from kjqb.workspace.reference import reference
from kjqb.workspace.workspace import (
    ArticleMissingError,
    IssueExistsError,
    IssueMissingError,
    IssueTwiceError,
    NoWorkspaceError,
    OutsideWorkspaceError,
    Workspace,
)

from ..images import PNG, bmp, gif, png
from ..workspaces import THREE, article, issue, make, snapshot

FIRST = IssueId(2024, 1)
OURS = Path(__file__).parents[2]


def test_a_workspace_is_found_from_any_folder_in_it(tmp_path: Path):
    make(tmp_path)
    found = Workspace.find(tmp_path / "issues" / "2024-01")
    assert found.root == tmp_path.resolve()
    assert found.name(found.root / "kjqb.toml") == "../../kjqb.toml"


def test_outside_of_a_workspace_there_is_a_hint(tmp_path: Path):
    with pytest.raises(NoWorkspaceError) as caught:
        Workspace.find(tmp_path)
    assert "kjqb init" in caught.value.hint
    assert (caught.value.slug, caught.value.exit_code) == ("no-workspace", ExitCode.BAD_INPUT)


def test_an_issue_is_read_whole(tmp_path: Path):
    workspace = make(tmp_path)
    read = workspace.issue(FIRST)
    assert [each.title.text for each in read.articles] == ["甲题", "乙题", "丙题"]
    assert [each.file for each in read.articles] == [f"issues/2024-01/{name}.md" for name in "甲乙丙"]
    assert (read.masthead.title.text, read.contents, read.printed_pages) == ("编排样刊", None, ())
    assert read.page_setup == workspace.bulletin().page_setup


def test_what_an_issue_overrides_prints_and_stores_is_read(tmp_path: Path):
    text = (
        issue(1, "甲.md") + '[layout]\nlines = 20\n[printed]\n"甲.md" = 7\n[[ignore]]\ncode = "P101"\nreason = "旧"\n'
    )
    toc = 'target = "word"\npages = 2\n[[entry]]\nfile = "甲.md"\ntitle = "甲题"\npage = 2\n'
    made = make(tmp_path, {**THREE, "issues/2024-01/issue.toml": text, "issues/2024-01/toc.toml": toc})
    read = made.issue(FIRST)
    assert read.page_setup
    assert (read.page_setup.lines, read.printed_pages) == (20, (7,))
    assert [ignore.code for ignore in read.ignores] == ["P101"]
    assert read.contents
    assert str(read.contents.entries[0].page.extent.where) == "issues/2024-01/toc.toml:6:8"


def test_issues_are_sorted_as_numbers_and_other_folders_are_none(tmp_path: Path):
    names = {"2024-02": 2, "2024-10": 10, "2024-100": 100, "2023-99": 99}
    files = {f"issues/{name}/issue.toml": issue(number, year=int(name[:4])) for name, number in names.items()}
    made = make(
        tmp_path, {**THREE, **files, "issues/旧/issue.toml": "", "issues/2024-03/甲.md": "", "issues/x.txt": ""}
    )
    assert [str(each) for each in made.issue_ids()] == ["2023-99", "2024-01", "2024-02", "2024-10", "2024-100"]
    assert made.newest() == IssueId(2024, 100)


def test_without_issues_there_is_no_newest(tmp_path: Path):
    made = make(tmp_path, {"kjqb.toml": THREE["kjqb.toml"]})
    with pytest.raises(IssueMissingError, match="还没有任何一期") as caught:
        made.newest()
    assert "kjqb new" in caught.value.hint


def test_an_issue_that_is_not_there_is_named_with_the_newest(tmp_path: Path):
    with pytest.raises(IssueMissingError, match="没有2024-07这一期") as caught:
        make(tmp_path).issue(IssueId(2024, 7))
    assert "2024-01" in caught.value.hint


def test_two_folders_for_one_issue_are_refused(tmp_path: Path):
    with pytest.raises(IssueTwiceError, match="有两个文件夹") as caught:
        make(tmp_path, {**THREE, "issues/2024-001/issue.toml": issue(1)}).issue_ids()
    assert caught.value.exit_code == ExitCode.BAD_INPUT


def test_a_listed_article_that_is_missing_is_told_at_its_place_in_the_list(tmp_path: Path):
    made = make(tmp_path)
    (tmp_path / "issues/2024-01/乙.md").unlink()
    before = snapshot(tmp_path)
    with pytest.raises(ArticleMissingError, match=r"“乙\.md”已列入本期，但文件不存在") as caught:
        made.issue(FIRST)
    assert str(caught.value.where) == "issues/2024-01/issue.toml:6:6"
    assert "kjqb remove" in caught.value.hint
    assert (caught.value.slug, caught.value.exit_code) == ("article-missing", ExitCode.BAD_INPUT)
    assert snapshot(tmp_path) == before


def test_an_article_that_is_no_text_is_refused(tmp_path: Path):
    made = make(tmp_path, {**THREE, "issues/2024-01/乙.md": b"+++\n\xff\xfe"})
    with pytest.raises(NotTextError) as caught:
        made.issue(FIRST)
    assert str(caught.value.where) == "issues/2024-01/乙.md:2:1"


def test_an_article_that_is_a_folder_is_refused(tmp_path: Path):
    made = make(tmp_path)
    (tmp_path / "issues/2024-01/乙.md").unlink()
    (tmp_path / "issues/2024-01/乙.md").mkdir()
    with pytest.raises(UnreadableError, match="文件夹"):
        made.issue(FIRST)


def test_markup_is_refused_with_the_name_relative_to_the_current_folder(tmp_path: Path):
    make(tmp_path, {**THREE, "issues/2024-01/乙.md": article("乙题", "```\n")})
    with pytest.raises(UnsupportedMarkdownError) as caught:
        Workspace.find(tmp_path / "issues").issue(FIRST)
    assert str(caught.value.where) == "2024-01/乙.md:5:1"


def test_files_beside_the_list_are_reported(tmp_path: Path):
    made = make(
        tmp_path, {**THREE, "issues/2024-01/丁.md": "", "issues/2024-01/.隐.md": "", "issues/2024-01/x.txt": ""}
    )
    assert made.unlisted(FIRST) == ("issues/2024-01/丁.md",)
    assert len(made.issue(FIRST).articles) == 3


def test_without_a_list_all_files_are_articles_by_name(tmp_path: Path):
    made = make(tmp_path, {**THREE, "issues/2024-01/issue.toml": "format = 1\nyear = 2024\nnumber = 1\n"})
    assert [each.title.text for each in made.issue(FIRST).articles] == ["丙题", "乙题", "甲题"]
    assert made.unlisted(FIRST) == ()


@pytest.mark.parametrize("link", ["issues/2024-01/乙.md", "issues/2024-01", "issues", "kjqb.toml"])
def test_a_link_that_leads_out_of_the_workspace_is_refused(tmp_path: Path, link: str):
    made = make(tmp_path / "工作区")
    path, outside = tmp_path / "工作区" / link, tmp_path / "外"
    path.rename(outside)
    path.symlink_to(outside)
    with pytest.raises(OutsideWorkspaceError, match="符号链接指到了工作区外面"):
        made.issue(FIRST)


def test_a_link_within_the_workspace_is_followed(tmp_path: Path):
    made = make(tmp_path)
    (tmp_path / "稿").mkdir()
    (tmp_path / "issues/2024-01/乙.md").rename(tmp_path / "稿/乙.md")
    (tmp_path / "issues/2024-01/乙.md").symlink_to("../../稿/乙.md")
    assert made.issue(FIRST).articles[1].title.text == "乙题"


def test_texts_laid_over_stand_for_the_files(tmp_path: Path):
    made = make(tmp_path)
    before = snapshot(tmp_path)
    laid = made.overlaid({"issues/2024-01/甲.md": article("新题"), "issues/2024-01/丁.md": article("丁题")})
    laid = laid.overlaid({"issues/2024-01/issue.toml": issue(1, "丁.md", "甲.md")})
    assert [each.title.text for each in laid.issue(FIRST).articles] == ["丁题", "新题"]
    assert [each.title.text for each in made.issue(FIRST).articles] == ["甲题", "乙题", "丙题"]
    assert snapshot(tmp_path) == before


def test_a_new_issue_is_made_whole_and_not_twice(tmp_path: Path):
    made = make(tmp_path)
    made.create(IssueId(2024, 2), {"issue.toml": issue(2)})
    assert made.newest() == IssueId(2024, 2)
    before = snapshot(tmp_path)
    with pytest.raises(IssueExistsError, match="2024年第2期已经有了"):
        made.create(IssueId(2024, 2), {"issue.toml": ""})
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("number", [10, 11])
def test_our_own_issues_are_read(number: int):
    read = Workspace.find(OURS).issue(IssueId(2026, number))
    assert len(read.articles) >= 5
    assert all(each.blocks for each in read.articles)
    assert read.masthead.title.text == "编校与标准参考"
    assert Workspace.find(OURS).unlisted(read.id) == ()


def test_the_reference_tells_every_key_of_every_file():
    text = reference()
    for key in ("font-size", "first-page", "whole-number", "licence", "fail-on", "readings", "[[entry]]", "reason"):
        assert f"| {key} |" in text or key in text
    assert "| title | 文字 | 必须写 |" in text
    assert "None" not in text


def with_image(tmp_path: Path, file: str, **files: bytes) -> Workspace:
    """A workspace whose second article names an image."""
    images = {f"issues/2024-01/images/{name}.png": blob for name, blob in files.items()}
    return make(tmp_path / "刊物", {**THREE, "issues/2024-01/乙.md": article("乙题", f"![图]({file})\n"), **images})


def test_an_article_has_its_images(tmp_path: Path):
    read = with_image(tmp_path, "images/a.png", a=PNG).issue(FIRST)
    (figure,) = read.articles[1].blocks
    assert isinstance(figure, Figure)
    assert figure.picture.blob == PNG


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("images/b.png", "没有图片“images/b.png”"),
        ("images", "没有图片"),
        ("../../../a.png", "外面"),
        ("/etc/hostname", "路径不能用"),
        ("http://example.org/a.png", "路径不能用"),
        ("images/link.png", "外面"),
        ("images/big.png", "大于20 MB"),
        ("%00.png", "路径不能用"),
        (f"{'a' * 300}.png", "没有图片|无法读取"),
        ("images/loop.png", "没有图片|无法读取"),
    ],
)
def test_an_image_that_may_not_be_read_is_refused_with_its_place(tmp_path: Path, file: str, what: str):
    made = with_image(tmp_path, file, a=PNG)
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "刊物/issues/2024-01/images/link.png").symlink_to(tmp_path / "a.png")
    (tmp_path / "刊物/issues/2024-01/images/loop.png").symlink_to("loop.png")
    with (tmp_path / "刊物/issues/2024-01/images/big.png").open("wb") as big:
        big.truncate(limits.IMAGE.value + 1)
    with pytest.raises(PictureError, match=what) as caught:
        made.issue(FIRST)
    assert str(caught.value.where) == "issues/2024-01/乙.md:5:1"
    assert caught.value.hint
    assert caught.value.exit_code == ExitCode.BAD_INPUT


@pytest.mark.parametrize(
    ("blob", "width", "height"),
    [
        (png(144, 72), 2.0, 1.0),
        (png(300, 150, dpi=300), 1.0, 0.5),
        (gif(72, 36), 1.0, 0.5),
        (bmp(72, 36), 1.0, 0.5),
    ],
)
def test_a_picture_is_as_large_as_its_file_says(blob: bytes, width: float, height: float):
    read = picture("a", blob)
    assert (read.width.points / 72, read.height.points / 72) == (width, height)
