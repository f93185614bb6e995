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
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from kjqb.external import libreoffice
from kjqb.layout.lay_out import lay_out
from kjqb.layout.target import Target
from kjqb.workspace.workspace import Workspace

ROOT = Path(__file__).parents[1]
ROUNDS = 9
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
        pair("kjqb check", (*KJQB, "check", newest), "import click", CLICK, copy)
        pair("kjqb build", (*KJQB, "build", newest), "import click", CLICK, copy)
        issue, bulletin = workspace.issue(workspace.newest()), workspace.bulletin()
        for target in Target:
            alone(f"layout, target {target.value}", partial(lay_out, issue, bulletin, target))
        if shutil.which("soffice"):
            against_libreoffice(copy, newest)
        else:
            print("LibreOffice is not installed: not compared")


def pair(name: str, command: Sequence[str], other: str, base: Sequence[str], folder: Path) -> None:
    """Run two commands in turn and print the ratio of their times."""
    times = [(seconds(command, folder), seconds(base, folder)) for _ in range(ROUNDS + 1)][1:]
    ratios = [one / two for one, two in times]
    print(f"  {name}: {spread([one for one, _ in times])} s, {spread(ratios)} times `{other}`")


def alone(name: str, work: Callable[[], object]) -> None:
    """Time work in this process, warm."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    print(f"  {name}: {spread(times[1:])} ms")


def against_libreoffice(folder: Path, issue: str) -> None:
    """The month's build beside LibreOffice's conversion of the very file that it made."""
    edition = next((folder / "dist" / issue).glob("*.docx"))
    soffice = libreoffice.find()
    ratios, conversions = [], []
    for _ in range(3):
        build = seconds((*KJQB, "build", issue), folder)
        start = time.perf_counter()
        libreoffice.convert(soffice, [edition], "pdf", folder)
        conversions.append(time.perf_counter() - start)
        ratios.append(conversions[-1] / build)
    print(f"  LibreOffice, the same docx to pdf: {spread(conversions)} s, {spread(ratios)} times `kjqb build`")


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
