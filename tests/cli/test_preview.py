"""`kjqb preview`, also in a real terminal."""

import json
import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rich.cells import cell_len

from kjqb.errors import ExitCode

from .commands import KJQB, kjqb, run

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux, which gives a real terminal, is missing")


def rows(text: str) -> list[str]:
    return text.splitlines()


@pytest.mark.parametrize("columns", [60, 64, 66, 100, 200])
def test_in_a_pipe_all_lines_are_of_one_width_and_without_escapes(workspace: Path, columns: int):
    result = run("preview", env={"COLUMNS": str(columns)})
    assert result.returncode == ExitCode.OK
    assert "\x1b" not in result.stdout
    widths = {cell_len(row) for row in rows(result.stdout)}
    assert len(widths) == 1
    assert max(widths) <= columns


def test_one_page_or_the_pages_of_one_article(workspace: Path):
    assert "第1页" not in kjqb("preview", "--page", "2").stdout
    assert "第2页" in kjqb("preview", "--article", "2").stdout
    assert "封面" not in kjqb("preview", "--article", "2").stdout


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--page", "9"], "本期的页码从1到2"),
        (["--article", "3"], "本期有2篇文章"),
        (["--article", "0"], "超出范围"),
        (["--page", "x"], "不是整数"),
        (["--page", "1", "--article", "1"], "不能同时使用"),
    ],
)
def test_numbers_that_are_not_there_are_wrong_usage(workspace: Path, line: list[str], said: str):
    result = kjqb("preview", *line)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr


def test_a_spread_needs_room_and_says_so(workspace: Path):
    assert kjqb("preview", "--spread", env={"COLUMNS": "130"}).stderr == ""
    result = kjqb("preview", "--spread", env={"COLUMNS": "129"})
    assert "两页并排需要130列，终端只有129列，改为单页" in result.stderr
    assert result.exit_code == ExitCode.OK


def test_json_has_the_lines_of_every_page(workspace: Path):
    answer = json.loads(kjqb("preview", "--json").stdout)
    assert answer["schema"] == "kjqb.preview/1"
    assert [page["number"] for page in answer["pages"]] == [1, 2]
    assert "甲市建成科技资源共享平台" in answer["pages"][1]["lines"]


def test_page_numbers_without_slack_are_named_where_they_are_shown(tight: Path):
    assert "警告：第2篇“乙县推广保护性耕作”的页码只有" in kjqb("preview").stderr
    assert "警告：第2篇" in kjqb("preview", "--page", "2").stderr
    assert kjqb("preview", "--page", "1").stderr == ""
    assert kjqb("-q", "preview").stderr == ""


def test_colours_only_where_they_are_wanted(workspace: Path):
    assert "\x1b[1;31m" in run("--color", "always", "preview").stdout
    assert "\x1b" not in run("--color", "never", "preview").stdout


class Terminal:
    """A tmux session of our own, on a server of our own."""

    def __init__(self, folder: Path, columns: int, lines: int) -> None:
        self._tmux = ("tmux", "-f", os.devnull, "-S", str(folder / "tmux.socket"))
        size = ("-x", str(columns), "-y", str(lines))
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "screen-256color"}
        environment.pop("NO_COLOR", None)
        subprocess.run([*self._tmux, "new-session", "-d", *size, "sh"], check=True, env=environment)

    def shows(self, line: str, until: str, *, styled: bool = False) -> str:
        """Run a line, wait until the screen holds a text, and give what it shows."""
        subprocess.run([*self._tmux, "send-keys", line, "Enter"], check=True)
        for _ in range(100):
            time.sleep(0.1)
            screen = self._captured(*(["-e"] if styled else []))
            if until in screen:
                return screen
        raise AssertionError(screen)

    def waits(self, until: str) -> str:
        """Wait until the screen holds a text, and give what it shows."""
        for _ in range(100):
            time.sleep(0.1)
            screen = self._captured()
            if until in screen:
                return screen
        raise AssertionError(screen)

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], check=False)

    def _captured(self, *options: str) -> str:
        command = [*self._tmux, "capture-pane", "-p", *options]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.fixture
