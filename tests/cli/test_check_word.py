"""`kjqb check` of Word files, and of an issue against one."""

import json
from pathlib import Path

import pytest

from kjqb.errors import ExitCode
from tests.check.words import changed

from .commands import kjqb


@pytest.fixture
def edition(workspace: Path) -> Path:
    """The Word edition of the issue."""
    result = kjqb("export", "-f", "docx", "-o", "edition.docx")
    assert result.exit_code == ExitCode.OK, result.stderr
    return Path("edition.docx")


def findings(*line: str) -> list[tuple[str, str]]:
    answer = json.loads(kjqb("check", *line, "--json").stdout)
    return [(finding["code"], finding["file"]) for finding in answer["findings"]]


def edit(file: Path, was: str, now: str) -> None:
    file.write_bytes(changed(file.read_bytes(), was, now))


def test_an_edition_is_clean(edition: Path):
    result = kjqb("check", str(edition))
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert "没有发现问题" in result.stdout


def test_text_and_layout_of_a_word_file_are_checked(edition: Path):
    edit(edition, "。</w:t>", "。。</w:t>")
    edit(edition, 'w:h="16838"', 'w:h="15840"')
    codes = {code for code, _ in findings(str(edition))}
    assert {"P106", "D001"} <= codes


def test_word_files_of_a_folder_are_checked_too(edition: Path):
    Path("来稿").mkdir()
    edit(edition, "。</w:t>", "。。</w:t>")
    edition.rename("来稿/edition.docx")
    assert ("P106", "来稿/edition.docx") in findings("来稿")


def test_what_word_leaves_beside_an_open_file_is_passed_over(edition: Path):
    Path("来稿").mkdir()
    edition.rename("来稿/edition.docx")
    Path("来稿/~$dition.docx").write_bytes(b"\x05owner")
    assert kjqb("check", "来稿").exit_code == ExitCode.OK


def test_the_layout_is_judged_by_what_the_workspace_says_and_elsewhere_by_the_likest_preset(edition: Path):
    settings = Path("kjqb.toml")
    stated = settings.read_text("utf-8")
    assert "[layout]" not in stated
    settings.write_text(f'{stated}\n[layout]\npreset = "gbt9704"\n', "utf-8")
    assert {"D001", "D002"} <= {code for code, _ in findings(str(edition))}
    settings.unlink()
    assert [code for code, _ in findings(str(edition)) if code.startswith("D")] == []


def test_a_word_file_is_never_written(edition: Path):
    edit(edition, "。</w:t>", "。。</w:t>")
    before = edition.read_bytes()
    assert kjqb("check", str(edition), "--fix").exit_code == ExitCode.FINDINGS
    assert edition.read_bytes() == before
    assert kjqb("check", str(edition), "--diff").stdout == ""


def test_a_word_file_may_come_in_on_standard_input(edition: Path):
    result = kjqb("check", "-", stdin=edition.read_bytes())
    assert result.exit_code == ExitCode.OK
    assert "检查1个文件" in result.stdout


def test_a_damaged_word_file_is_bad_input(edition: Path):
    edition.write_bytes(edition.read_bytes()[:-100])
    result = kjqb("check", str(edition))
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "edition.docx：无法读取这个Word文件" in result.stderr


def test_an_issue_equals_its_own_edition(edition: Path):
    assert kjqb("check", "2024-01", "--against", str(edition)).exit_code == ExitCode.OK


def test_what_was_changed_in_word_alone_is_told_at_the_source(edition: Path):
    edit(edition, "。</w:t>", "，余略。</w:t>")
    found = findings("2024-01", "--against", str(edition))
    assert found
    assert {code for code, _ in found} == {"D010"}
    assert all(file.startswith("issues/2024-01/") for _, file in found)


@pytest.mark.parametrize("names", [["--all"], ["edition.docx"], ["2024-01", "edition.docx"]])
def test_only_one_issue_is_compared(edition: Path, names: list[str]):
    result = kjqb("check", *names, "--against", str(edition))
    alone = names == ["--all"]
    assert result.exit_code == (ExitCode.OK if alone else ExitCode.USAGE)
    assert alone or "“--against”要与一期的期号同用" in result.stderr


def test_a_file_to_compare_with_that_is_not_there_is_bad_input(workspace: Path):
    assert kjqb("check", "2024-01", "--against", "没有.docx").exit_code == ExitCode.BAD_INPUT
