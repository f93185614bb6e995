"""`kjqb init`."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from ..workspaces import snapshot
from .commands import KJQB, kjqb


def test_the_folder_names_the_bulletin_and_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = kjqb("init", "简报")
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "简报/kjqb.toml\n简报/.gitignore\n")
    assert "刊名取文件夹的名称“简报”" in result.stderr
    assert 'title = "简报"' in (tmp_path / "简报/kjqb.toml").read_text(encoding="utf-8")


def test_options_say_all_and_the_answer_is_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = kjqb("init", "--title", "样刊", "--office", "编辑部", "--preset", "gbt9704", "--json")
    assert json.loads(result.stdout) == {"schema": "kjqb.init/1", "title": "样刊", "files": ["kjqb.toml", ".gitignore"]}
    assert "文件夹的名称" not in result.stderr
    assert kjqb("list").exit_code == ExitCode.BAD_INPUT


def test_a_second_time_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    kjqb("init")
    before = snapshot(tmp_path)
    result = kjqb("init", "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["error"]["slug"]) == (ExitCode.BAD_INPUT, "workspace-exists")
    assert (answer["error"]["where"], bool(answer["error"]["hint"])) == ("kjqb.toml", True)
    assert snapshot(tmp_path) == before


def test_an_unknown_preset_is_wrong_usage_and_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = kjqb("init", "--preset", "buletin")
    assert result.exit_code == ExitCode.USAGE
    assert "没有“buletin”，是否想写“bulletin”？" in result.stderr
    assert snapshot(tmp_path) == {}


def test_a_dry_run_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = kjqb("init", "简报", "--dry-run")
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "简报/kjqb.toml\n简报/.gitignore\n")
    assert "尚未写入" in result.stderr
    assert snapshot(tmp_path) == {}


def test_on_a_terminal_it_asks(tmp_path: Path):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*KJQB, "init", "简报"], cwd=tmp_path, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    os.write(ours, "样刊\n编辑部\n".encode())
    output, _ = process.communicate(timeout=60)
    said = os.read(ours, 65536).decode()
    os.close(ours)
    assert (process.returncode, output.decode()) == (ExitCode.OK, "简报/kjqb.toml\n简报/.gitignore\n")
    assert "刊名[简报]：" in said
    text = (tmp_path / "简报/kjqb.toml").read_text(encoding="utf-8")
    assert 'title = "样刊"' in text
    assert '\noffice = "编辑部"' in text
