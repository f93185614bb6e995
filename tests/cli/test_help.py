"""Help: in Chinese, whole, and never wider than the window."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from kjqb.cli import commands
from kjqb.cli.commands import COMMANDS, load, module_of

from .commands import kjqb

NOT_AT_START = "，。；：、！？”’）》"


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("line", [(), *((name,) for name in COMMANDS)])
def test_help_keeps_within_the_window(line: tuple[str, ...], columns: int):
    result = kjqb(*line, "--help", env={"COLUMNS": str(columns)})
    assert result.exit_code == 0
    for row in result.stdout.splitlines():
        assert cell_len(row) <= columns, row
        assert not row.strip().startswith(tuple(NOT_AT_START)), row


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_summary_and_an_example(name: str):
    command = load(name)
    assert re.search("[\u4e00-\u9fff]", command.summary)
    assert any(f"kjqb {name}" in example for example in command.examples)


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_in_help_is_chinese(name: str):
    text = kjqb(name, "--help").stdout
    assert not re.search(r"Usage|Options:|Show this|Positional|default:|\[OPTIONS\]", text)
    sections = re.findall(r"^(\S+)：$", text, re.MULTILINE)
    assert set(sections) <= {"参数", "选项", "示例"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_is_explained(name: str):
    for parameter in load(name).params:
        about = getattr(parameter, "about", "") or getattr(parameter, "help", "")
        assert about, parameter.name


def test_every_module_of_commands_is_in_the_table():
    folder = Path(commands.__file__).parent
    modules = {f"{commands.__name__}.{file.stem}" for file in folder.glob("*.py") if file.stem != "__init__"}
    assert modules == {module_of(name) for name in COMMANDS}


def test_the_overview_lists_every_command_in_order():
    text = kjqb("--help").stdout
    listed = re.findall(r"^  ([a-z]+)  ", text.partition("命令：")[2], re.MULTILINE)
    assert tuple(listed) == COMMANDS


def test_columns_stand_one_under_the_other():
    text = kjqb("rule", "--help").stdout
    starts = {cell_len(match[0]) for match in re.finditer(r"^  (--json|-h, --help) +", text, re.MULTILINE)}
    assert len(starts) == 1


def test_a_long_example_goes_on_as_the_shell_takes_it():
    text = kjqb("completion", "--help", env={"COLUMNS": "24"}).stdout
    assert "  kjqb completion bash \\\n    >> ~/.bashrc\n" in text
