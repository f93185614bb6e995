"""`kjqb search` and `kjqb similar`."""

import json
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from .commands import kjqb


def test_search_shows_where_the_hits_are(workspace: Path):
    result = kjqb("search", "科技")
    assert result.exit_code == ExitCode.OK
    assert result.stdout == (
        "共1篇\n\n2024(1):2  甲市建成【科技】资源共享平台\n    2024-01第1篇  issues/2024-01/甲市.md\n"
        "    市【科技】局牵头，高校和院所的仪器统一编目。\n"
    )


def test_search_in_json_has_the_schema(workspace: Path):
    answer = json.loads(kjqb("search", "保护性", "五万亩", "--json").stdout)
    assert (answer["schema"], answer["query"], answer["total"]) == ("kjqb.search/1", "保护性 五万亩", 1)
    (hit,) = answer["hits"]
    score = hit.pop("score")
    assert 0 < score < 1
    assert hit == {
        "issue": "2024-01",
        "number": 2,
        "title": "乙县推广保护性耕作",
        "title_marks": [[4, 7]],
        "file": "issues/2024-01/乙县.md",
        "page": 2,
        "locator": "2024(1):2",
        "snippet": "全县实施保护性耕作五万亩。",
        "snippet_marks": [[4, 7], [9, 12]],
    }


def test_no_hit_is_no_fault(workspace: Path):
    result = kjqb("search", "没有的词")
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "没有找到\n")


@pytest.mark.parametrize(
    "line",
    [
        (),
        ("",),
        ("词", "--limit", "0"),
        ("词", "--region", "无此地"),
        ("词", "-o", "x"),
        ("词", "--export", "opensearch"),
    ],
)
def test_what_cannot_be_meant_is_refused(workspace: Path, line: tuple[str, ...]):
    assert kjqb("search", *line).exit_code == ExitCode.USAGE


def test_control_characters_of_an_article_never_reach_the_terminal(workspace: Path):
    path = workspace / "issues/2024-01/乙县.md"
    path.write_text(path.read_text("utf-8").replace("五万亩", "\u202e五万\x1b[31m亩"), "utf-8")
    shown = kjqb("--color", "never", "search", "全县").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_an_issue_that_cannot_be_read_is_exit_3_beside_the_hits_of_the_others(workspace: Path):
    other = workspace / "issues/2024-02"
    other.mkdir()
    (other / "issue.toml").write_text("year = ", "utf-8")
    result = kjqb("search", "科技")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "共1篇" in result.stdout
    assert "没有查：2024-02" in result.stderr
    assert json.loads(kjqb("search", "科技", "--json").stdout)["unread"] == ["2024-02"]


def test_export_prints_what_it_wrote(workspace: Path):
    assert kjqb("search", "--export", "opensearch").stdout == (
        "dist/opensearch/mapping.json\ndist/opensearch/bulk-0001.ndjson\n"
    )
    answer = json.loads(kjqb("search", "--export", "opensearch", "-o", "出", "--json").stdout)
    assert answer == {
        "schema": "kjqb.search-export/1",
        "articles": 2,
        "files": ["出/mapping.json", "出/bulk-0001.ndjson"],
    }


def test_similar_names_the_earlier_article(workspace: Path):
    folder = workspace / "issues/2024-02"
    folder.mkdir()
    (folder / "issue.toml").write_text('format = 1\nyear = 2024\nnumber = 2\narticles = ["又.md"]\n', "utf-8")
    first = (workspace / "issues/2024-01/甲市.md").read_text("utf-8")
    (folder / "又.md").write_text(first, "utf-8")
    result = kjqb("similar")
    assert result.exit_code == ExitCode.OK
    assert result.stdout == (
        "2024(2):2  甲市建成科技资源共享平台\n    与2024(1):2“甲市建成科技资源共享平台”重复：题目相同\n"
    )
    answer = json.loads(kjqb("similar", "--all", "--json").stdout)
    assert (answer["schema"], answer["pairs"][0]["earlier"]["locator"]) == ("kjqb.similar/1", "2024(1):2")
    assert kjqb("similar", "2024-01").stdout == "没有与往期重复的文章\n"
    assert kjqb("similar", "--all", "2024-01").exit_code == ExitCode.USAGE
    assert kjqb("similar", "2023-01").exit_code == ExitCode.BAD_INPUT
