"""`kjqb check`: issues, files, folders and standard input, in and out of a workspace."""

import json
from pathlib import Path

import pytest

from kjqb.check.report import FORMATS
from kjqb.errors import ExitCode

from .commands import kjqb

SECOND = Path("issues/2024-01/乙县.md")
FAULTY, MENDED = "甲市开放平台,共享仪器。\n", "甲市开放平台，共享仪器。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder outside of any workspace."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(*line: str) -> list[str]:
    return [finding["code"] for finding in json.loads(kjqb("check", *line, "--json").stdout)["findings"]]


def test_a_clean_issue_is_said_to_be_so(workspace: Path):
    result = kjqb("check")
    assert result.exit_code == ExitCode.OK
    assert "没有发现问题" in result.stdout
    assert not result.stdout.endswith("\n\n")


def test_findings_are_shown_and_end_in_one(faulty: Path):
    result = kjqb("check", "2024-01")
    assert result.exit_code == ExitCode.FINDINGS
    assert "issues/2024-01/乙县.md:5:10 P101 错误" in result.stdout


def test_json_is_one_object_of_the_schema(faulty: Path):
    answer = json.loads(kjqb("check", "--json").stdout)
    assert answer["schema"] == "kjqb.check/1"
    assert answer["summary"] == {"error": 1, "warning": 0, "info": 0}
    assert answer["findings"][0]["file"] == "issues/2024-01/乙县.md"
    assert answer == json.loads(kjqb("check", "--output-format", "json").stdout)


def test_github_gets_workflow_commands(faulty: Path):
    assert kjqb("check", "--output-format", "github").stdout.startswith("::error file=issues/2024-01/乙县.md,line=5")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_asked_for_of_an_issue_with_faults_and_of_one_without(faulty: Path, name: str):
    result = kjqb("check", "--output-format", name)
    assert result.exit_code == ExitCode.FINDINGS
    assert "P101" in result.stdout
    assert kjqb("check", "--output-format", name, "--select", "S").exit_code == ExitCode.OK


@pytest.mark.parametrize(
    "line", [["issues/2024-01/乙县.md"], ["issues/2024-01"], ["issues"], ["."], ["--all"], ["2024-01", "issues"]]
)
def test_issues_files_and_folders_are_found(faulty: Path, line: list[str]):
    assert codes(*line) == ["P101"]


def test_a_path_may_be_absolute_and_is_told_relative(faulty: Path):
    answer = json.loads(kjqb("check", str(faulty / SECOND), "--json").stdout)
    assert answer["findings"][0]["file"] == "issues/2024-01/乙县.md"


