"""Kill -9 at random moments, and before every single step that changes the file system."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..images import PNG
from ..workspaces import article, issue
from .figures import Figure
from .processes import FOLDERS, command, ended, forked, run

SEED = 20240120
_STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.link"})
"""Audited events that may change the file system."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

BACK_ISSUE = """\
编排样刊
2023年第12期
样刊编辑部

★甲市建成平台……2
★乙县推广良种……2

甲市建成平台
平台面向全市开放，仪器设备集中登记。
乙县推广良种
全县种植良种五万亩。
电话：0000
"""

FILES: dict[str, str | bytes] = {
    "kjqb.toml": 'format = 1\n\n[bulletin]\ntitle = "编排样刊"\noffice = "样刊编辑部"\n\n[check]\nselect = ["P101"]\n',
    "issues/2024-01/issue.toml": issue(1, "甲.md", "乙.md", "丙.md"),
    "issues/2024-01/甲.md": article("甲题", "第一,第二。\n"),
    "issues/2024-01/乙.md": article("乙题", "第一,第二。\n\n![图](images/a.png)\n"),
    "issues/2024-01/丙.md": article("丙题", "第一,第二。\n"),
    "issues/2024-01/images/a.png": PNG,
    "来稿/丁.txt": "丁市推广保护性耕作\n\n全市实施五万亩。\n",
    "来稿/戊.md": "# 戊县办起夜校\n\n夜校免费。\n\n![图](a.png)\n",
    "来稿/a.png": PNG,
    "来稿/旧刊.txt": BACK_ISSUE,
}


@dataclass(frozen=True)
class Operation:
    """A command that writes, and those that must have run before it."""

    line: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        return " ".join(word for word in self.line if "/" not in word)


OPERATIONS = (
    Operation(("add", "来稿/丁.txt", "来稿/戊.md")),
    Operation(("import", "来稿/旧刊.txt")),
    Operation(("new", "2024-02")),
    Operation(("move", "1", "3")),
    Operation(("remove", "2")),
    Operation(("restore", "1"), before=(("remove", "2"),)),
    Operation(("check", "--fix", "--unsafe-fixes")),
    Operation(("check", "--add-ignores", "照录原文")),
    Operation(("toc", "--write")),
    Operation(("build", "--force")),
)

State = dict[str, bytes]


class LostError(Exception):
    """A kill after which something was lost, mixed or left over."""


def state(root: Path) -> State:
    """Every file that an editor would miss: sources, products and trash; leftovers of killed writers are none."""
    found = (path for path in root.rglob("*") if path.is_file() and not _is_ours(path.relative_to(root)))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found)}


def leftovers(root: Path) -> list[str]:
    """What killed writers have left and nobody has cleaned up."""
    names = [path.relative_to(root).as_posix() for path in root.rglob(".kjqb-*")]
    return names + [name for name in (".kjqb/journal.json", ".kjqb/writing") if (root / name).exists()]


def _is_ours(path: Path) -> bool:
    own = path.parts[0] == ".kjqb" and path.parts[1] != "trash"
    return own or any(part.startswith(".kjqb-") for part in path.parts)


@dataclass(frozen=True)
class Prepared:
    """An operation with the states that it leads from and to."""

    operation: Operation
    template: Path
    old: State
    new: State
    seconds: float

    @classmethod
    def of(cls, operation: Operation, folder: Path) -> Prepared:
        """Run it once to its end."""
        template, trial = folder / "vorher", folder / "nachher"
        for name, content in FILES.items():
            path = template / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        for line in operation.before:
            assert run(template, *line).code == 0, line
        shutil.copytree(template, trial)
        outcome = run(trial, *operation.line)
        assert outcome.code in {0, 1}, (operation, outcome)
        old, new = state(template), state(trial)
        assert old != new, operation
        shutil.rmtree(trial)
        return cls(operation, template, old, new, outcome.seconds)

    def judge(self, root: Path) -> str:
        """Whether all is old or all is new once a reader has come by, and nothing is left once a writer has."""
        mixed = [
            name for name, content in state(root).items() if content not in {self.old.get(name), self.new.get(name)}
        ]
        if mixed:
            raise LostError(f"{self.operation.name}: not whole: {mixed}")
        if run(root, "list", "--all", "--json").code:
            raise LostError(f"{self.operation.name}: cannot be read")
        found = state(root)
        if found not in (self.old, self.new):
            raise LostError(f"{self.operation.name}: neither old nor new: {sorted(found)}")
        if run(root, "move", "1", "1", "--issue", "2024-01").code:
            raise LostError(f"{self.operation.name}: cannot be written")
        if state(root) != found or leftovers(root):
            raise LostError(f"{self.operation.name}: not cleaned up: {leftovers(root)}")
        return "old" if found == self.old else "new"


