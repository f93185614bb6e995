"""What the GitHub action, the GitLab template and the pre-commit hooks run, run here on a workspace with a fault."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FAULT = "项目已通过验收。。"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "kjqb.toml", tmp_path)
    shutil.copytree(ROOT / "issues", tmp_path / "issues")
    return tmp_path


@pytest.fixture
def faulty(workspace: Path) -> Path:
    """The first article of the newest issue with a fault at its end."""
    article = sorted((workspace / "issues" / "2026-11").glob("*.md"))[0]
    article.write_text(f"{article.read_text('utf-8').rstrip()}\n\n{FAULT}\n", "utf-8")
    return article.relative_to(workspace)


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def action_step() -> str:
    steps = read("action.yml")["runs"]["steps"]
    return str(next(step["run"] for step in steps if step.get("name") == "Check"))


def test_the_action_annotates_the_finding_and_fails(workspace: Path, faulty: Path) -> None:
    ran = run(action_step(), workspace, KJQB_PATHS="", KJQB_FAIL_ON="")
    assert ran.returncode == 1
    assert any(
        line.startswith("::error") and f"file={faulty}" in line and "P106" in line for line in ran.stdout.splitlines()
    )


def test_the_action_is_silent_on_clean_issues(workspace: Path) -> None:
    ran = run(action_step(), workspace, KJQB_PATHS="2026-10 2026-11", KJQB_FAIL_ON="error")
    assert (ran.returncode, ran.stdout) == (0, "")


def test_the_gitlab_job_leaves_a_report_of_tests(workspace: Path, faulty: Path) -> None:
    job = read("docs/ci/gitlab.yml")["kjqb check"]
    ran = run("\n".join(job["script"]), workspace, **job["variables"])
    assert ran.returncode == 1
    report = workspace / job["artifacts"]["reports"]["junit"]
    failures = [case.get("name", "") for case in ET.parse(report).iter("testcase") if case.find("failure") is not None]
    assert any("P106" in name for name in failures)


@pytest.mark.parametrize("hook", read(".pre-commit-hooks.yaml"), ids=lambda hook: hook["id"])
def test_a_hook_passes_on_clean_issues_and_fails_on_a_fault(hook: Any, workspace: Path) -> None:
    entry = shlex.join(shlex.split(hook["entry"]))
    assert run(entry, workspace).returncode == 0
    article = sorted((workspace / "issues" / "2026-11").glob("*.md"))[0]
    article.write_text(article.read_text("utf-8").replace('title = "', 'title = "，', 1) + f"\n{FAULT}\n" * 40, "utf-8")
    assert run(entry, workspace).returncode == 1
