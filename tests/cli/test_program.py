"""The root: exit codes, and errors as messages or as one JSON object, whatever goes wrong."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE

import click
import pytest
from click.testing import Result

from kjqb import __version__
from kjqb.cli.help import Command
from kjqb.cli.program import Program, root
from kjqb.errors import ExitCode, Fault, FaultyFileError, KjqbError, ToolMissingError, Where

from .commands import KJQB, RUNNER, kjqb, run


class Failing(Program):
    """The program with one command more, which raises."""

    error: BaseException

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name != "rule":
            return super().get_command(ctx, cmd_name)

        def fail() -> ExitCode:
            raise self.error

        return Command("rule", callback=fail, params=[click.Option(["--json"], is_flag=True, expose_value=False)])


@pytest.fixture
def failing() -> Callable[..., Result]:
    def call(error: BaseException, *line: str) -> Result:
        failing = Failing("kjqb", params=root.params, callback=root.callback)
        failing.error = error
        return RUNNER.invoke(failing, line or ("rule",))

    return call


def test_version_is_told_alone():
    result = kjqb("--version")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"kjqb {__version__}\n", "")


def test_python_m_kjqb_is_the_program():
    result = run("--version")
    assert (result.returncode, result.stdout) == (0, f"kjqb {__version__}\n")


def test_version_loads_nothing_heavy():
    script = "import sys; sys.argv = ['kjqb', '--version']\nfrom kjqb.cli.program import main\ntry:\n    main()\n"
    script += "except SystemExit:\n    print(*sys.modules)\n"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"rich", "docx", "lxml", "markdown_it", "sqlite3", "tomlkit", "tomli", "filelock", "json", "subprocess"}
    assert not heavy & {name.partition(".")[0] for name in loaded}


def test_nothing_asked_shows_help_as_wrong_usage():
    result = kjqb()
    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert "用法：kjqb" in result.stderr


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        (["tco"], "没有命令“tco”", "是否想写“toc”？"),
        (["目次"], "没有命令“目次”", "用“kjqb --help”查看全部命令"),
        (["rule", "--jsno"], "没有选项“--jsno”", "是否想写“--json”？"),
        (["rule", "-C", "x"], "没有选项“-C”", "“-C”要写在命令名“rule”之前"),
        (["rule", "--xyzzy"], "没有选项“--xyzzy”", "用“kjqb rule --help”查看用法"),
        (["rule", "S501", "P101"], "多余的参数：P101", "用“kjqb rule --help”查看用法"),
        (["completion"], "缺少参数“SHELL”", "用“kjqb completion --help”查看用法"),
        (["completion", "bsh"], "参数“SHELL”不对：没有“bsh”，是否想写“bash”？", "用“kjqb completion --help”查看用法"),
        (["rule", "--json=1"], "选项“--json”不带值", "用“kjqb rule --help”查看用法"),
        (["-C"], "选项“-C”后面缺少值", "用“kjqb --help”查看用法"),
        (["-q", "-v", "rule"], "“-q”与“-v”不能同时使用", "去掉其中一个"),
        (
            ["--color", "red", "rule"],
            "选项“--color”不对：没有“red”，可以是auto、always、never",
            "用“kjqb --help”查看用法",
        ),
        (["rule", "Z999"], "没有编号为“Z999”的规则", "用“kjqb rule”查看全部规则"),
    ],
)
def test_wrong_usage_is_said_in_chinese_with_a_hint(line: list[str], what: str, hint: str):
    result = kjqb(*line)
    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert result.stderr == f"错误：{what}\n提示：{hint}\n"


@pytest.mark.parametrize("line", [["tco", "--json"], ["rule", "--json", "--xyzzy"], ["rule", "Z999", "--json"]])
def test_with_json_wrong_usage_is_one_object_on_standard_output(line: list[str]):
    result = kjqb(*line)
    answer = json.loads(result.stdout)
    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == ""
    assert answer["schema"] == "kjqb.error/1"
    assert set(answer["error"]) == {"slug", "what", "where", "hint"}


def test_an_error_tells_place_and_remedy(failing: Callable[..., Result]):
    result = failing(KjqbError("缺少题目", where=Where("甲.md", 3, 1), hint="补上title"))
    assert result.exit_code == ExitCode.BAD_INPUT
    assert result.stderr == "错误：甲.md:3:1：缺少题目\n提示：补上title\n"


def test_all_faults_of_a_file_are_told(failing: Callable[..., Result]):
    faults = (Fault("乙", Where("甲.md", 5, 1)), Fault("丙", Where("甲.md", 2, 4), "改"))
    result = failing(FaultyFileError(faults))
    assert result.stderr == "错误：甲.md:2:4：丙\n提示：改\n错误：甲.md:5:1：乙\n"
    answer = json.loads(failing(FaultyFileError(faults), "rule", "--json").stdout)
    assert answer["error"]["where"] == "甲.md:2:4"
    assert [fault["what"] for fault in answer["error"]["faults"]] == ["丙", "乙"]


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (ToolMissingError("没有LibreOffice"), ExitCode.TOOL_MISSING, "没有LibreOffice"),
        (OSError(errno.ENOSPC, "No space left on device"), ExitCode.BAD_INPUT, "磁盘空间不足"),
        (PermissionError(errno.EACCES, "Permission denied", "甲.md"), ExitCode.BAD_INPUT, "甲.md：没有权限"),
        (OSError(errno.EIO, "Input/output error"), ExitCode.BAD_INPUT, "Input/output error"),
        (ZeroDivisionError("division by zero"), ExitCode.INTERNAL, "程序内部出错：ZeroDivisionError：division by zero"),
        (RecursionError("too deep"), ExitCode.INTERNAL, "程序内部出错：RecursionError：too deep"),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, "已中断"),
        (click.Abort(), ExitCode.INTERRUPTED, "已中断"),
    ],
)
def test_every_failure_has_its_code_and_a_message(
    failing: Callable[..., Result], error: BaseException, code: ExitCode, said: str
):
    result = failing(error)
    assert result.exit_code == code
    assert result.stdout == ""
    assert f"错误：{said}\n" in result.stderr
    assert "Traceback" not in result.stderr
    answer = json.loads(failing(error, "rule", "--json").stdout)
    assert answer["schema"] == "kjqb.error/1"


def test_our_own_fault_shows_its_traceback_with_v_only(failing: Callable[..., Result]):
    assert "Traceback" in failing(ZeroDivisionError(), "-v", "rule").stderr


def test_what_a_file_holds_cannot_steer_the_terminal(failing: Callable[..., Result]):
    result = failing(KjqbError("坏名字\x1b[31m\u202e", where=Where("甲\x07.md")))
    assert result.stderr == "错误：甲\\x07.md：坏名字\\x1b[31m\\u202e\n"


def test_a_reader_that_has_gone_is_left_in_peace(failing: Callable[..., Result]):
    assert failing(BrokenPipeError()).exit_code == ExitCode.BROKEN_PIPE


@pytest.mark.parametrize("line", [["rule"], ["rule", "--json"], ["completion", "bash"], ["--version"], ["--help"]])
def test_a_closed_pipe_ends_quietly_with_141(line: list[str]):
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen([*KJQB, *line], stdout=writing, stderr=subprocess.PIPE, text=True) as process:
        os.close(writing)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (ExitCode.BROKEN_PIPE, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_under_standard_output_is_an_error():
    with Path("/dev/full").open("w") as full:
        result = subprocess.run([*KJQB, "rule"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == ExitCode.BAD_INPUT
    assert result.stderr == "错误：磁盘空间不足\n提示：清理磁盘后重新运行\n"


def test_a_closed_standard_output_is_an_error():
    result = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *KJQB, "rule"], stderr=subprocess.PIPE, text=True, check=False
    )
    assert result.returncode == ExitCode.BAD_INPUT
    assert "标准输出已关闭" in result.stderr


def test_output_in_a_pipe_is_utf8_whatever_the_locale():
    result = run("rule", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert result.returncode == ExitCode.OK
    assert "标点" in result.stdout


@pytest.mark.parametrize("value", ["", "abc", "1e9", "-1", "１２", "99999999999999999999"])
def test_a_source_date_epoch_that_is_no_number_is_wrong_usage(value: str):
    result = kjqb("rule", env={"SOURCE_DATE_EPOCH": value})
    assert result.exit_code == ExitCode.USAGE
    assert f"SOURCE_DATE_EPOCH的值“{value}”不是秒数" in result.stderr


def test_c_runs_in_another_folder_and_comes_back(tmp_path: Path):
    before = Path.cwd()
    assert kjqb("-C", str(tmp_path), "rule").exit_code == ExitCode.OK
    assert Path.cwd() == before


def test_c_into_nowhere_is_an_error(tmp_path: Path):
    result = kjqb("-C", str(tmp_path / "无"), "rule")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "无：文件或文件夹不存在" in result.stderr


def test_ctrl_c_ends_with_130():
    with subprocess.Popen([*KJQB, "check", "-"], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) as process:
        assert process.stdin
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert said == ("", "\n错误：已中断\n")


def test_colour_only_where_it_is_wanted():
    assert "\x1b" not in run("tco").stderr
    assert "\x1b[31m" in run("--color", "always", "tco").stderr
    assert "\x1b[31m" in run("--color=always", "tco", env={"NO_COLOR": "1"}).stderr
