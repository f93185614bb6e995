"""Try everything, or the parts that are named, and print the figures; all of it writes docs/reliability.md."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from pathlib import Path

from . import crash, fuzz, hostile, race, reproducible
from .figures import Figure

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"

HEAD = """\
<!-- 本页由 make reliability 生成，请勿手工修改 -->

# 可靠性：试过什么，结果如何

下面的数字是“make reliability”在{where}上打印的；承诺了什么、没有承诺什么，见[SECURITY.md](../SECURITY.md)。

| 试验 | 次数 | 符合约定 | 说明 |
|---|---|---|---|
"""

TAIL = """
## 怎样做到

- 写入：新内容先写在原文件旁边的临时文件里并落盘，再改名换入；一条命令要改几个文件的，先写日志.kjqb/journal.json，
  再逐个换入。在任何时刻被终止，下一条命令都会先收拾好：日志写成以前的，什么也没有发生；写成以后的，接着做完。
- 中断以后被手工改过的文件以手工改动为准，没有换入的版本放在.kjqb/trash/unfinished。
- 读取：不占锁；读的时候有别的命令写完了，就重新读，所以总是读到同一状态。
- 工作区以外的文件（“kjqb check --fix 文件…”）逐个换入：每个文件不是旧的就是新的，几个文件之间不保证一致。
"""


def _fuzzed() -> tuple[Figure, ...]:
    figures = []
    for name in fuzz.READERS:
        seen: list[int] = []
        fuzz.trial(name, 1000, seen)()
        figures.append(Figure(f"任意输入（hypothesis）：{name}", len(seen), len(seen), "读入，或以一条消息拒绝"))
    return tuple(figures)


PARTS: dict[str, Callable[[], tuple[Figure, ...]]] = {
    "crash": lambda: crash.figures(kills=200),
    "race": race.figures,
    "hostile": hostile.figures,
    "same": reproducible.figures,
    "fuzz": _fuzzed,
}


def main(names: list[str]) -> int:
    """1 where something did not hold."""
    figures: list[Figure] = []
    for name in names or PARTS:
        for figure in PARTS[name]():
            print(figure.row, flush=True)
            figures.append(figure)
    if not names:
        where = f"{platform.system()}、Python {platform.python_version()}"
        PAGE.write_text(HEAD.format(where=where) + "".join(f"{each.row}\n" for each in figures) + TAIL, "utf-8")
    return 0 if all(figure.has_held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