def test_the_workspace_of_the_first_path_counts_where_there_is_no_other(faulty: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(faulty.parent)
    answer = json.loads(kjqb("check", "刊物/issues/2024-01", "--json").stdout)
    assert answer["findings"][0]["file"] == "刊物/issues/2024-01/乙县.md"


def test_it_works_outside_a_workspace(folder: Path):
    Path("来稿.txt").write_text(FAULTY, "utf-8")
    assert codes("来稿.txt") == ["P101"]
    assert codes(".") == ["P101"]


def test_markdown_from_elsewhere_is_checked_too(folder: Path):
    Path("来稿.md").write_text(f"# 题目\n\n{FAULTY}", "utf-8")
    assert codes("来稿.md") == ["P101"]


def test_a_loose_issue_is_checked_as_one(folder: Path):
    text = "科技参考\n\n2024年第1期\n\n★ 甲市...2\n★ 乙县........3\n\n甲市\n\n一切正常。\n\n乙县\n\n一切正常。\n"
    Path("一期.txt").write_text(text, "utf-8")
    assert "T605" in codes("一期.txt")


def test_standard_input_is_a_dash(folder: Path):
    result = kjqb("check", "-", "--json", stdin=FAULTY)
    assert result.exit_code == ExitCode.FINDINGS
    assert json.loads(result.stdout)["findings"][0]["file"] == "-"


@pytest.mark.parametrize(
    "line", [["无.txt"], ["2024-09"], ["空"], ["big5.txt"], ["nul.txt"], ["word.docx"], ["一.txt", "无.txt"]]
)
def test_what_cannot_be_checked_is_never_zero(folder: Path, line: list[str]):
    Path("空").mkdir()
    Path("big5.txt").write_bytes("內蒙古優化一體化科技創新體系".encode("big5"))
    Path("nul.txt").write_bytes(b"a\0b")
    Path("word.docx").write_bytes(b"PK\x03\x04")
    Path("一.txt").write_text("一切正常。", "utf-8")
    result = kjqb("check", *line, "--exit-zero", "--json")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert json.loads(result.stdout)["schema"] == "kjqb.error/1"


def test_select_ignore_and_fail_on_choose(faulty: Path):
    assert codes("--select", "P103") == []
    assert codes("--select", "P103,P101") == ["P101"]
    assert codes("--ignore", "P") == []
    assert kjqb("check", "--exit-zero").exit_code == ExitCode.OK
    assert kjqb("check", "--fail-on", "error").exit_code == ExitCode.FINDINGS


def test_fail_on_error_lets_warnings_pass(workspace: Path):
    SECOND.write_text(SECOND.read_text("utf-8").replace("五万亩", " 5 万亩"), "utf-8")
    assert kjqb("check").exit_code == ExitCode.FINDINGS
    assert kjqb("check", "--fail-on", "error").exit_code == ExitCode.OK


def test_an_unknown_rule_is_wrong_usage(workspace: Path):
    result = kjqb("check", "--select", "p101")
    assert result.exit_code == ExitCode.USAGE
    assert "是否想写“P101”？" in result.stderr


def test_fix_mends_the_file_and_says_what_it_did(faulty: Path):
    result = kjqb("check", "--fix")
    assert result.exit_code == ExitCode.OK
    assert "已改正1处，涉及1个文件" in result.stderr
    assert "耕作，共五万亩" in SECOND.read_text("utf-8")
    assert codes() == []


def test_what_is_left_after_a_fix_ends_in_one(faulty: Path):
    SECOND.write_text(SECOND.read_text("utf-8") + "\n一是筑平台。二是引人才。二是优服务。\n", "utf-8")
    assert kjqb("check", "--fix").exit_code == ExitCode.FINDINGS
    assert codes() == ["S501"]
    assert kjqb("check", "--unsafe-fixes").exit_code == ExitCode.OK
    assert "三是优服务" in SECOND.read_text("utf-8")


def test_a_diff_writes_nothing(faulty: Path):
    before = SECOND.read_text("utf-8")
    result = kjqb("check", "--diff")
    assert result.exit_code == ExitCode.FINDINGS
    assert "-全县实施保护性耕作,共五万亩。\n+全县实施保护性耕作，共五万亩。\n" in result.stdout
    assert SECOND.read_text("utf-8") == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_fix_keeps_encoding_and_line_ends(folder: Path, encoding: str, line_end: str, suffix: str):
    path = Path(f"来稿{suffix}")
    more = "平台面向全市开放，仪器设备集中登记。\n"
    path.write_bytes((FAULTY + "\n" + more).replace("\n", line_end).encode(encoding))
    assert kjqb("check", str(path), "--fix").exit_code == ExitCode.OK
    assert path.read_bytes() == (MENDED + "\n" + more).replace("\n", line_end).encode(encoding)


def test_a_fault_in_the_masthead_is_mended_in_kjqb_toml(workspace: Path):
    configuration = workspace / "kjqb.toml"
    text = configuration.read_text("utf-8").replace('[["编辑", "某人"]]', '[["编辑:某人"]]  # 刊尾')
    configuration.write_text(text, "utf-8")
    assert kjqb("check", "--fix").exit_code == ExitCode.OK
    assert configuration.read_text("utf-8") == text.replace("编辑:某人", "编辑：某人")


def test_standard_input_is_mended_into_standard_output(folder: Path):
    text = FAULTY * 3
    result = kjqb("check", "-", "--fix", stdin=text.encode("gb18030"))
    assert result.exit_code == ExitCode.OK
    assert result.stdout_bytes == (MENDED * 3).encode("gb18030")
    assert "没有发现问题" in result.stderr


def test_standard_input_without_faults_comes_out_as_it_went_in(folder: Path):
    assert kjqb("check", "-", "--fix", stdin=MENDED).stdout == MENDED


def test_a_file_beside_the_issue_is_told(workspace: Path):
    (workspace / "issues/2024-01/丙市.md").write_text('+++\ntitle = "丙市"\n+++\n', "utf-8")
    result = kjqb("check")
    assert result.exit_code == ExitCode.FINDINGS
    assert "issues/2024-01/丙市.md:1:1 Q003" in result.stdout


def test_an_unknown_rule_in_the_configuration_is_a_fault_of_that_file(workspace: Path):
    Path("kjqb.toml").write_text(f'{Path("kjqb.toml").read_text("utf-8")}[check]\nselect = ["ALL", "X1"]\n', "utf-8")
    result = kjqb("check")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "kjqb.toml:13:18" in result.stderr


def test_broken_front_matter_tells_every_fault(workspace: Path):
    SECOND.write_text('+++\ntitel = "乙县"\nsection = 3\n+++\n\n正文。\n', "utf-8")
    result = kjqb("check")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert result.stderr.count("错误：issues/2024-01/乙县.md:") == 3
    assert "是否想写“title”？" in result.stderr


@pytest.mark.parametrize("line", [["--all", "2024-01"], ["-", "--fix", "--json"], ["--fail-on", "never"]])
def test_wrong_usage(workspace: Path, line: list[str]):
    assert kjqb("check", *line, stdin="").exit_code == ExitCode.USAGE


def test_statistics_count_and_tell_the_rate(faulty: Path):
    lines = kjqb("check", "--statistics").stdout.splitlines()
    assert lines[0].split() == ["1", "P101", "--fix", "1", "中文里用了半角标点"]
    assert lines[1].startswith("差错率 ")
    assert len(lines) == 2
    assert kjqb("check", "--statistics").exit_code == ExitCode.FINDINGS
    answer = json.loads(kjqb("check", "--statistics", "--json").stdout)
    assert [(counted["code"], counted["count"]) for counted in answer["statistics"]] == [("P101", 1)]


def test_statistics_of_a_clean_issue_are_the_rate_alone(workspace: Path):
    (line,) = kjqb("check", "--statistics").stdout.splitlines()
    assert line.startswith("差错率 0.0/万字")


def test_statistics_have_no_form_in_the_formats_of_other_programs(faulty: Path):
    assert kjqb("check", "--statistics", "--output-format", "sarif").exit_code == ExitCode.USAGE


def test_a_dry_run_of_fixes_writes_nothing_and_says_what_it_would_do(faulty: Path):
    before = SECOND.read_text("utf-8")
    result = kjqb("check", "--fix", "--dry-run")
    assert result.exit_code == ExitCode.FINDINGS
    assert "将改正1处，涉及1个文件" in result.stderr
    assert "P101" in result.stdout
    assert SECOND.read_text("utf-8") == before


def test_colours_are_those_of_the_severity_and_only_when_asked_for(faulty: Path):
    assert "\x1b[31m\x1b[1mP101 错误\x1b[0m" in kjqb("--color", "always", "check").stdout
    assert "\x1b" not in kjqb("check").stdout
