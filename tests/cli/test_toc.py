"""`kjqb toc`: the contents list shown, stored and compared."""

import json
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from .commands import kjqb

STORED = Path("issues/2024-01/toc.toml")


def test_it_lists_titles_pages_and_slack(workspace: Path):
    result = kjqb("toc")
    assert result.exit_code == ExitCode.OK
    assert "★ 甲市建成科技资源共享平台 ..." in result.stdout
    assert result.stdout.count(" 2  ") == 2
    assert not STORED.exists()


def test_json_is_one_object_of_the_schema(workspace: Path):
    answer = json.loads(kjqb("toc", "2024-01", "--json").stdout)
    assert answer["schema"] == "kjqb.toc/1"
    assert (answer["issue"], answer["target"], answer["pages"]) == ("2024-01", "word", 2)
    assert [entry["file"] for entry in answer["entries"]] == ["issues/2024-01/甲市.md", "issues/2024-01/乙县.md"]
    assert set(answer["entries"][0]) == {"number", "title", "page", "slack", "safe", "file"}


def test_write_stores_what_check_then_finds_current(workspace: Path):
    assert kjqb("toc", "--check").exit_code == ExitCode.FINDINGS
    written = kjqb("toc", "--write")
    assert written.exit_code == ExitCode.OK
    assert "已写入issues/2024-01/toc.toml" in written.stderr
    assert kjqb("toc", "--check").exit_code == ExitCode.OK


def test_check_compares_for_the_target_that_was_stored(workspace: Path):
    kjqb("toc", "--write", "--target", "libreoffice")
    assert kjqb("toc", "--check").exit_code == ExitCode.OK
    assert kjqb("toc", "--check", "--target", "word").exit_code == ExitCode.FINDINGS


def test_check_tells_which_pages_have_changed(workspace: Path):
    kjqb("toc", "--write")
    STORED.write_text(STORED.read_text("utf-8").replace("page = 2", "page = 5", 1), "utf-8")
    result = kjqb("toc", "--check")
    assert result.exit_code == ExitCode.FINDINGS
    assert "“甲市建成科技资源共享平台”在toc.toml中列在第5页，应在第2页" in result.stderr
    assert json.loads(kjqb("toc", "--check", "--json").stdout)["stale"] is True


def test_writing_twice_leaves_the_file_alone(workspace: Path):
    kjqb("toc", "--write")
    before = STORED.stat().st_mtime_ns
    kjqb("toc", "--write")
    assert STORED.stat().st_mtime_ns == before


def test_a_dry_run_writes_nothing(workspace: Path):
    result = kjqb("toc", "--write", "--dry-run")
    assert "将写入issues/2024-01/toc.toml" in result.stderr
    assert not STORED.exists()


def test_a_page_number_without_slack_is_marked_with_advice(tight: Path):
    result = kjqb("toc")
    assert result.exit_code == ExitCode.OK
    assert " !" in result.stdout
    assert "警告：第2篇“乙县推广保护性耕作”的页码只有" in result.stderr
    assert result.stderr.count("page-break-before = true") == 1
    assert kjqb("-q", "toc").stderr == ""


def test_json_says_which_page_numbers_are_safe(tight: Path):
    entries = json.loads(kjqb("toc", "--json").stdout)["entries"]
    assert [entry["safe"] for entry in entries] == [True, False]


def test_page_numbers_that_are_safe_bring_no_advice(workspace: Path):
    assert kjqb("toc").stderr == ""


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["toc", "2024-1"], ExitCode.USAGE),
        (["toc", "2024-000"], ExitCode.USAGE),
        (["toc", "2024-02"], ExitCode.BAD_INPUT),
        (["toc", "--write", "--check"], ExitCode.USAGE),
        (["toc", "--target", "wps"], ExitCode.USAGE),
    ],
)
def test_wrong_requests_have_their_codes(workspace: Path, line: list[str], code: ExitCode):
    result = kjqb(*line, "--json")
    assert result.exit_code == code
    assert json.loads(result.stdout)["schema"] == "kjqb.error/1"


def test_outside_a_workspace_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = kjqb("toc")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "kjqb init" in result.stderr
