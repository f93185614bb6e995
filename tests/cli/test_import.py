"""`kjqb import`."""

import json
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from ..workspaces import snapshot
from .commands import kjqb

CLEAN = Path(__file__).parents[1] / "data/back_issue/clean.txt"


def test_a_back_issue_becomes_an_issue_of_the_workspace(workspace: Path):
    result = kjqb("import", str(CLEAN), "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["schema"], len(answer["articles"])) == (ExitCode.OK, "kjqb.import/1", 6)
    assert set(answer["articles"][0]) == {"title", "file", "joined"}
    assert all((workspace / article["file"]).is_file() for article in answer["articles"])
    listed = json.loads(kjqb("list", answer["issue"], "--json").stdout)
    assert [each["title"] for each in listed["articles"]] == [each["title"] for each in answer["articles"]]


def test_it_is_laid_out_at_once(workspace: Path):
    issue = json.loads(kjqb("import", str(CLEAN), "--json").stdout)["issue"]
    assert len(json.loads(kjqb("toc", issue, "--json").stdout)["entries"]) == 6


def test_standard_input_in_another_encoding_is_read(workspace: Path):
    result = kjqb("import", "-", "--encoding", "gb18030", stdin=CLEAN.read_text(encoding="utf-8").encode("gb18030"))
    assert result.exit_code == ExitCode.OK
    assert "6篇文章已存入" in result.stderr


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["旧刊", "--issue", "1999-01"], ExitCode.USAGE, "“--issue”说的是1999-01"),
        (["无.txt"], ExitCode.BAD_INPUT, "错误：无.txt：无法读取"),
        (["旧刊", "旧刊"], ExitCode.USAGE, "多余的参数"),
        (["旧刊", "--from", "xls"], ExitCode.USAGE, "没有“xls”"),
    ],
)
def test_bad_input_is_refused_and_nothing_changes(workspace: Path, line: list[str], code: ExitCode, said: str):
    before = snapshot(workspace)
    result = kjqb("import", *(str(CLEAN) if word == "旧刊" else word for word in line))
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert snapshot(workspace) == before


def test_the_same_issue_twice_is_refused(workspace: Path):
    kjqb("import", str(CLEAN))
    before = snapshot(workspace)
    result = kjqb("import", str(CLEAN), "--json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["slug"]) == (ExitCode.BAD_INPUT, "issue-exists")
    assert snapshot(workspace) == before


def test_a_dry_run_writes_nothing(workspace: Path):
    before = snapshot(workspace)
    assert kjqb("import", str(CLEAN), "--dry-run").exit_code == ExitCode.OK
    assert snapshot(workspace) == before


def test_a_diff_is_shown_and_nothing_written(workspace: Path):
    before = snapshot(workspace)
    result = kjqb("import", str(CLEAN), "--diff")
    assert result.stdout.startswith(f"--- {CLEAN}\n+++ issues/")
    assert snapshot(workspace) == before


def test_the_same_file_as_another_issue_needs_again(workspace: Path, tmp_path: Path):
    text = "科技参考\n\n第3期\n\n某局 编辑\n\n★ 某市建成平台……2\n\n某市建成平台\n\n正文。\n"
    first, second = tmp_path / "2023-03.txt", tmp_path / "2022-03.txt"
    for file in (first, second):
        file.write_text(text, encoding="utf-8")
    assert kjqb("import", str(first)).exit_code == ExitCode.OK
    refused = kjqb("import", str(second), "--json")
    assert (refused.exit_code, json.loads(refused.stdout)["error"]["slug"]) == (ExitCode.BAD_INPUT, "added-before")
    assert kjqb("import", str(second), "--again").exit_code == ExitCode.OK
