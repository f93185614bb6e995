"""`kjqb check --add-ignores`: what is found today is accepted, what comes tomorrow is not."""

import json
from pathlib import Path

import pytest

from kjqb.errors import ExitCode
from tests.check.texts import CUT
from tests.workspaces import snapshot

from .commands import kjqb

SECOND = Path("issues/2024-01/乙县.md")
REASON = "引文照录原文"


def accept(*line: str, code: ExitCode = ExitCode.OK) -> str:
    result = kjqb("check", *line, "--add-ignores", REASON)
    assert result.exit_code == code, result.output
    return result.stderr


def test_an_entry_is_written_into_the_articles_front_matter_and_the_check_is_silent(faulty: Path):
    before = SECOND.read_text("utf-8")
    assert "已放行1处，涉及1个文件" in accept()
    assert SECOND.read_text("utf-8") == before.replace(
        '耕作"\n+++', f'耕作"\n\n[[ignore]]\ncode = "P101"\ntext = "护性耕作,共五万亩"\nreason = "{REASON}"\n+++'
    )
    assert kjqb("check").exit_code == ExitCode.OK


def test_a_second_time_changes_nothing(faulty: Path):
    accept()
    before = snapshot(faulty)
    assert "已放行" not in accept()
    assert snapshot(faulty) == before


def test_what_is_written_later_is_found(faulty: Path):
    accept()
    SECOND.write_text(SECOND.read_text("utf-8") + "\n全县推广免耕播种,效果明显。\n", "utf-8")
    answer = json.loads(kjqb("check", "--json").stdout)
    assert [finding["line"] for finding in answer["findings"]] == [12]


def test_comments_line_ends_and_other_entries_stay(workspace: Path):
    text = '+++\r\n# 题目\r\ntitle = "乙县" # 暂定\r\n\r\n[[ignore]]\r\ncode = "K201"\r\nreason = "旧"\r\n+++\r\n\r\n'
    text += "耕作 5 万亩,已完成。\r\n"
    SECOND.write_bytes(text.encode())
    accept()
    new = SECOND.read_bytes().decode()
    assert new.startswith(text.split("+++\r\n\r\n")[0])
    assert "\n" not in new.replace("\r\n", "")
    assert kjqb("check").exit_code == ExitCode.OK


def test_only_what_is_selected_is_accepted(faulty: Path):
    SECOND.write_text(SECOND.read_text("utf-8").replace("五万亩", " 5 万亩"), "utf-8")
    accept("--select", "K")
    codes = [finding["code"] for finding in json.loads(kjqb("check", "--json").stdout)["findings"]]
    assert codes == ["P101"]


def test_faults_beside_each_other_have_entries_of_their_own(workspace: Path):
    SECOND.write_text('+++\ntitle = "乙县"\n+++\n\n甲,乙,丙。\n', "utf-8")
    accept()
    text = SECOND.read_text("utf-8")
    assert text.count("[[ignore]]") == 2
    SECOND.write_text(text.replace("甲,乙,丙", "甲,乙，丙"), "utf-8")
    answer = json.loads(kjqb("check", "--json").stdout)
    assert [finding["code"] for finding in answer["findings"]] == ["Q001"]


def test_the_same_words_twice_have_one_entry(workspace: Path):
    SECOND.write_text('+++\ntitle = "乙县"\n+++\n\n甲,乙。\n\n甲,乙。\n', "utf-8")
    accept()
    assert SECOND.read_text("utf-8").count("[[ignore]]") == 1
    assert kjqb("check").exit_code == ExitCode.OK


def test_what_kjqb_toml_says_is_accepted_there(workspace: Path):
    path = Path("kjqb.toml")
    path.write_text(path.read_text("utf-8").replace('[["编辑", "某人"]]', '[["编辑:某人"]]  # 刊尾'), "utf-8")
    before = path.read_text("utf-8")
    assert kjqb("check").exit_code == ExitCode.FINDINGS
    accept()
    assert path.read_text("utf-8").startswith(f"{before}\n[[ignore]]\n")
    assert kjqb("check").exit_code == ExitCode.OK


def test_what_the_stored_contents_list_says_is_accepted_in_issue_toml(workspace: Path):
    kjqb("toc", "--write")
    stored = Path("issues/2024-01/toc.toml")
    stored.write_text(stored.read_text("utf-8").replace("page = 2", "page = 7"), "utf-8")
    assert kjqb("check").exit_code == ExitCode.FINDINGS
    accept()
    assert "[[ignore]]" in Path("issues/2024-01/issue.toml").read_text("utf-8")
    assert kjqb("check").exit_code == ExitCode.OK


def test_a_loose_text_is_accepted_in_kjqb_toml(workspace: Path):
    Path("来稿.txt").write_text("甲市开放平台,共享仪器。\n", "utf-8")
    accept("来稿.txt")
    assert "[[ignore]]" in Path("kjqb.toml").read_text("utf-8")
    assert kjqb("check", "来稿.txt").exit_code == ExitCode.OK


def test_entries_in_the_form_of_a_list_get_another_item(faulty: Path):
    text = SECOND.read_text("utf-8")
    head = 'ignore = [ # 旧\n  {code = "K201", text = "无", reason = "旧"}\n]\n'
    SECOND.write_text(text.replace("+++\n\n", f"{head}+++\n\n"), "utf-8")
    accept("--select", "P", code=ExitCode.OK)
    assert "P101" not in kjqb("check").stdout


def test_outside_a_workspace_there_is_nowhere_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("来稿.txt").write_text("甲市开放平台,共享仪器。\n", "utf-8")
    assert "没有地方写放行记录" in accept("来稿.txt", code=ExitCode.BAD_INPUT)
    Path("文章.md").write_text('+++\ntitle = "乙县"\n+++\n\n甲,乙。\n', "utf-8")
    accept("文章.md")
    assert kjqb("check", "文章.md").exit_code == ExitCode.OK


def test_standard_input_cannot_be_accepted(workspace: Path):
    result = kjqb("check", "-", "--add-ignores", REASON, stdin="甲市开放平台,共享仪器。\n")
    assert result.exit_code == ExitCode.BAD_INPUT


def test_an_article_that_is_not_listed_remains_and_is_told(workspace: Path):
    (workspace / "issues/2024-01/丙市.md").write_text('+++\ntitle = "丙市"\n+++\n', "utf-8")
    before = snapshot(workspace)
    accept(code=ExitCode.FINDINGS)
    assert snapshot(workspace) == before


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_must_be_given(faulty: Path, reason: str):
    assert kjqb("check", "--add-ignores", reason).exit_code == ExitCode.USAGE


def test_accepting_and_mending_exclude_each_other(faulty: Path):
    assert kjqb("check", "--fix", "--add-ignores", REASON).exit_code == ExitCode.USAGE


def test_a_dry_run_and_a_diff_write_nothing(faulty: Path):
    before = snapshot(faulty)
    assert "将放行1处" in accept("--dry-run", code=ExitCode.FINDINGS)
    result = kjqb("check", "--diff", "--add-ignores", REASON)
    assert '+code = "P101"' in result.stdout
    assert snapshot(faulty) == before


def test_a_place_over_two_lines_is_accepted(workspace: Path):
    SECOND.write_text(f'+++\ntitle = "乙县"\n+++\n\n{CUT}\n\n所共建平台。\n', "utf-8")
    assert "S507" in kjqb("check").stdout
    accept()
    assert kjqb("check").exit_code == ExitCode.OK
