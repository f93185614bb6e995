"""The editions of the golden issues are those that a person has read and committed."""

from pathlib import Path

import pytest

from tests.golden.made import WORKSPACES, editions


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda path: path.name)
def test_the_editions_are_the_committed_ones(workspace: Path):
    made = dict(editions(workspace))
    expected = {file.name: file.read_text("utf-8") for file in (workspace / "expected").iterdir()}
    assert made.keys() == expected.keys()
    for name, text in expected.items():
        assert made[name] == text, name


def test_there_are_golden_issues():
    assert [workspace.name for workspace in WORKSPACES] == ["new_page", "run_on"]
