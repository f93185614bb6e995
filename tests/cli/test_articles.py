"""`kjqb list`, `show`, `move`, `remove` and `edit`."""

import json
import os
import sys
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from ..images import PNG
from ..workspaces import snapshot
from .commands import kjqb

ISSUE = Path("issues/2024-01/issue.toml")


def test_list_shows_the_articles_in_columns(workspace: Path):
    result = kjqb("list")
    assert result.exit_code == ExitCode.OK
    assert result.stdout == (
        "序号  题目                      字数  文件\n"
        "1     甲市建成科技资源共享平台  67    issues/2024-01/甲市.md\n"
        "2     乙县推广保护性耕作        22    issues/2024-01/乙县.md\n"
    )


def test_list_in_json_has_the_schema(workspace: Path):
    (workspace / "issues/2024-01/丙.md").write_text("")
    result = kjqb("list", "2024-01", "--json")
    answer = json.loads(result.stdout)
    assert (answer["schema"], answer["issue"]) == ("kjqb.list/1", "2024-01")
    assert answer["articles"][1] == {
        "number": 2,
        "title": "乙县推广保护性耕作",
        "file": "issues/2024-01/乙县.md",
        "characters": 22,
    }
    assert answer["unlisted"] == ["issues/2024-01/丙.md"]
    assert "issues/2024-01/丙.md没有列入本期" in result.stderr


def test_list_all_shows_the_issues(workspace: Path):
    assert json.loads(kjqb("list", "--all", "--json").stdout) == {
        "schema": "kjqb.issues/1",
        "issues": [
            {"issue": "2024-01", "date": "2024-01-20", "articles": 2, "characters": 89, "folder": "issues/2024-01"}
        ],
    }
    assert "2024-01  2024-01-20  2     89    issues/2024-01" in kjqb("list", "--all").stdout
    assert kjqb("list", "--all", "2024-01").exit_code == ExitCode.USAGE


def test_show_tells_what_is_known_of_an_article_and_its_text(workspace: Path):
    text = kjqb("show", "1").stdout
    assert text.startswith("甲市建成科技资源共享平台\n\n文件：issues/2024-01/甲市.md\n使用依据：待定\n字数：67\n")
    assert text.endswith("\n\n一、主要做法\n\n市科技局牵头，高校和院所的仪器统一编目。\n")
    answer = json.loads(kjqb("show", "1", "--json").stdout)
    assert (answer["schema"], answer["number"], answer["source"]["licence"]) == ("kjqb.show/1", 1, "pending")
    assert answer["blocks"][1] == {"kind": "heading", "level": 1, "text": "一、主要做法", "line": 7}


RICH = """
甲***要点***[^b][^a]。

> 引文。

- 项
  - 目

    又

| 甲 | 乙 |
|---|---|
| 1 | 2 |

![图1](images/a.png)

[^a]: 注甲。
[^b]: 注乙。

    又注。
"""


def test_show_tells_blocks_of_every_kind_apart(workspace: Path):
    path = workspace / "issues/2024-01/乙县.md"
    front = path.read_text(encoding="utf-8").rpartition("+++")[0]
    path.write_text(f"{front}+++\n{RICH}", encoding="utf-8")
    (path.parent / "images").mkdir()
    (path.parent / "images/a.png").write_bytes(PNG)
    assert kjqb("show", "2").stdout.endswith(
        "\n\n甲要点［1］［2］。\n\n> 引文。\n\n- 项\n\n  - 目\n\n    又\n\n甲 | 乙\n1 | 2"
        "\n\n〔图：images/a.png〕图1\n\n注1：注乙。\n又注。\n\n注2：注甲。\n"
    )
    answer = json.loads(kjqb("show", "2", "--json").stdout)
    kinds = [(block["kind"], block["level"]) for block in answer["blocks"]]
    items = [("item", 1), ("item", 2), ("item", 2)]
    assert kinds == [("paragraph", None), ("quote", None), *items, ("table", None), ("figure", None)]
    assert answer["blocks"][-2]["rows"] == [["甲", "乙"], ["1", "2"]]
    assert answer["blocks"][-1]["image"] == "images/a.png"
    assert [(note["label"], note["text"]) for note in answer["notes"]] == [("b", "注乙。\n又注。"), ("a", "注甲。")]


