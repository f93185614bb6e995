"""`kjqb rule`, `kjqb doctor`, `kjqb completion`: what needs no workspace."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from kjqb.check.registry import rules
from kjqb.errors import ExitCode

from .commands import KJQB, kjqb


def test_all_rules_stand_in_a_table():
    rows = [line for line in kjqb("rule").stdout.splitlines() if line.startswith("  ")]
    assert sorted(line.split()[0] for line in rows) == list(rules())
    starts = {cell_len(line[: line.index(line.split()[1])]) for line in rows}
    assert len(starts) == 1


def test_the_table_names_each_family_once_above_its_rules():
    sections = kjqb("rule").stdout.split("\n\n")
    for section in sections:
        heading, *rows = section.splitlines()
        assert {row.split()[0][0] for row in rows} == {heading[heading.index("（") + 1]}
        assert f"，{len(rows)}条）" in heading
    assert len({section.splitlines()[0] for section in sections}) == len(sections)


@pytest.mark.parametrize("code", list(rules()))
def test_every_rule_has_its_page(code: str):
    result = kjqb("rule", code)
    assert result.exit_code == ExitCode.OK
    assert rules()[code].title in result.stdout


def test_json_has_the_schema():
    answer = json.loads(kjqb("rule", "S501", "--json").stdout)
    assert answer["schema"] == "kjqb.rules/1"
    assert [rule["code"] for rule in answer["rules"]] == ["S501"]


def test_doctor_tells_versions():
    result = kjqb("doctor")
    assert result.exit_code == ExitCode.OK
    assert [line.split()[0] for line in result.stdout.splitlines()][:3] == ["kjqb", "Python", "click"]
    assert json.loads(kjqb("doctor", "--json").stdout)["schema"] == "kjqb.doctor/1"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_the_shell(shell: str):
    result = kjqb("completion", shell)
    assert result.exit_code == ExitCode.OK
    assert "_KJQB_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("kjqb toc --target ", ["plain,word", "plain,libreoffice"]),
        ("kjqb pre", ["plain,preview"]),
        ("kjqb toc ", ["plain,2024-01"]),
    ],
)
def test_the_shell_is_told_commands_values_and_issues(workspace: Path, words: str, told: list[str]):
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")), "_KJQB_COMPLETE": "bash_complete"}
    result = subprocess.run(KJQB, env={**os.environ, **asked}, capture_output=True, encoding="utf-8", check=True)
    assert result.stdout.split() == told
