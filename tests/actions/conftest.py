"""A workspace with an issue of three articles."""

from pathlib import Path

import pytest

from kjqb.workspace.workspace import Workspace

from ..workspaces import make


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make(tmp_path / "刊物")
