"""`kjqb index`."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from kjqb.errors import ExitCode

from .commands import kjqb

WORDS = 'format = 1\n[[term]]\nname = "科技资源"\nused-for = ["资源"]\n'


@pytest.fixture
def years(workspace: Path) -> Path:
    """The workspace with a second issue, a year later, and a vocabulary."""
    folder = workspace / "issues" / "2025-02"
    folder.mkdir()
    (folder / "issue.toml").write_text('format = 1\nyear = 2025\nnumber = 2\n[printed]\n"单.md" = 7\n', "utf-8")
    front = 'title = "单县推广节水灌溉"\nregions = ["371722"]\nkeywords = ["资源"]\nauthors = ["单田"]'
    (folder / "单.md").write_text(f"+++\n{front}\n+++\n\n全县推广。\n", "utf-8")
    (workspace / "vocabulary.toml").write_text(WORDS, "utf-8")
    return workspace


def answer(result: Result) -> dict[str, object]:
    assert result.exit_code == ExitCode.OK, result.stderr
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def headings(*arguments: str) -> list[str]:
    entries = answer(kjqb("index", *arguments, "--json"))["entries"]
    assert isinstance(entries, list)
    return [entry["heading"] for entry in entries]


def test_text_has_the_preface_and_every_part(years: Path):
    said = kjqb("index").stdout
    for part in ("编制说明", "【总目次】", "【主题索引】", "【篇名索引】", "【作者与来源索引】", "【地区索引】"):
        assert part in said
    assert "单县推广节水灌溉　2025(2):7" in said
    assert "资源　见 科技资源" in said
    assert "山东\n　菏泽\n　　单县　2025(2):7" in said


def test_json_is_one_object_of_the_schema(years: Path):
    found = answer(kjqb("index", "--by", "region", "--json"))
    assert (found["schema"], found["by"], found["articles"]) == ("kjqb.index/1", "region", 3)
    entries = found["entries"]
    assert isinstance(entries, list)
    assert entries[2] == {
        "by": "region",
        "heading": "单县",
        "locators": ["2025(2):7"],
        "code": "371722",
        "level": 3,
    }
    assert answer(kjqb("index", "--by", "region", "--format", "json")) == found


def test_a_span_of_issues_is_chosen(years: Path):
    titles = ("--by", "title")
    assert headings(*titles, "--year", "2025") == ["单县推广节水灌溉"]
    assert headings(*titles, "--to", "2024-12") == ["甲市建成科技资源共享平台", "乙县推广保护性耕作"]
    assert headings(*titles, "--from", "2025-01", "--to", "2025-12") == ["单县推广节水灌溉"]


def test_a_volume_is_a_year_counted_from_the_first(years: Path):
    refused = kjqb("index", "--volume", "2")
    assert refused.exit_code == ExitCode.USAGE
    assert "first-volume" in refused.stderr
    path = years / "kjqb.toml"
    path.write_text(path.read_text("utf-8") + "\n[index]\nfirst-volume = 2024\n", "utf-8")
    assert headings("--by", "title", "--volume", "2") == ["单县推广节水灌溉"]


def test_order_is_by_pinyin_or_by_strokes(years: Path):
    assert headings("--by", "title") == ["甲市建成科技资源共享平台", "单县推广节水灌溉", "乙县推广保护性耕作"]
    stroke = headings("--by", "title", "--order", "stroke")
    assert stroke == ["乙县推广保护性耕作", "甲市建成科技资源共享平台", "单县推广节水灌溉"]


def test_the_word_file_goes_into_dist_and_is_the_same_each_time(years: Path):
    result = kjqb("index", "--format", "docx")
    assert result.exit_code == ExitCode.OK
    path = Path(result.stdout.strip())
    assert path.parent == Path("dist")
    assert path.name == "编排样刊累积索引2024年第1期—2025年第2期.docx"
    first = path.read_bytes()
    kjqb("index", "--format", "docx")
    assert path.read_bytes() == first


def test_text_goes_into_the_file_named(years: Path):
    kjqb("index", "-o", "索引.txt")
    assert Path("索引.txt").read_text("utf-8") == kjqb("index").stdout


def test_explain_shows_reading_strokes_and_neighbours(years: Path):
    said = kjqb("index", "--explain", "单县推广节水灌溉").stdout
    assert "列在“S”组" in said
    assert "排在“甲市建成科技资源共享平台”之后、“乙县推广保护性耕作”之前" in said
    assert "shan4" in said
    assert "地名" in said
    assert "点撇竖折横横横竖" in said
    key = answer(kjqb("index", "--explain", "单田", "--json"))
    parts = key["parts"]
    assert isinstance(parts, list)
    assert (key["schema"], parts[0]["reading"], parts[0]["basis"]) == ("kjqb.index-key/1", "shan4", "surname")


@pytest.mark.parametrize(
    "arguments",
    [("--year", "2024", "--volume", "1"), ("--from", "2025-01", "--to", "2024-01"), ("--by", "titel"), ("--year", "x")],
)
def test_what_cannot_be_meant_is_wrong_usage(years: Path, arguments: tuple[str, ...]):
    assert kjqb("index", *arguments).exit_code == ExitCode.USAGE


def test_a_span_without_articles_is_told(years: Path):
    result = kjqb("index", "--year", "1999")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "没有文章可以编索引" in result.stderr


def test_a_workspace_that_cannot_be_written_is_indexed_all_the_same(years: Path):
    kept = years / ".kjqb"
    kept.write_text("no folder", "utf-8")
    assert kjqb("index").exit_code == ExitCode.OK
    assert kept.is_file()


def test_a_list_without_entries_is_left_out_of_the_whole_and_is_there_by_itself(workspace: Path):
    assert "主题索引" not in kjqb("index").stdout
    assert "【篇名索引】" in kjqb("index").stdout
    assert "【主题索引】" in kjqb("index", "--by", "subject").stdout
