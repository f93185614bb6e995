"""LibreOffice, which checks what kjqb computes; nothing that kjqb makes needs it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kjqb.errors import KjqbError, ToolMissingError

SECONDS = 60
SECONDS_A_FILE = 10
"""Time limit of one call: the first for the start, the second for each file."""


class RenderingError(KjqbError):
    """LibreOffice did not make what it was asked for, or not in time."""

    slug = "rendering-failed"


def find() -> Path:
    """The program's path; raises ToolMissingError when it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise ToolMissingError(
            "没有找到LibreOffice（soffice）",
            hint="核对页码才用得上它；在Debian、Ubuntu上用“apt-get install libreoffice-writer-nogui”安装",
        )
    return Path(found)


def version(soffice: Path) -> str:
    """What the program says of itself, such as `LibreOffice 7.4.7.2`."""
    said = subprocess.run([soffice, "--version"], capture_output=True, text=True, timeout=SECONDS, check=False).stdout
    return " ".join(said.split()[:2])


def convert(
    soffice: Path, files: Sequence[Path], kind: str, folder: Path, *, environment: Mapping[str, str] | None = None
) -> tuple[Path, ...]:
    """Convert files in one call to `pdf`, `fodt` and the like, into `folder`; the results in the order of the files.

    The program runs with a profile of its own, so that neither its settings nor another instance matter. Raises
    RenderingError when a result is missing or the time limit (a minute, and ten seconds a file) is over.
    """
    limit = SECONDS + SECONDS_A_FILE * len(files)
    with TemporaryDirectory(prefix="kjqb-soffice-") as profile:
        command: list[str | Path] = [
            soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore",
            "--convert-to", kind, "--outdir", folder, *files,
        ]  # fmt: skip
        try:
            subprocess.run(
                command, capture_output=True, timeout=limit, check=False, env={**os.environ, **(environment or {})}
            )
        except subprocess.TimeoutExpired:
            raise RenderingError(
                f"LibreOffice在{limit}秒内没有完成", hint="稍后再试，或先关闭其他LibreOffice窗口"
            ) from None
    results = tuple(folder / f"{file.stem}.{kind}" for file in files)
    missing = [result.name for result in results if not result.exists()]
    if missing:
        raise RenderingError(f"LibreOffice没有生成{'、'.join(missing)}", hint="用“kjqb doctor”查看LibreOffice能否运行")
    return results
