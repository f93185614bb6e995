"""A rule that crashes: the others run, nothing is written, and the exit code says whose fault it is."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kjqb.check import run as runner
from kjqb.check.registry import rules
from kjqb.check.rule import Hit
from kjqb.check.subject import Part
from kjqb.errors import ExitCode
from tests.workspaces import snapshot

from .commands import kjqb


@pytest.fixture
def crashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """W901 crashes on every text that holds 仪器 or a full-width comma."""

    def crash(part: Part) -> Iterator[Hit]:
        if "仪器" in part.text or "，共" in part.text:
            raise KeyError("仪器")
        yield from ()

    table = {**rules(), "W901": replace(rules()["W901"], find=crash, cues=frozenset())}
    monkeypatch.setattr(runner, "all_rules", lambda: table)


@pytest.mark.usefixtures("crashing")
def test_the_other_rules_findings_are_shown_and_the_crash_is_told(faulty: Path):
    result = kjqb("check")
    assert result.exit_code == ExitCode.INTERNAL
    assert "乙县.md:5:10 P101" in result.stdout
    assert "检查不完整" in result.stdout
    assert "错误：issues/2024-01/甲市.md：规则W901在检查时出错：KeyError" in result.stderr
    assert "--ignore W901" in result.stderr
    assert result.stderr.count("错误：") == 1


@pytest.mark.usefixtures("crashing")
def test_the_crash_is_in_the_data_and_is_never_zero(faulty: Path):
    result = kjqb("check", "--json", "--exit-zero")
    assert result.exit_code == ExitCode.INTERNAL
    answer = json.loads(result.stdout)
    assert [(crash["code"], crash["file"]) for crash in answer["crashes"]] == [("W901", "issues/2024-01/甲市.md")]
    assert [finding["code"] for finding in answer["findings"]] == ["P101"]


@pytest.mark.usefixtures("crashing")
def test_verbosely_the_traceback_is_shown(workspace: Path):
    assert "Traceback" in kjqb("-v", "check").stderr
    assert "Traceback" not in kjqb("check").stderr


@pytest.mark.usefixtures("crashing")
@pytest.mark.parametrize("line", ["check --fix", "check --add-ignores 试", "build", "build --force"])
def test_nothing_is_written(faulty: Path, line: str):
    before = snapshot(faulty)
    result = kjqb(*line.split())
    assert result.exit_code == ExitCode.INTERNAL
    assert "规则W901在检查时出错" in result.stderr
    assert snapshot(faulty) == before


@pytest.mark.usefixtures("crashing")
def test_a_crash_on_a_text_that_fixes_have_changed_undoes_them(faulty: Path):
    before = snapshot(faulty)
    path = "issues/2024-01/乙县.md"
    assert kjqb("check", path).exit_code == ExitCode.FINDINGS
    for option in ("--fix", "--diff"):
        assert kjqb("check", path, option).exit_code == ExitCode.INTERNAL
    assert snapshot(faulty) == before


@pytest.mark.usefixtures("crashing")
def test_without_the_rule_all_is_well(workspace: Path):
    assert kjqb("check", "--ignore", "W901").exit_code == ExitCode.OK
