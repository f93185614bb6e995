"""Running kjqb in tests: in this process, or as the real program where pipes and exit codes matter."""

import os
import subprocess
import sys
from collections.abc import Mapping
from inspect import signature
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from kjqb.cli.program import root

_APART: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
RUNNER = CliRunner(**_APART)
"""Keeps the streams apart, which click before 8.2 does only when asked."""

KJQB = (sys.executable, "-m", "kjqb")


def kjqb(*line: str, env: Mapping[str, str] | None = None, stdin: str | bytes | None = None) -> Result:
    """Run a command line in this process."""
    return RUNNER.invoke(root, line, env=env, input=stdin)


def run(*line: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real program, its streams in pipes."""
    return subprocess.run(
        [*KJQB, *line],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