def random_kills(kills: int, seed: int = SEED) -> Figure:
    """Kill at moments spread evenly over the time that each operation takes."""
    dice = random.Random(seed)

    def killed(prepared: Prepared, root: Path) -> bool:
        started = time.monotonic()
        pid = forked(command(root, *prepared.operation.line))
        time.sleep(dice.uniform(0, prepared.seconds))
        os.kill(pid, signal.SIGKILL)
        return ended(pid, started).code is None

    ends, struck = {"old": 0, "new": 0}, 0
    with TemporaryDirectory(prefix="kjqb-crash-", dir=FOLDERS) as name:
        folder = Path(name)
        prepared = [Prepared.of(each, folder / str(rank)) for rank, each in enumerate(OPERATIONS)]
        rank = 0
        while struck < kills:
            each = prepared[rank % len(prepared)]
            rank += 1
            root = folder / "刊物"
            shutil.copytree(each.template, root)
            if killed(each, root):
                struck += 1
                ends[each.judge(root)] += 1
            shutil.rmtree(root)
    remark = f"{len(OPERATIONS)}种写入命令；停在旧状态{ends['old']}次，新状态{ends['new']}次"
    return Figure("随机时刻强行终止（SIGKILL）后没有丢失、混杂", struck, sum(ends.values()), remark)


def kills_at_every_step(operations: tuple[Operation, ...] = OPERATIONS) -> Figure:
    """Kill before the first, the second … step that changes the file system, until the operation gets through."""
    ends = {"old": 0, "new": 0}
    with TemporaryDirectory(prefix="kjqb-crash-", dir=FOLDERS) as name:
        for rank, operation in enumerate(operations):
            folder = Path(name) / str(rank)
            prepared = Prepared.of(operation, folder)
            for end in _at_every_step(prepared, folder / "刊物"):
                ends[end] += 1
    tried = sum(ends.values())
    remark = f"{len(operations)}种写入命令的每一步；停在旧状态{ends['old']}次，新状态{ends['new']}次"
    return Figure("在每个文件操作之前强行终止后没有丢失、混杂", tried, tried, remark)


def _at_every_step(prepared: Prepared, root: Path) -> Iterator[str]:
    step = 0
    while True:
        shutil.copytree(prepared.template, root)
        started = time.monotonic()
        outcome = ended(forked(_killed_at(step, command(root, *prepared.operation.line), root)), started)
        if outcome.code is not None:
            shutil.rmtree(root)
            return
        yield prepared.judge(root)
        shutil.rmtree(root)
        step += 1


def _killed_at(step: int, act: Callable[[], int], root: Path) -> Callable[[], int]:
    """What kills itself before the step of that number (from 0) within the workspace."""

    def watched() -> int:
        left = step

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event not in _STEPS or not _is_within(root, arguments):
                return
            if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
                return
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        return act()

    return watched


def _is_within(root: Path, arguments: tuple[object, ...]) -> bool:
    path = arguments[0]
    return isinstance(path, str | bytes | os.PathLike) and (root / os.fsdecode(path)).is_relative_to(root)


def figures(*, kills: int) -> tuple[Figure, ...]:
    """All of it."""
    return (random_kills(kills), kills_at_every_step())
