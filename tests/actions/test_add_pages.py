"""Saved pages and PDF files into an issue, and a whole issue from its PDF."""

from pathlib import Path

import pytest

from kjqb.actions.add_articles import AddRequest, Details, UntitledError, add_articles
from kjqb.actions.incoming import Incoming
from kjqb.importers.formats import UnknownFormatError
from tests import workspaces

DATA = Path(__file__).resolve().parents[1] / "data"


def test_a_page_is_added_with_its_origin_and_its_image(tmp_path: Path):
    workspace = workspaces.make(tmp_path)
    incoming = Incoming.read(str(DATA / "web" / "wechat.html"))
    (file,) = add_articles(workspace, AddRequest((incoming,))).articles
    folder = tmp_path / "issues" / "2024-01"
    text = (folder / file.file).read_text("utf-8")
    assert 'url = "https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv"' in text
    assert "date = 2026-02-11" in text
    assert f'sha256 = "{incoming.sha256}"' in text
    assert [path.read_bytes() for path in (folder / "images").iterdir()] == [
        (DATA / "web" / "wechat_files" / "640.png").read_bytes()
    ]


def test_what_the_editor_says_goes_before_what_the_page_says(tmp_path: Path):
    incoming = Incoming.read(str(DATA / "web" / "trs_metadata.html"))
    request = AddRequest((incoming,), details=Details(title="新题目", source_name="转载处"))
    (file,) = add_articles(workspaces.make(tmp_path), request).articles
    assert file.title == "新题目"
    assert 'name = "转载处"' in file.text


def test_a_pdf_is_added_with_the_page_turns_that_were_mended(tmp_path: Path):
    incoming = Incoming.read(str(DATA / "pdf" / "mirrored.pdf"))
    imported = add_articles(workspaces.make(tmp_path), AddRequest((incoming,)))
    assert [(file.title, file.joined) for file in imported.articles] == [("左右页的眉题", 1)]
    assert [loss.what for loss in imported.losses] == [
        "页眉、页脚“2 资料摘编”1处未导入", "页眉、页脚“标准知识 1”1处未导入"
    ]  # fmt: skip


def test_a_page_without_a_title_asks_for_one_and_leaves_all_as_it_was(tmp_path: Path):
    workspace = workspaces.make(tmp_path)
    before = workspaces.snapshot(tmp_path)
    with pytest.raises(UntitledError):
        add_articles(workspace, AddRequest((Incoming.read(str(DATA / "web" / "no_title.html")),)))
    assert workspaces.snapshot(tmp_path) == before


def test_other_files_are_refused_with_what_is_taken(tmp_path: Path):
    with pytest.raises(UnknownFormatError) as caught:
        add_articles(workspaces.make(tmp_path), AddRequest((Incoming("来稿.xls", b"x"),)))
    assert "网页（html）、PDF" in caught.value.hint
