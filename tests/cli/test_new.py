"""`kjqb new`."""

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from ..workspaces import snapshot
from .commands import kjqb

EPOCH = {"SOURCE_DATE_EPOCH": str(int(datetime(2024, 5, 20, tzinfo=timezone.utc).timestamp()))}


def test_the_next_issue_is_made(workspace: Path):
    result = kjqb("new", env=EPOCH)
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "issues/2024-02/issue.toml\n")
    assert (workspace / "issues/2024-02/issue.toml").read_text() == (
        "format = 1\nyear = 2024\nnumber = 2\ndate = 2024-05-20\narticles = []\n"
    )


def test_a_gap_is_a_warning(workspace: Path):
    result = kjqb("new", "2024-05", "--date", "2024-05-21", "--json")
    assert result.exit_code == ExitCode.OK
    assert json.loads(result.stdout) == {
        "schema": "kjqb.new/1",
        "issue": "2024-05",
        "file": "issues/2024-05/issue.toml",
        "date": "2024-05-21",
        "whole_number": None,
        "gap": "2024年第1期与2024年第5期之间有缺期",
    }
    assert "警告：2024年第1期与2024年第5期之间有缺期" in result.stderr


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["2024-01"], ExitCode.BAD_INPUT, "错误：issues/2024-01：2024年第1期已经有了"),
        (["2024-1"], ExitCode.USAGE, "“2024-1”不是期号"),
        (["2024-400"], ExitCode.USAGE, "“2024-400”不是期号"),
        (["--date", "2024-02-30"], ExitCode.USAGE, "“2024-02-30”不是日期，应写成2024-01-20的样子"),
        (["--date", "20240220"], ExitCode.USAGE, "“20240220”不是日期"),
        (["--date", "昨天"], ExitCode.USAGE, "“昨天”不是日期"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_changes(
    workspace: Path, line: list[str], code: ExitCode, said: str
):
    before = snapshot(workspace)
    result = kjqb("new", *line)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert "提示：" in result.stderr
    assert snapshot(workspace) == before


def test_a_dry_run_makes_nothing(workspace: Path):
    before = snapshot(workspace)
    assert kjqb("new", "--dry-run", env=EPOCH).stdout == "issues/2024-02/issue.toml\n"
    assert snapshot(workspace) == before


def test_names_are_relative_to_the_current_folder(workspace: Path):
    assert kjqb("-C", "issues/2024-01", "new", env=EPOCH).stdout == "../2024-02/issue.toml\n"


def test_outside_of_a_workspace_the_way_in_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = kjqb("new")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "这里不是工作区" in result.stderr
    assert "kjqb init" in result.stderr
