"""`kjqb add` and `kjqb import` of Word files."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from kjqb.errors import ExitCode
from tests.check.words import package
from tests.importers.docx.cases import word_file

from ..workspaces import snapshot
from .commands import KJQB, kjqb


@pytest.fixture
def received(tmp_path: Path) -> Path:
    path = tmp_path / "来稿.docx"
    path.write_bytes(word_file("revisions-accepted"))
    return path


def body(workspace: Path) -> str:
    return (workspace / "issues/2024-01/某市建成资源共享平台.md").read_text("utf-8")


def test_a_word_file_is_added_with_its_losses(workspace: Path, received: Path):
    result = kjqb("add", str(received), "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["articles"][0]["title"]) == (ExitCode.OK, "某市建成资源共享平台")
    assert answer["losses"][0] == {"what": "修订：删去“5项”（张三），已照改", "where": f"{received}:2:5"}
    assert "六项平台" in body(workspace)


def test_its_images_go_into_the_folder_of_the_issue(workspace: Path, received: Path):
    received.write_bytes(word_file("images"))
    assert kjqb("add", str(received)).exit_code is ExitCode.OK
    assert len(list((workspace / "issues/2024-01/images").glob("*.png"))) == 1


def test_the_text_before_the_revisions_can_be_had(workspace: Path, received: Path):
    assert kjqb("add", str(received), "--revisions", "original").exit_code is ExitCode.OK
    assert "5项平台" in body(workspace)


def test_without_a_terminal_nobody_is_asked(workspace: Path, received: Path):
    before = snapshot(workspace)
    result = kjqb("add", str(received), "--revisions", "ask", "--json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["slug"]) == (ExitCode.BAD_INPUT, "revisions-undecided")
    assert snapshot(workspace) == before


def test_on_a_terminal_it_asks(workspace: Path, received: Path):
    ours, theirs = pty.openpty()
    line = [*KJQB, "add", str(received), "--revisions", "ask"]
    process = subprocess.Popen(line, cwd=workspace, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    os.write(ours, b"x\n2\n")
    process.communicate(timeout=60)
    said = os.read(ours, 65536).decode()
    os.close(ours)
    assert process.returncode == ExitCode.OK
    assert "删去“5项”（张三）" in said
    assert said.count("取哪一种文字？") == 2
    assert "5项平台" in body(workspace)


def test_a_back_issue_in_word_is_imported(workspace: Path, tmp_path: Path):
    lines = (
        "科技参考",
        "2023年第6期",
        "某市科技信息中心 编辑",
        "★ 甲县建成平台\t2",
        "甲县建成平台",
        "平台面向全市开放。",
    )
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines).replace("\t", "</w:t><w:tab/><w:t>")
    path = tmp_path / "旧刊.docx"
    path.write_bytes(package(text))
    answer = json.loads(kjqb("import", str(path), "--json").stdout)
    assert (answer["issue"], [each["title"] for each in answer["articles"]]) == ("2023-06", ["甲县建成平台"])


def test_what_is_no_word_file_is_one_clear_error(workspace: Path, received: Path):
    received.write_bytes(b"not a package")
    before = snapshot(workspace)
    result = kjqb("add", str(received))
    assert result.exit_code is ExitCode.BAD_INPUT
    assert "内容却不是" in result.stderr
    assert snapshot(workspace) == before
