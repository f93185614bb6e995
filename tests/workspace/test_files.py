"""Files: read as strict UTF-8, replaced whole or not at all, named after titles; and the lock."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb import limits
from kjqb.errors import ExitCode, KjqbError
from kjqb.workspace import files
from kjqb.workspace.file_names import MAX_BYTES, file_name, unused
from kjqb.workspace.files import (
    NotTextError,
    UnreadableError,
    UnwritableError,
    read_source,
    write_files,
    write_folder,
    write_text,
)
from kjqb.workspace.lock import LockedError, locked

from ..workspaces import where_permissions_bind


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_text_written_is_the_text_read(tmp_path_factory: pytest.TempPathFactory, text: str):
    path = tmp_path_factory.mktemp("f") / "甲.md"
    write_text(path, text, "甲.md")
    assert read_source(path, "甲.md").text == text


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_refused_with_a_place(data: bytes):
    try:
        text = files.decode_utf8(data, "甲.md")
    except NotTextError as error:
        assert error.where is not None  # noqa: PT017 - either outcome is right
        assert error.where.line is not None  # noqa: PT017
    else:
        assert text.encode() == data


@pytest.mark.parametrize(
    ("data", "place"),
    [("甲\n乙".encode() + b"\xff", "2:2"), ("甲\n".encode() + b"\0", "2:1"), ("中文".encode("gb18030"), "1:1")],
)
def test_what_is_no_utf8_text_is_refused_with_the_place_of_the_first_byte(tmp_path: Path, data: bytes, place: str):
    path = tmp_path / "甲.md"
    path.write_bytes(data)
    with pytest.raises(NotTextError) as caught:
        read_source(path, "甲.md")
    assert str(caught.value.where) == f"甲.md:{place}"
    assert (caught.value.exit_code, bool(caught.value.hint)) == (ExitCode.BAD_INPUT, True)


def test_a_folder_a_missing_file_and_a_pipe_are_refused(tmp_path: Path):
    os.mkfifo(tmp_path / "管道.md")
    for name, what in ((".", "文件夹"), ("无.md", "不存在"), ("管道.md", "不是普通文件")):
        with pytest.raises(UnreadableError, match=what):
            read_source(tmp_path / name, name)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path):
    with (tmp_path / "大.md").open("wb") as file:
        file.truncate(limits.TEXT.value + 1)
    with pytest.raises(UnreadableError, match="大于2 MB"):
        read_source(tmp_path / "大.md", "大.md")


def test_replacing_keeps_access_rights_and_leaves_nothing_behind(tmp_path: Path):
    path = tmp_path / "甲.md"
    path.write_text("旧")
    path.chmod(0o640)
    write_text(path, "新", "甲.md")
    assert (path.read_text(encoding="utf-8"), stat.S_IMODE(path.stat().st_mode)) == ("新", 0o640)
    assert [entry.name for entry in tmp_path.iterdir()] == ["甲.md"]


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "甲.md").write_text("旧")
    (tmp_path / "乙.md").symlink_to("甲.md")
    write_text(tmp_path / "乙.md", "新", "乙.md")
    assert (tmp_path / "乙.md").is_symlink()
    assert (tmp_path / "甲.md").read_text(encoding="utf-8") == "新"


def test_when_one_of_several_files_cannot_be_written_none_is(tmp_path: Path):
    (tmp_path / "甲.md").write_text("旧")
    (tmp_path / "文件").write_text("")
    wanted = {tmp_path / "甲.md": b"x", tmp_path / "文件" / "乙.md": b"x"}
    with pytest.raises(UnwritableError) as caught:
        write_files(wanted, {path: path.name for path in wanted})
    assert str(caught.value.where) == "乙.md"
    assert (tmp_path / "甲.md").read_text() == "旧"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted(["甲.md", "文件"])


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path):
    write_folder(tmp_path / "期" / "一", {"甲.md": "甲", "乙.md": "乙"}, "期/一")
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "期" / "一").iterdir()} == {
        "甲.md": "甲",
        "乙.md": "乙",
    }
    with pytest.raises(UnwritableError):
        write_folder(tmp_path / "期" / "一", {"丙.md": "丙"}, "期/一")
    assert [path.name for path in (tmp_path / "期").iterdir()] == ["一"]
    with pytest.raises(UnwritableError):
        write_folder(tmp_path / "期" / "二", {"甲.md": "甲", "乙" * 200: "乙"}, "期/二")
    assert [path.name for path in (tmp_path / "期").iterdir()] == ["一"]


@where_permissions_bind
def test_a_folder_that_is_read_only_is_an_error(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(UnwritableError, match="没有权限"):
        write_text(tmp_path / "甲.md", "甲", "甲.md")


def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new(tmp_path: Path):
    path = tmp_path / "甲.md"
    old, new = "旧" * 100_000, "新" * 100_000
    path.write_text(old, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from kjqb.workspace.files import write_text\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    write_text(Path(sys.argv[1]), '新' * 100000, 'x')\n"
        "    write_text(Path(sys.argv[1]), '旧' * 100000, 'x')\n"
    )
    for delay in (0.0, 0.003, 0.011):
        with subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            threading.Event().wait(delay)
            process.kill()
        assert path.read_text(encoding="utf-8") in {old, new}


def test_the_lock_keeps_the_second_writer_out_and_says_so(tmp_path: Path):
    path = tmp_path / ".kjqb" / "lock"
    script = (
        "import sys; from pathlib import Path; from kjqb.workspace.lock import locked\n"
        "with locked(Path(sys.argv[1]), 'lock'):\n    print('ready', flush=True)\n    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(LockedError, match="另一个kjqb正在写这个工作区") as caught, locked(path, "lock", wait=0.1):
            pass
        process.kill()
    assert "--wait" in caught.value.hint
    assert (caught.value.exit_code, caught.value.slug) == (ExitCode.BAD_INPUT, "locked")
    with locked(path, "lock", wait=5):
        pass


def test_a_lock_that_cannot_be_made_is_an_error(tmp_path: Path):
    (tmp_path / ".kjqb").write_text("")
    with pytest.raises(UnwritableError), locked(tmp_path / ".kjqb" / "lock", ".kjqb/lock"):
        pass


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("目次：与正文 逐条对应！", "目次与正文逐条对应.md"),
        ("“双千兆” 5G+工业互联网", "双千兆5G工业互联网.md"),
        ("../../etc/passwd", "etcpasswd.md"),
        ("？！", "文章.md"),
        ("", "文章.md"),
        ("CON", "文章CON.md"),
        ("a\0b\nc\u202ed", "abcd.md"),
    ],
)
def test_a_file_name_keeps_the_letters_of_a_title(title: str, name: str):
    assert file_name(title) == name


@given(st.text(max_size=200), st.lists(st.text("甲a", min_size=1, max_size=3).map(file_name), max_size=5))
def test_a_file_name_is_short_safe_and_new(title: str, taken: list[str]):
    name = file_name(title, taken)
    assert len(name.encode()) <= MAX_BYTES
    assert name.endswith(".md")
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith(".")
    assert name.lower() not in {each.lower() for each in taken}
    name.encode("utf-8")


def test_a_name_that_is_taken_gets_a_number():
    assert file_name("甲", ["甲.md", "甲-2.md"]) == "甲-3.md"
    assert file_name("A", ["a.md"]) == "A-2.md"
    assert unused("甲.md", ["乙.md"]) == "甲.md"


def test_every_error_of_files_is_told_in_chinese(tmp_path: Path):
    with pytest.raises(KjqbError) as caught:
        read_source(tmp_path / ("长" * 200), "长")
    assert caught.value.what.startswith("无法读取：")