def test_what_an_article_holds_cannot_steer_the_terminal(workspace: Path):
    path = workspace / "issues/2024-01/乙县.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n\x1b[31m\u202e坏\n", encoding="utf-8")
    assert "\\x1b[31m\\u202e坏" in kjqb("show", "2").stdout


def test_move_rewrites_the_list(workspace: Path):
    result = kjqb("move", "2", "1", "--json")
    assert json.loads(result.stdout) == {
        "schema": "kjqb.move/1",
        "issue": "2024-01",
        "moved": "issues/2024-01/乙县.md",
        "articles": [{"number": 1, "file": "issues/2024-01/乙县.md"}, {"number": 2, "file": "issues/2024-01/甲市.md"}],
    }
    assert 'articles = [\n    "乙县.md",\n    "甲市.md",\n]\n' in ISSUE.read_text(encoding="utf-8")


def test_remove_keeps_the_file_in_the_trash(workspace: Path):
    result = kjqb("remove", "1", "--json")
    answer = json.loads(result.stdout)
    assert (answer["schema"], answer["removed"]) == ("kjqb.remove/1", "issues/2024-01/甲市.md")
    assert (answer["trash"], len(answer["articles"])) == (".kjqb/trash/2024-01/甲市.md", 1)
    assert (workspace / answer["trash"]).is_file()


def test_restore_lists_what_was_removed_and_brings_it_back(workspace: Path):
    assert "没有移出的文章" in kjqb("restore").stderr
    before = kjqb("list").stdout
    kjqb("remove", "1")
    assert kjqb("restore").stdout == "1  2024-01  甲市建成科技资源共享平台\n"
    (removed,) = json.loads(kjqb("restore", "--json").stdout)["removed"]
    assert removed["trash"] == ".kjqb/trash/2024-01/甲市.md"
    assert kjqb("restore", "1", "--dry-run").exit_code == ExitCode.OK
    result = kjqb("restore", "1", "--json")
    answer = json.loads(result.stdout)
    assert (answer["schema"], answer["restored"], answer["number"]) == ("kjqb.restore/1", "issues/2024-01/甲市.md", 1)
    assert kjqb("list").stdout == before


@pytest.mark.parametrize("line", [("1",), ("--at", "1"), ("0",)])
def test_restore_refuses_what_is_not_there(workspace: Path, line: tuple[str, ...]):
    result = kjqb("restore", *line)
    assert (result.exit_code, "提示：" in result.stderr) == (ExitCode.USAGE, True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["move", "3", "1"], "没有第3篇"),
        (["move", "1", "3"], "没有第3篇"),
        (["move", "0", "1"], "“0”超出范围"),
        (["move", "一", "1"], "“一”不是整数"),
        (["move", "1"], "缺少参数“TO”"),
        (["remove", "9"], "没有第9篇"),
        (["remove"], "缺少参数“NUMBER”"),
        (["show", "9"], "没有第9篇"),
        (["edit", "9"], "没有第9篇"),
    ],
)
def test_a_number_out_of_range_is_wrong_usage_and_nothing_changes(workspace: Path, line: list[str], said: str):
    before = snapshot(workspace)
    result = kjqb(*line)
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert said in result.stderr
    assert snapshot(workspace) == before


@pytest.mark.parametrize("line", [["move", "1", "2"], ["remove", "1"], ["edit", "1"]])
def test_a_dry_run_changes_nothing(workspace: Path, line: list[str]):
    before = snapshot(workspace)
    assert kjqb(*line, "--dry-run").exit_code == ExitCode.OK
    assert snapshot(workspace) == before
    assert not (workspace / ".kjqb").exists()


