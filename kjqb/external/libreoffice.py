"""LibreOffice, which checks what kjqb computes and reads old Word files; nothing that kjqb makes needs it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from kjqb.errors import KjqbError, ToolMissingError, Where

SECONDS = 60
SECONDS_A_FILE = 10
"""Time limit of one call: the first for the start, the second for each file."""


_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
"""Of a profile in which no macro runs, and no document reads another that it links to, near or far."""


class RenderingError(KjqbError):
    """LibreOffice did not make what it was asked for, or not in time."""

    slug = "rendering-failed"


class TooSlowError(RenderingError):
    """LibreOffice was not done in time."""

    slug = "rendering-too-slow"


class NotConvertedError(KjqbError):
    """A document that LibreOffice cannot read, or not in time."""

    slug = "not-converted"

    def __init__(self, name: str, *, timed_out: bool) -> None:
        what = "LibreOffice在时限内没有转换完这个文件" if timed_out else "LibreOffice读不出这个文件"
        hint = "确认文件完整、没有密码；用Word或WPS打开，另存为docx，再导入"
        super().__init__(what, where=Where(name), hint=hint)


def find() -> Path:
    """The program's path; raises ToolMissingError when it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise ToolMissingError(
            "没有找到LibreOffice（soffice）",
            hint="核对页码、导入doc和wps才用得上它；在Debian、Ubuntu上用“apt-get install libreoffice-writer-nogui”安装",
        )
    return Path(found)


def version(soffice: Path) -> str:
    """What the program says of itself, such as `LibreOffice 7.4.7.2`."""
    said = subprocess.run([soffice, "--version"], capture_output=True, text=True, timeout=SECONDS, check=False).stdout
    return " ".join(said.split()[:2])


def convert(  # noqa: PLR0913 - the program's options
    soffice: Path,
    files: Sequence[Path],
    kind: str,
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    seconds: float | None = None,
    filtered: str | None = None,
) -> tuple[Path, ...]:
    """Convert files in one call to `pdf`, `fodt` and the like, into `folder`; the results in the order of the files.

    The program runs with a profile of its own, so that neither its settings nor another instance matter. Raises
    RenderingError when a result is missing or empty, or the time limit is over: `seconds`, which are a minute and ten
    more for each file unless stated. `filtered` is the program's name for the reader to use, which it finds unless
    stated.
    """
    limit = SECONDS + SECONDS_A_FILE * len(files) if seconds is None else seconds
    results = tuple(folder / f"{file.stem}.{kind}" for file in files)
    for result in results:
        result.unlink(missing_ok=True)
    with TemporaryDirectory(prefix="kjqb-soffice-", ignore_cleanup_errors=True) as profile:
        _settle(Path(profile))
        command: list[str | Path] = [
            soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore",
            *([f"--infilter={filtered}"] if filtered else []),
            "--convert-to", kind, "--outdir", folder.absolute(), *(file.absolute() for file in files),
        ]  # fmt: skip
        ended = _run(command, limit, {**os.environ, **(environment or {})})
    missing = [result.name for result in results if not result.exists() or not result.stat().st_size]
    if missing:
        crashed = f"（异常结束，返回{ended}）" if ended else ""
        hint = "用“kjqb doctor”查看LibreOffice能否运行，并检查磁盘空间"
        raise RenderingError(f"LibreOffice没有生成{'、'.join(missing)}{crashed}", hint=hint)
    return results


def to_docx(data: bytes, suffix: str, filtered: str, name: str, *, seconds: float = SECONDS) -> bytes:
    """A text document of an older or foreign format as the bytes of a .docx file.

    `suffix` ends the names of such files; `filtered` is the program's name for its reader of the format, without which
    it would take what it cannot read for plain text. No macro runs, and nothing that the document links to is read.
    Raises ToolMissingError, and NotConvertedError when the program cannot read the file or is not done in time; `name`
    is how messages call the file.
    """
    try:
        soffice = find()
    except ToolMissingError as error:
        hint = f"用Word或WPS打开，另存为docx，再导入；或安装LibreOffice：{error.hint}"
        raise ToolMissingError("没有找到LibreOffice，读不出这种格式", where=Where(name), hint=hint) from None
    with TemporaryDirectory(prefix="kjqb-convert-", ignore_cleanup_errors=True) as folder:
        received = Path(folder, f"received{suffix}")
        received.write_bytes(data)
        try:
            (made,) = convert(soffice, [received], "docx", Path(folder), seconds=seconds, filtered=filtered)
        except RenderingError as error:
            raise NotConvertedError(name, timed_out=isinstance(error, TooSlowError)) from error
        return made.read_bytes()


def _settle(profile: Path) -> None:
    """Write the settings into a profile that is still empty."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir()
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (user / "registrymodifications.xcu").write_text(f"{head}{items}</oor:items>", "utf-8")


def _run(command: Sequence[str | Path], limit: float, environment: Mapping[str, str]) -> int:
    """Run the program in a group of its own, which ends with it: what is called soffice only starts another one.

    Returns what it ended with. Raises RenderingError after so many seconds.
    """
    running = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        return running.wait(limit)
    except subprocess.TimeoutExpired:
        hint = "稍后再试，或用“kjqb doctor”查看LibreOffice能否运行"
        raise TooSlowError(f"LibreOffice在{limit:g}秒内没有完成", hint=hint) from None
    finally:
        if running.returncode is None:
            _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.wait()
