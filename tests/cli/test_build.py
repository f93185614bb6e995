"""`kjqb build`: all or nothing."""

import json
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from kjqb.errors import ExitCode

from .commands import kjqb, run

STORED, DIST = Path("issues/2024-01/toc.toml"), Path("dist")


def test_it_stores_the_contents_list_and_writes_the_editions(workspace: Path):
    result = kjqb("build")
    assert result.exit_code == ExitCode.OK
    assert result.stdout.splitlines() == [
        "issues/2024-01/toc.toml",
        "dist/2024-01/编排样刊2024年第1期.docx",
        "dist/2024-01/编排样刊2024年第1期.txt",
    ]
    assert all(Path(path).is_file() for path in result.stdout.splitlines())
    assert kjqb("toc", "--check").exit_code == ExitCode.OK
    assert kjqb("check").exit_code == ExitCode.OK


def test_a_stale_contents_list_does_not_stop_it(workspace: Path):
    kjqb("build")
    STORED.write_text(STORED.read_text("utf-8").replace("page = 2", "page = 7"), "utf-8")
    assert kjqb("check").exit_code == ExitCode.FINDINGS
    assert kjqb("build").exit_code == ExitCode.OK
    assert kjqb("check").exit_code == ExitCode.OK


def test_page_numbers_without_slack_are_named_but_do_not_stop_it(tight: Path):
    result = kjqb("build")
    assert result.exit_code == ExitCode.OK
    assert "警告：第2篇“乙县推广保护性耕作”的页码只有" in result.stderr
    assert "增删几行" in result.stderr
    assert kjqb("-q", "build").stderr == ""


def test_of_several_issues_each_has_a_line(tight: Path):
    shutil.copytree(tight / "issues/2024-01", tight / "issues/2024-02")
    path = tight / "issues/2024-02/issue.toml"
    path.write_text(path.read_text("utf-8").replace("number = 1", "number = 2"), "utf-8")
    with (tight / "kjqb.toml").open("a", encoding="utf-8") as configuration:
        configuration.write('\n[check]\nignore = ["C811"]\n')
    result = kjqb("build", "--all")
    assert result.exit_code == ExitCode.OK
    assert "警告：2024年第1期第2篇的页码余量不足4行\n警告：2024年第2期第2篇的页码余量不足4行\n" in result.stderr
    assert result.stderr.count("增删几行") == 1


def test_findings_stop_it_before_anything_is_written(faulty: Path):
    result = kjqb("build")
    assert result.exit_code == ExitCode.FINDINGS
    assert result.stdout == ""
    assert "P101" in result.stderr
    assert "没有写任何文件" in result.stderr
    assert not STORED.exists()
    assert not DIST.exists()


def test_force_writes_in_spite_of_findings_but_says_one(faulty: Path):
    result = kjqb("build", "--force")
    assert result.exit_code == ExitCode.FINDINGS
    assert len(result.stdout.splitlines()) == 3
    assert STORED.exists()


def test_json_tells_findings_and_files(faulty: Path):
    answer = json.loads(kjqb("build", "--json").stdout)
    assert answer["schema"] == "kjqb.build/1"
    (issue,) = answer["issues"]
    assert (issue["passed"], issue["contents"], issue["files"]) == (False, None, [])
    assert issue["check"]["findings"][0]["code"] == "P101"


def test_all_builds_every_issue_or_none(faulty: Path):
    second = faulty / "issues/2024-02"
    second.mkdir()
    (second / "issue.toml").write_text("format = 1\nyear = 2024\nnumber = 2\n", "utf-8")
    (second / "丙市.md").write_text('+++\ntitle = "丙市"\n+++\n\n一切正常。\n', "utf-8")
    assert kjqb("build", "2024-02").exit_code == ExitCode.OK
    (second / "toc.toml").unlink()
    result = kjqb("build", "--all")
    assert result.exit_code == ExitCode.FINDINGS
    assert not (second / "toc.toml").exists()
    assert "2024-01检查未通过" in result.stderr


def test_a_workspace_that_is_being_written_is_waited_for_then_reported(workspace: Path):
    (workspace / ".kjqb").mkdir(exist_ok=True)
    with FileLock(workspace / ".kjqb" / "lock"):
        result = run("build", "--wait", "0", "--json", cwd=workspace)
    assert result.returncode == ExitCode.BAD_INPUT
    assert json.loads(result.stdout)["error"]["slug"] == "locked"


def test_no_progress_is_drawn_where_no_terminal_is(workspace: Path):
    assert run("build", cwd=workspace).stderr == ""


@pytest.mark.parametrize("line", [["--all", "2024-01"], ["--wait", "-1"], ["--wait", "many"]])
def test_wrong_usage(workspace: Path, line: list[str]):
    assert kjqb("build", *line).exit_code == ExitCode.USAGE
