"""The whole round of an issue, in a fresh environment that holds kjqb and what it needs to run, and nothing else.

`python smoke.py [--lowest] PYTHON…`; `--lowest` installs the lowest versions that pyproject.toml allows. Needs nothing
but the standard library. Interpreters that are not at hand are told and left out; 1 where one fails, or none is there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).parents[2]
ARTICLE = "丁市推广保护性耕作\n\n全市实施保护性耕作五万亩。\n"
ROUND: tuple[tuple[str, ...], ...] = (
    ("--version",),
    ("init", "--title", "编排样刊", "--office", "样刊编辑部"),
    ("new", "2024-01", "--date", "2024-01-20"),
    ("add", "来稿.txt", "另稿.md"),
    ("list", "--json"),
    ("check", "--exit-zero"),
    ("build", "--force"),
    ("toc", "--check"),
    ("preview",),
    ("verify", "--manifest"),
    ("move", "2", "1"),
    ("remove", "1"),
    ("restore", "1"),
    ("export", "-f", "txt", "--encoding", "gb18030"),
)
MAY_FIND = frozenset({"build", "doctor"})
"""Commands that may end in 1: what they find does not matter here."""


def lowest() -> list[str]:
    """The lowest version of each run-time dependency, as pip's constraints say it."""
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert listed
    return [f"{name}=={version}" for name, version in re.findall(r'"([\w-]+)>=([\d.]+)', listed[1])]


def smoke(python: str, *, constraints: Sequence[str] = ()) -> str:
    """Run the round; the interpreter's version, and the versions that were installed."""
    with TemporaryDirectory(prefix="kjqb-smoke-") as name:
        folder = Path(name)
        environment = folder / "venv"
        _run([python, "-m", "venv", environment])
        inside = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
        (folder / "constraints.txt").write_text("\n".join(constraints))
        pip: tuple[str | Path, ...] = (inside, "-m", "pip", "--disable-pip-version-check")
        _run([*pip, "install", "--constraint", folder / "constraints.txt", PROJECT])
        root = folder / "刊物 甲"
        root.mkdir()
        (root / "来稿.txt").write_text(ARTICLE, "utf-8")
        (root / "另稿.md").write_text(f"# {ARTICLE}".replace("丁市", "戊市"), "utf-8")
        for line in ROUND:
            _run([inside, "-m", "kjqb", *line], cwd=root, codes={0, 1} if line[0] in MAY_FIND else {0})
        version = _run([inside, "-c", "import platform; print(platform.python_version())"]).strip()
        installed = _run([*pip, "list", "--format", "freeze"]).split()
        return (
            f"Python {version}: {', '.join(each for each in installed if not each.startswith(('pip=', 'setuptools=')))}"
        )


def _run(
    line: Sequence[str | Path], *, cwd: Path | None = None, codes: frozenset[int] | set[int] = frozenset({0})
) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ended = subprocess.run(line, cwd=cwd, env=env, capture_output=True, check=False, encoding="utf-8", errors="replace")
    if ended.returncode not in codes:
        print(ended.stdout, ended.stderr, sep="\n")
        raise SystemExit(f"failed with {ended.returncode}: {' '.join(map(str, line))}")
    return ended.stdout


def _is_there(python: str) -> bool:
    try:
        return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def main(arguments: Sequence[str]) -> int:
    """Run for each interpreter that is named."""
    constraints = lowest() if "--lowest" in arguments else ()
    pythons = [each for each in arguments if each != "--lowest"] or [sys.executable]
    ran = 0
    for python in pythons:
        if not _is_there(python):
            print(f"{python}: not at hand, left out")
            continue
        print(f"{len(ROUND)} commands on {smoke(python, constraints=constraints)}", flush=True)
        ran += 1
    return 0 if ran else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