BAD: dict[str, tuple[str, str | bytes, str]] = {
    "a missing key": ("issue.toml", "format = 1\nyear = 2024\n", "1:1：缺少必需的键“number”"),
    "an unknown key": ("issue.toml", "format = 1\nyear = 2024\nnumber = 1\ndaet = 2024-01-01\n", "是否想写“date”？"),
    "a wrong type": ("issue.toml", "format = 1\nyear = '2024'\nnumber = 1\n", "2:8：“year”应为整数，这里是文字"),
    "an impossible date": ("issue.toml", "format = 1\nyear = 2024\nnumber = 1\ndate = 2024-02-30\n", "不存在"),
    "a missing article": ("issue.toml", "format = 1\nyear = 2024\nnumber = 1\narticles = ['无.md']\n", "文件不存在"),
    "a syntax error": ("issue.toml", "format = \n", "TOML语法有误"),
    "no text": ("甲市.md", b"\xff\xfe+", "不是UTF-8编码的文本"),
    "a NUL": ("甲市.md", b"+++\n\0", "空字符"),
    "no front matter": ("甲市.md", "正文。\n", "开头没有“+++”"),
    "an unknown key of an article": ("甲市.md", "+++\ntitle = '甲'\nsecton = '乙'\n+++\n", "是否想写“section”？"),
    "markup": ("甲市.md", "+++\ntitle = '甲'\n+++\n\n---\n", "正文里有分隔线"),
}


@pytest.mark.parametrize("fault", BAD)
@pytest.mark.parametrize("line", [["list"], ["add", "来稿"], ["toc", "--write"]])
def test_bad_files_are_one_message_with_place_remedy_and_code(workspace: Path, fault: str, line: list[str]):
    received = workspace.parent / "来稿.txt"
    received.write_text("丁市\n\n正文。", encoding="utf-8")
    name, content, said = BAD[fault]
    path = workspace / "issues/2024-01" / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = snapshot(workspace)
    result = kjqb(*(str(received) if word == "来稿" else word for word in line))
    assert (result.exit_code, result.stdout) == (ExitCode.BAD_INPUT, "")
    assert f"错误：issues/2024-01/{'issue.toml' if fault == 'a missing article' else name}:" in result.stderr
    assert said in result.stderr
    assert "提示：" in result.stderr
    assert snapshot(workspace) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1\n[bulletin]\ntitle = '刊'\n[layout]\npreset = 'x'\n", "kjqb.toml:5:10：“preset”不能是“x”"),
        ("format = 1\n[bulletin]\ntitle = '刊'\n[layout]\ncharacters = 99\n", "超出纸宽"),
        ("format = 3\n", "kjqb.toml:1:10：“format”不能是“3”"),
        ("[bulletin\n", "kjqb.toml:1:10：TOML语法有误"),
    ],
)
def test_a_bad_configuration_is_told_and_nothing_changes(workspace: Path, text: str, said: str):
    (workspace / "kjqb.toml").write_text(text, encoding="utf-8")
    before = snapshot(workspace)
    for line in (["list"], ["new"], ["move", "1", "2"]):
        result = kjqb(*line)
        assert result.exit_code == ExitCode.BAD_INPUT
        assert said in result.stderr
    assert snapshot(workspace) == before


def test_all_faults_of_a_file_are_in_the_json_of_the_error(workspace: Path):
    ISSUE.write_text("format = 1\nyear = 2024\nnumber = 1\ndate = 2024-02-30\ntitel = 'x'\n")
    answer = json.loads(kjqb("list", "--json").stdout)["error"]
    assert answer["slug"] == "faulty-file"
    assert [fault["where"] for fault in answer["faults"]] == [
        "issues/2024-01/issue.toml:4:8",
        "issues/2024-01/issue.toml:5:1",
    ]


def test_edit_opens_the_editor_and_reads_what_it_left(workspace: Path):
    program = workspace.parent / "编辑器.py"
    program.write_text(
        "import sys; from pathlib import Path; path = Path(sys.argv[1])\n"
        "path.write_text(path.read_text('utf-8').replace('乙县', '丙县'), 'utf-8')\n",
        encoding="utf-8",
    )
    env = {"EDITOR": f"'{sys.executable}' '{program}'", "VISUAL": "", "PATH": os.environ["PATH"]}
    result = kjqb("edit", "2", env=env)
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "issues/2024-01/乙县.md\n")
    assert "已修改" in result.stderr
    assert "丙县推广保护性耕作" in kjqb("list").stdout


def test_without_an_editor_a_tool_is_missing(workspace: Path):
    assert kjqb("edit", "1", env={"VISUAL": "没有这个编辑器"}).exit_code == ExitCode.TOOL_MISSING
