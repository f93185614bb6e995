"""Speed, as ratios of whole processes run in turn and of work done in this one. Run with `make bench`.

A ratio of two commands run A B A B … hardly depends on the machine, so it can be compared between machines and days;
the seconds beside it are those of this machine.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kjqb.external import libreoffice
from kjqb.layout.lay_out import lay_out
from kjqb.layout.target import Target
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue
from kjqb.workspace.workspace import Workspace
from tests import bench_check, bench_docx, bench_search

ROOT = Path(__file__).parents[1]
ROUNDS = 9
TIMES = 100
FILES = 11
KJQB = (str(Path(sys.executable).with_name("kjqb")),)
CLICK = (sys.executable, "-c", "import click")


def main() -> None:
    """Measure and print everything."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "workspace"
        copy.mkdir()
        shutil.copy(ROOT / "kjqb.toml", copy)
        shutil.copytree(ROOT / "issues", copy / "issues")
        workspace = Workspace.find(copy)
        newest = str(workspace.newest())
        print(f"{ROUNDS} rounds, median (least to most); the sample issue {newest}")
        pair("kjqb --version", (*KJQB, "--version"), "import click", CLICK, copy)
        pair("kjqb check", (*KJQB, "check", newest), "import click", CLICK, copy, kept=False)
        pair("kjqb check again", (*KJQB, "check", newest), "import click", CLICK, copy)
        pair("kjqb build", (*KJQB, "build", newest), "import click", CLICK, copy)
        issue, bulletin = workspace.issue(workspace.newest()), workspace.bulletin()
        bench_check.main(workspace)
        bench_docx.main()
        for target in Target:
            alone(f"layout, target {target.value}", partial(lay_out, issue, bulletin, target))
            growth(issue, bulletin, target)
        if shutil.which("soffice"):
            against_libreoffice(copy, issue, bulletin)
        else:
            print("LibreOffice is not installed: not compared")
    bench_search.main()


def pair(
    name: str, command: Sequence[str], other: str, base: Sequence[str], folder: Path, *, kept: bool = True
) -> None:
    """Run two commands in turn and print the ratio of their times; `kept` leaves what checks keep of earlier ones."""
    times = []
    for _ in range(ROUNDS + 1):
        if not kept:
            shutil.rmtree(folder / ".kjqb" / "check", ignore_errors=True)
        times.append((seconds(command, folder), seconds(base, folder)))
    del times[0]
    ratios = [one / two for one, two in times]
    print(f"  {name}: {spread([one for one, _ in times])} s, {spread(ratios)} times `{other}`")


def alone(name: str, work: Callable[[], object]) -> None:
    """Time work in this process, warm, by the processor's clock, which runs for this process alone."""
    times = [timed(work, time.process_time) * 1000 for _ in range(ROUNDS + 1)]
    print(f"  {name}: {spread(times[1:])} ms")


def growth(issue: Issue, bulletin: Bulletin, target: Target) -> None:
    """Time and memory a page of the issue and of one of a hundred times its articles."""
    many = replace(issue, articles=issue.articles * TIMES)
    ratios, pages = [], 0
    for _ in range(3):
        costs = []
        for one in (issue, many):
            start = time.process_time()
            pages = len(lay_out(one, bulletin, target).pages)
            costs.append((time.process_time() - start) / pages)
        ratios.append(costs[1] / costs[0])
    memory = [peak(one, bulletin, target) for one in (issue, many)]
    print(f"    of {pages} pages: {spread(ratios)} times the time a page, {memory[1] / memory[0]:.2f} times the memory")


def peak(issue: Issue, bulletin: Bulletin, target: Target) -> float:
    """Most bytes that Python holds at once while an issue is laid out, a page."""
    tracemalloc.start()
    pages = len(lay_out(issue, bulletin, target).pages)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / pages


def against_libreoffice(folder: Path, issue: Issue, bulletin: Bulletin) -> None:
    """The way to pages and numbers beside LibreOffice's on the very file that kjqb makes of the issue.

    As whole processes, and within one: what LibreOffice takes for each further file of a call.
    """
    edition = next((folder / "dist" / str(issue.id)).glob("*.docx"))
    copies = [Path(shutil.copy(edition, folder / f"{rank}.docx")) for rank in range(FILES)]
    soffice = libreoffice.find()
    whole, within = [], []
    for _ in range(3):
        ours = seconds((*KJQB, "toc", str(issue.id)), folder)
        one = timed(partial(libreoffice.convert, soffice, copies[:1], "pdf", folder))
        more = timed(partial(libreoffice.convert, soffice, copies, "pdf", folder))
        layout = timed(partial(lay_out, issue, bulletin, Target.LIBREOFFICE))
        whole.append(one / ours)
        within.append((more - one) / (FILES - 1) / layout)
    print(f"  LibreOffice, the same docx to pdf: {spread(whole)} times `kjqb toc`; in process {spread(within)} times")


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds by a clock that work in this process takes."""
    start = clock()
    work()
    return clock() - start


def seconds(command: Sequence[str], folder: Path) -> float:
    """How long a command takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def spread(values: Sequence[float]) -> str:
    """The median, and the least and the most."""
    return f"{statistics.median(values):.3g} ({min(values):.3g} to {max(values):.3g})"


if __name__ == "__main__":
    main()
