"""Calls of soffice: whatever it does, there is a whole result or an error, and nothing goes on running."""

import os
import shutil
import stat
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kjqb.errors import ExitCode, ToolMissingError
from kjqb.external import fonts, libreoffice
from kjqb.external.libreoffice import RenderingError, convert

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs of these tests are scripts")


def program(folder: Path, script: str) -> Path:
    """A soffice that does what the script says, with OUT for the output folder and FILES for the rest."""
    head = f"#!{sys.executable}\nimport os, subprocess, sys, time\nfrom pathlib import Path\n"
    head += "at = sys.argv.index('--outdir')\nOUT, FILES = Path(sys.argv[at + 1]), list(map(Path, sys.argv[at + 2:]))\n"
    path = folder / "soffice"
    path.write_text(head + script, "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_results_come_in_the_order_of_the_files(tmp_path: Path):
    soffice = program(tmp_path, "for file in reversed(FILES): (OUT / (file.stem + '.pdf')).write_text(file.name)")
    results = convert(soffice, [Path("乙 期.docx"), Path("甲.docx")], "pdf", tmp_path)
    assert [result.read_text() for result in results] == ["乙 期.docx", "甲.docx"]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("", "没有生成a.pdf"),
        ("(OUT / 'a.pdf').write_text('')", "没有生成a.pdf"),
        ("sys.exit(81)", "没有生成a.pdf（异常结束，返回81）"),
        ("os.kill(os.getpid(), 11)", "异常结束，返回-11"),
    ],
    ids=["missing", "empty", "failed", "crashed"],
)
def test_a_result_that_is_not_there_is_an_error(tmp_path: Path, script: str, told: str):
    with pytest.raises(RenderingError, match=told):
        convert(program(tmp_path, script), [Path("a.docx")], "pdf", tmp_path)


def test_an_older_result_does_not_pass_for_the_new_one(tmp_path: Path):
    (tmp_path / "a.pdf").write_text("of yesterday")
    with pytest.raises(RenderingError):
        convert(program(tmp_path, ""), [Path("a.docx")], "pdf", tmp_path)


def test_at_the_time_limit_all_that_was_started_ends(tmp_path: Path):
    sign = tmp_path / "alive"
    child = f"import time; time.sleep(2); open({str(sign)!r}, 'w')"
    soffice = program(tmp_path, f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)")
    with pytest.raises(RenderingError, match="在1秒内没有完成"):
        convert(soffice, [Path("a.docx")], "pdf", tmp_path, seconds=1)
    time.sleep(2.5)
    assert not sign.exists()


def test_a_missing_program_is_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolMissingError) as caught:
        libreoffice.find()
    assert caught.value.exit_code is ExitCode.TOOL_MISSING
    assert "apt-get install" in caught.value.hint


def test_a_missing_font_is_told_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    listing = tmp_path / "fc-list"
    listing.write_text("#!/bin/sh\necho 'Liberation Serif'\necho 'AR PL KaitiM GB,文鼎ＰＬ简中楷'\n")
    listing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    with pytest.raises(ToolMissingError, match=r"AR PL SungtiL GB$"):
        fonts.require()


@pytest.mark.oracle
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_two_calls_at_once_in_folders_with_blanks_do_not_disturb_each_other(tmp_path: Path):
    folders = [tmp_path / name for name in ("甲 期", "乙 期")]
    for folder in folders:
        folder.mkdir()
        (folder / "简 报.txt").write_text(folder.name, "utf-8")
    with ThreadPoolExecutor() as pool:
        found = list(
            pool.map(lambda folder: convert(libreoffice.find(), [folder / "简 报.txt"], "fodt", folder), folders)
        )
    assert [folder.name in result.read_text("utf-8") for folder, (result,) in zip(folders, found, strict=True)] == [
        True,
        True,
    ]
