"""`kjqb export`: files in dist/, or where they are wanted."""

import hashlib
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from .commands import KJQB, kjqb, run

DOCX, TXT = "dist/2024-01/编排样刊2024年第1期.docx", "dist/2024-01/编排样刊2024年第1期.txt"


def test_it_writes_all_formats_and_prints_their_paths(workspace: Path):
    result = kjqb("export")
    assert result.exit_code == ExitCode.OK
    assert result.stdout == f"{DOCX}\n{TXT}\n"
    assert zipfile.is_zipfile(DOCX)
    assert Path(TXT).read_text("utf-8").startswith("编排/样刊\n2024年第1期\n")


def test_json_has_paths_and_hashes(workspace: Path):
    answer = json.loads(kjqb("export", "--json").stdout)
    assert (answer["schema"], answer["issue"]) == ("kjqb.export/1", "2024-01")
    for file in answer["files"]:
        assert hashlib.sha256(Path(file["path"]).read_bytes()).hexdigest() == file["sha256"]


def test_the_same_source_gives_the_same_bytes(workspace: Path):
    first, second = (json.loads(kjqb("export", "--json").stdout)["files"] for _ in range(2))
    assert first == second


def test_the_time_inside_is_the_issues_date_or_the_one_stated(workspace: Path):
    kjqb("export", "-f", "docx")
    assert "2024-01-20T00:00:00Z" in core(Path(DOCX))
    kjqb("export", "-f", "docx", env={"SOURCE_DATE_EPOCH": "1704067200"})
    assert "2024-01-01T00:00:00Z" in core(Path(DOCX))


def core(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("docProps/core.xml").decode()


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        (["-f", "txt", "-o", "甲.txt"], ["甲.txt"]),
        (["-f", "txt", "-o", "出/版/甲.txt"], ["出/版/甲.txt"]),
        (["-o", "出"], ["出/编排样刊2024年第1期.docx", "出/编排样刊2024年第1期.txt"]),
        (["-f", "docx", "-f", "docx", "-o", "出/"], ["出/编排样刊2024年第1期.docx"]),
    ],
)
def test_it_writes_where_it_is_told(workspace: Path, line: list[str], paths: list[str]):
    result = kjqb("export", *line)
    assert result.stdout.splitlines() == paths
    assert all(Path(path).is_file() for path in paths)


def test_two_formats_do_not_go_into_one_file(workspace: Path):
    result = kjqb("export", "-o", "甲.txt")
    assert result.exit_code == ExitCode.USAGE
    assert not Path("甲.txt").exists()


def test_encoding_line_ends_and_wrapping_are_those_asked_for(workspace: Path):
    kjqb("export", "-f", "txt", "-o", "甲.txt", "--encoding", "gb18030", "--newline", "crlf", "--wrap", "page")
    text = Path("甲.txt").read_bytes().decode("gb18030")
    assert text.count("\r\n") == text.count("\n") >= 30
    assert "────" in text


def test_a_dash_is_standard_output_to_the_byte(workspace: Path):
    kjqb("export", "-f", "docx")
    written = subprocess.run([*KJQB, "export", "-f", "docx", "-o", "-"], capture_output=True, check=True).stdout
    assert written == Path(DOCX).read_bytes()


def test_standard_output_takes_one_format(workspace: Path):
    assert kjqb("export", "-o", "-").exit_code == ExitCode.USAGE
    assert not Path("-").exists()


def test_a_dry_run_writes_nothing(workspace: Path):
    assert kjqb("export", "--dry-run").stdout == f"{DOCX}\n{TXT}\n"
    assert not Path("dist").exists()


def test_a_folder_that_cannot_be_made_is_an_error(workspace: Path):
    Path("dist").write_text("一个文件", "utf-8")
    result = kjqb("export")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "无法写入" in result.stderr


def test_nothing_is_left_beside_the_editions(workspace: Path):
    kjqb("export")
    assert {path.name for path in Path("dist/2024-01").iterdir()} == {Path(DOCX).name, Path(TXT).name}


def test_from_another_folder_paths_are_relative_to_the_one_of_c(workspace: Path, tmp_path: Path):
    result = run("-C", "刊物", "export", "-f", "txt", cwd=tmp_path)
    assert result.stdout == f"{TXT}\n"


@pytest.mark.parametrize("target", ["kjqb.toml", "issues/2024-01/issue.toml", "成品.txt"])
def test_a_file_whose_suffix_is_not_the_formats_is_refused_and_left_alone(workspace: Path, target: str):
    before = Path(target).read_bytes() if Path(target).exists() else None
    result = kjqb("export", "-f", "docx", "-o", target)
    assert result.exit_code == ExitCode.USAGE
    assert "扩展名" in result.stderr
    assert (Path(target).read_bytes() if Path(target).exists() else None) == before


@pytest.mark.parametrize("command", ["toc", "preview", "export", "build"])
def test_an_issue_without_articles_is_one_clear_message(workspace: Path, command: str):
    assert kjqb("new", "2024-02").exit_code == ExitCode.OK
    result = kjqb(command, "2024-02")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "2024年第2期还没有文章" in result.stderr
    assert "kjqb add" in result.stderr
