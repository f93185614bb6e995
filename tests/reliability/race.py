"""Many writers and readers at a time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from kjqb.model.issue import IssueId
from kjqb.workspace.workspace import Workspace

from ..workspaces import THREE, article, issue, make
from .figures import Figure
from .processes import FOLDERS, command, ended, forked, run

FIRST = IssueId(2024, 1)
WRITERS = 16
TEXT = "{title}市推广保护性耕作\n\n全市实施五万亩。\n"


def parallel_adds() -> Figure:
    """Sixteen programs add an article each, at once."""
    with TemporaryDirectory(prefix="kjqb-race-", dir=FOLDERS) as name:
        root = Path(name)
        make(root, {"kjqb.toml": THREE["kjqb.toml"], "issues/2024-01/issue.toml": issue(1)})
        for rank in range(WRITERS):
            (root / f"{rank}.txt").write_text(TEXT.format(title=chr(0x4E00 + rank)), "utf-8")
        line = [sys.executable, "-m", "kjqb", "add"]
        writers = [subprocess.Popen([*line, f"{rank}.txt"], cwd=root, stdout=-3, stderr=-3) for rank in range(WRITERS)]
        codes = [writer.wait() for writer in writers]
        workspace = Workspace(root, root)
        articles = workspace.issue(FIRST).articles
        held = len({each.title.text for each in articles})
        files = len(list((root / "issues/2024-01").glob("*.md")))
        whole = codes == [0] * WRITERS and files == held == len(articles)
    return Figure("同时“kjqb add”16个进程，16篇全部在册、次序无缺", WRITERS, held if whole else 0)


def steady_readers(commits: int) -> Figure:
    """A writer changes three files and their order, again and again; readers must always see one state."""
    with TemporaryDirectory(prefix="kjqb-race-", dir=FOLDERS) as name:
        root = Path(name)
        workspace = make(root / "刊物")
        pids = [forked(partial(_read, workspace, root / str(rank))) for rank in range(2)]
        writer = forked(lambda: _write(workspace, commits))
        code = ended(writer, time.monotonic()).code
        (root / "end").touch()
        codes = [ended(pid, time.monotonic()).code for pid in pids]
        reads = [json.loads((root / str(rank)).read_text()) for rank in range(2)] if codes == [0, 0] else [[0, 1, 0]]
    tried, mixed, states = (sum(each) for each in zip(*reads, strict=True))
    assert code == 0
    return Figure("边写边读，读到的总是同一状态", tried, tried - mixed, f"{commits}次写入，读者看到{states}个状态")


def _write(workspace: Workspace, commits: int) -> int:
    folder = workspace.folder(FIRST)
    for commit in range(commits):
        names = ["甲.md", "乙.md", "丙.md"]
        texts = {folder / name: article(f"{name[0]}题{commit}") for name in names}
        order = names[commit % 3 :] + names[: commit % 3]
        with workspace.locked():
            workspace.write_all({**texts, folder / "issue.toml": issue(1, *order)})
    return 0


def _read(workspace: Workspace, told: Path) -> int:
    reads, mixed, states = 0, 0, set()
    while not (told.parent / "end").exists():
        titles = [each.title.text for each in workspace.issue(FIRST).articles]
        numbers = {title[2:] for title in titles}
        first = "甲乙丙"[int(titles[0][2:] or 0) % 3]
        reads += 1
        mixed += len(numbers) != 1 or titles[0][0] != first
        states.add(titles[0])
    told.write_text(json.dumps([reads, mixed, len(states)]))
    return 0


def two_builds(rounds: int) -> Figure:
    """Two builds with different times in their documents, at once: what stands there afterwards is of one of them."""
    held = 0
    with TemporaryDirectory(prefix="kjqb-race-", dir=FOLDERS) as name:
        root = Path(name)
        make(root, THREE)
        epochs = ("1000000000", "1700000000")
        alone = {epoch: _built(root, epoch) for epoch in epochs}
        for _ in range(rounds):
            pids = [forked(_build(root, epoch)) for epoch in epochs]
            codes = {ended(pid, time.monotonic()).code for pid in pids}
            verified = run(root, "verify", "--manifest").code
            held += codes == {0} and verified == 0 and _products(root) in alone.values()
    return Figure("同时“kjqb build”两次，产品不混杂", rounds, held)


def _build(root: Path, epoch: str):
    def act() -> int:
        os.environ["SOURCE_DATE_EPOCH"] = epoch
        return command(root, "build", "--force")() & ~1  # findings do not matter here

    return act


def _built(root: Path, epoch: str) -> dict[str, str]:
    assert ended(forked(_build(root, epoch)), time.monotonic()).code == 0
    return _products(root)


def _products(root: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (root / "dist").rglob("*") if path.is_file()}


def figures(*, commits: int = 300, rounds: int = 20) -> tuple[Figure, ...]:
    """All of it."""
    return (parallel_adds(), steady_readers(commits), two_builds(rounds))