def terminal(tmp_path: Path, workspace: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path, 100, 40)
    yield opened
    opened.close()


def command(*line: str) -> str:
    """The command line, and a mark behind its output that is not in the command itself."""
    return f"clear; {shlex.join([*KJQB, *line])}; echo 'rc='$?"


@needs_tmux
def test_in_a_real_terminal_the_frame_lines_up(terminal: Terminal):
    screen = terminal.shows(command("preview", "--page", "2"), "rc=0")
    page = [row for row in rows(screen) if row[:1] in "┌│└" and row]
    assert len(page) == 25
    assert {cell_len(row) for row in page} == {66}
    assert all(row[-1] in "┐│┘" for row in page)


@needs_tmux
def test_in_a_real_terminal_titles_are_bold_and_the_masthead_red(terminal: Terminal):
    screen = terminal.shows(command("preview", "--page", "1"), "rc=0", styled=True)
    masthead = next(row for row in rows(screen) if "样刊" in row)
    assert "\x1b[1m" in masthead
    assert "\x1b[31m" in masthead


@needs_tmux
def test_no_color_leaves_a_real_terminal_plain(terminal: Terminal):
    screen = terminal.shows("NO_COLOR=1; export NO_COLOR; " + command("preview", "--page", "1"), "rc=0", styled=True)
    assert "\x1b[31m" not in screen
    assert "\x1b[1m" not in screen


@needs_tmux
def test_what_is_watched_is_shown_again_when_it_is_saved(terminal: Terminal, workspace: Path):
    article = next(path for path in sorted(workspace.rglob("*.md")) if "甲市" in path.name)
    terminal.shows(f"clear; {shlex.join([*KJQB, 'preview', '--page', '2', '--watch'])}", "第2页")
    article.write_text(article.read_text("utf-8").replace("甲市", "丙市"), "utf-8")
    assert "丙市" in terminal.waits("丙市")
    article.write_text("没有文件头", "utf-8")
    assert "错误" in terminal.waits("错误")


def test_rulers_number_the_lines_and_count_the_characters(workspace: Path):
    shown = rows(kjqb("preview", "--page", "2", "--rulers", env={"COLUMNS": "80"}).stdout)
    assert shown[1].split() == ["│", "5", "10", "15", "20", "25", "30", "│"]
    assert [row[:3].strip() for row in shown[2:23]] == [str(number) for number in range(1, 22)]
    scale, first = shown[1], cell_len(shown[1][: shown[1].index("│")])
    assert cell_len(scale[: scale.index("30") + 2]) - first == 60 + 3


def test_pages_are_kept_as_pictures_that_need_nothing_from_elsewhere(workspace: Path):
    result = kjqb("preview", "--svg", "版面.svg", "--html", "版面.html")
    assert (result.exit_code, result.stdout.split()) == (ExitCode.OK, ["版面.svg", "版面.html"])
    picture, page = (Path(name).read_text("utf-8") for name in ("版面.svg", "版面.html"))
    drawn = "".join(ET.fromstring(picture).itertext()).replace("\xa0", " ")
    assert "甲市建成科技资源共享平台" in drawn
    assert "甲市建成科技资源共享平台" in page
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "") + page
    assert kjqb("preview", "--svg", "又.svg").exit_code == ExitCode.OK
    assert Path("又.svg").read_bytes() == Path("版面.svg").read_bytes()


def test_in_a_pipe_the_pager_shows_all_at_once(workspace: Path):
    assert kjqb("preview", "--pager").stdout.rstrip() == kjqb("preview").stdout.rstrip()


@pytest.mark.parametrize(
    "line", [["--json", "--watch"], ["--pager", "--svg", "x.svg"], ["--watch", "--html", "x.html"]]
)
def test_two_ways_of_showing_contradict_each_other(workspace: Path, line: list[str]):
    result = kjqb("preview", *line)
    assert result.exit_code == ExitCode.USAGE
    assert "不能同时使用" in result.stderr + result.stdout
    assert not list(Path().glob("x.*"))
