"""`kjqb add`."""

import json
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from ..workspaces import snapshot, where_permissions_bind
from .commands import kjqb

TEXT = "丁市推广保护性耕作\n\n全市实施保护性耕作五万亩。\n"


@pytest.fixture
def received(tmp_path: Path) -> Path:
    path = tmp_path / "来稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_articles_are_added_and_losses_told(workspace: Path, received: Path):
    markdown = received.with_name("二.md")
    markdown.write_text("# 戊县\n\n![图](a.png)\n\n正文。\n", encoding="utf-8")
    result = kjqb("add", str(received), str(markdown), "--at", "1", "--keyword", "耕作", "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["schema"], answer["issue"]) == (ExitCode.OK, "kjqb.import/1", "2024-01")
    assert answer["articles"] == [
        {"title": "丁市推广保护性耕作", "file": "issues/2024-01/丁市推广保护性耕作.md", "joined": 0},
        {"title": "戊县", "file": "issues/2024-01/戊县.md", "joined": 0},
    ]
    assert [loss["where"] for loss in answer["losses"]] == [f"{markdown}:3:1"]
    assert f"警告：{markdown}:3:1：图片" in result.stderr
    listed = json.loads(kjqb("list", "--json").stdout)["articles"]
    assert [each["title"][:2] for each in listed] == ["丁市", "戊县", "甲市", "乙县"]
    assert json.loads(kjqb("show", "1", "--json").stdout)["keywords"] == ["耕作"]


def test_standard_input_is_read(workspace: Path):
    assert kjqb("add", "-", stdin=TEXT).exit_code == ExitCode.OK
    assert kjqb("add", "-", "--from", "md", stdin="# 戊\n\n正文。").stdout == "戊  issues/2024-01/戊.md\n"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ([], ExitCode.USAGE, "缺少参数“FILE”"),
        (["无.txt"], ExitCode.BAD_INPUT, "错误：无.txt：无法读取：文件或文件夹不存在"),
        ([".."], ExitCode.BAD_INPUT, "错误：..：无法读取：这是文件夹"),
        (["来稿", "--at", "9"], ExitCode.USAGE, "不能放在第9篇"),
        (["来稿", "--at", "0"], ExitCode.USAGE, "“0”超出范围"),
        (["来稿", "--issue", "2024-09"], ExitCode.BAD_INPUT, "没有2024-09这一期"),
        (["来稿", "--encoding", "utf-99"], ExitCode.USAGE, "不认识的编码“utf-99”"),
        (["来稿", "来稿"], ExitCode.BAD_INPUT, "已经导入过"),
        (["来稿", "来稿", "--title", "题"], ExitCode.USAGE, "“--title”只能用于一个文件"),
        (["来稿", "--from", "xls"], ExitCode.USAGE, "没有“xls”"),
    ],
)
def test_bad_input_is_refused_and_nothing_changes(
    workspace: Path, received: Path, line: list[str], code: ExitCode, said: str
):
    before = snapshot(workspace)
    result = kjqb("add", *(str(received) if word == "来稿" else word for word in line))
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert "提示：" in result.stderr
    assert snapshot(workspace) == before


def test_a_file_added_before_needs_again(workspace: Path, received: Path):
    assert kjqb("add", str(received)).exit_code == ExitCode.OK
    assert "--again" in kjqb("add", str(received)).stderr
    assert kjqb("add", str(received), "--again").exit_code == ExitCode.OK


def test_a_dry_run_writes_nothing(workspace: Path, received: Path):
    before = snapshot(workspace)
    result = kjqb("add", str(received), "--dry-run")
    assert "1篇文章将存入2024年第1期" in result.stderr
    assert snapshot(workspace) == before


@where_permissions_bind
def test_a_folder_that_cannot_be_written_is_told(workspace: Path, received: Path):
    folder = workspace / "issues/2024-01"
    before = snapshot(workspace)
    folder.chmod(0o500)
    result = kjqb("add", str(received))
    folder.chmod(0o700)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "无法写入：没有权限" in result.stderr
    assert snapshot(workspace) == before


def test_a_file_in_the_place_of_the_state_folder_is_told(workspace: Path, received: Path):
    (workspace / ".kjqb").write_text("")
    before = snapshot(workspace)
    result = kjqb("add", str(received))
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "错误：.kjqb/lock：无法写入" in result.stderr
    assert snapshot(workspace) == before


def test_changes_and_suggestions_are_told(workspace: Path, received: Path):
    received.write_bytes("浙江衢州推广“共享农机”\n\n　　全市实施保护性耕作。\n".encode("gb18030"))
    result = kjqb("add", str(received), "--json")
    assert json.loads(result.stdout)["changes"] == [
        {"what": "原文是GB18030编码，存为UTF-8", "where": str(received)},
        {"what": "段首的空白1处，已去掉", "where": f"{received}:3:3"},
    ]
    assert f"{received}:3:3：段首的空白1处，已去掉\n" in result.stderr
    assert "1篇文章附有建议的地区或关键词" in result.stderr
    shown = json.loads(kjqb("show", "3", "--json").stdout)
    assert shown["suggested"] == {"regions": ["330800"], "keywords": ["共享农机"]}
    assert (shown["regions"], shown["keywords"]) == (["330800"], [])
    said = kjqb("show", "3").stdout
    assert "地区（建议，待确认）：330800\n关键词（建议，待确认）：共享农机\n" in said
    assert "地区：" not in said


def test_a_diff_is_shown_and_nothing_written(workspace: Path, received: Path):
    received.write_text("丁市推广保护性耕作\n\n全市实施，\n保护性耕作。\n", encoding="utf-8")
    before = snapshot(workspace)
    result = kjqb("add", str(received), "--diff")
    assert result.exit_code == ExitCode.OK
    assert result.stdout == (
        f"--- {received}\n+++ issues/2024-01/丁市推广保护性耕作.md\n@@ -1,3 +2,2 @@\n"
        " 丁市推广保护性耕作\n-全市实施，\n-保护性耕作。\n+全市实施，保护性耕作。\n"
    )
    assert "1篇文章将存入2024年第1期" in result.stderr
    answer = json.loads(kjqb("add", str(received), "--diff", "--json").stdout)
    assert (answer["diff"], answer["schema"]) == (result.stdout, "kjqb.import/1")
    assert snapshot(workspace) == before
    assert "diff" not in json.loads(kjqb("add", str(received), "--json").stdout)


def test_the_licence_is_pending_unless_it_is_stated(workspace: Path, received: Path):
    assert kjqb("add", str(received)).exit_code == ExitCode.OK
    assert json.loads(kjqb("show", "3", "--json").stdout)["source"]["licence"] == "pending"
    assert kjqb("add", str(received), "--again", "--licence", "official").exit_code == ExitCode.OK
    assert json.loads(kjqb("show", "4", "--json").stdout)["source"]["licence"] == "official"
