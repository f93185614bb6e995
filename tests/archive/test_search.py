"""What a search finds, in which order, and how the hits are shown."""

from pathlib import Path

import pytest

from kjqb.actions.contents import lay_out_issue
from kjqb.actions.search import UnknownRegionError
from kjqb.archive.search.query import EmptyQueryError, QueryTooLongError
from kjqb.workspace.workspace import Workspace

from ..workspaces import BULLETIN, article, make
from .searching import find, titles

TEXTS = {
    "甲": "国产大飞机C919交付。ＧＤＰ增长，约3.5%。",
    "乙": "重点实验室落户宁波。\n\n科技，创新两不误。\n\n| 头 | 尾 |\n|---|---|\n| 科技 | 创新 |",
    "丙": "臺灣與大陸的兩岸科技創新，国家重视。",
    "丁": "科技创新 GB/T 9704 与“十四五”规划，ｶﾞｽ、Straße。",
}


@pytest.fixture
def archive(tmp_path: Path) -> Workspace:
    files = {"kjqb.toml": BULLETIN}
    for number, (name, body) in enumerate(TEXTS.items(), start=1):
        folder = f"issues/2024-{number:02}"
        files[f"{folder}/issue.toml"] = f"format = 1\nyear = 2024\nnumber = {number}\n"
        files[f"{folder}/{name}.md"] = article(f"{name}题", body + "\n")
    return make(tmp_path, files)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("飞", "甲"),
        ("919", "甲"),
        ("c9", "甲"),
        ("gdp", "甲"),
        ("３．５％", "甲"),
        ("实验室落", "乙"),
        ("科技创新", "丁"),  # in 乙 a mark and a cell's border stand between
        ("科技，创新", "乙"),
        ("科技 创新", "丁乙"),
        ("“科技创新 gb/t”", "丁"),
        ('"GB/T　9704"', "丁"),
        ("t 97", "丁"),
        ("十四五规划", ""),
        ("ガス", "丁"),
        ("STRASSE", "丁"),
        ("国", "丙甲"),
        ("國", ""),
        ("創新", "丙"),
        ("台湾", ""),
        ("没有的词", ""),
        ("'", ""),
        ("*", ""),
    ],
)
def test_a_term_is_found_as_a_substring(archive: Workspace, query: str, found: str):
    assert sorted(title[0] for title in titles(archive, query)) == sorted(found)


@pytest.mark.parametrize(
    ("query", "found"), [("创新", "丁丙乙"), ("創新", "丁丙乙"), ("台湾", "丙"), ("國", "丙甲"), ("臺灣 国家", "丙")]
)
def test_traditional_forms_count_as_standard_ones_when_asked_for(archive: Workspace, query: str, found: str):
    assert sorted(title[0] for title in titles(archive, query, simplify=True)) == sorted(found)


@pytest.mark.parametrize("query", ["", "  ", '""', "“ ”", "\u200b"])
def test_an_empty_query_is_refused(archive: Workspace, query: str):
    with pytest.raises(EmptyQueryError):
        find(archive, query)


def test_a_query_as_long_as_allowed_is_answered_and_a_longer_one_refused(archive: Workspace):
    assert titles(archive, " ".join(chr(0x4E00 + rank) for rank in range(64))) == []
    assert titles(archive, "长" * 1000) == []
    with pytest.raises(QueryTooLongError):
        find(archive, "长" * 1001)
    with pytest.raises(QueryTooLongError):
        find(archive, " ".join(chr(0x4E00 + rank) for rank in range(65)))


def test_titles_come_before_keywords_before_bodies_and_newer_issues_first(tmp_path: Path):
    files = {"kjqb.toml": BULLETIN}
    bodies = {1: ("碳汇交易", "", "正文。"), 2: ("丙", 'keywords = ["碳汇交易"]\n', "正文。")}
    bodies |= {3: ("丁", "", "碳汇交易。"), 4: ("戊", "", "碳汇交易。"), 5: ("已", "", "碳汇交易。" * 3 + "长" * 90)}
    for number, (title, source, body) in bodies.items():
        files[f"issues/2024-{number:02}/issue.toml"] = f"format = 1\nyear = 2024\nnumber = {number}\n"
        files[f"issues/2024-{number:02}/a.md"] = article(title, body + "\n", source=source)
    archive = make(tmp_path, files)
    found = find(archive, "碳汇交易")
    assert [hit.title.text for hit in found.hits][:2] == ["碳汇交易", "丙"]
    assert [hit.issue.number for hit in found.hits if hit.title.text in "丁戊"] == [4, 3]
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)
    assert titles(archive, "碳汇交易", title_only=True) == ["碳汇交易"]
    assert (find(archive, "碳汇", limit=2).total, len(find(archive, "碳汇", limit=2).hits)) == (5, 2)
    assert titles(archive, "汇") == ["碳汇交易", "丙", "已", "戊", "丁"]


def test_filters_narrow_a_search(tmp_path: Path):
    files = {"kjqb.toml": BULLETIN}
    stated = {2022: 'regions = ["海曙区"]\n', 2023: 'regions = ["330200"]\n', 2024: 'section = "动态"\n'}
    stated |= {2025: 'regions = ["某新区"]\n'}
    for year, source in stated.items():
        files[f"issues/{year}-01/issue.toml"] = f"format = 1\nyear = {year}\nnumber = 1\n"
        files[f"issues/{year}-01/a.md"] = article(f"{year}", "正文\n", source=source)
    archive = make(tmp_path, files)
    assert titles(archive, "正文", year=2023) == ["2023"]
    assert titles(archive, "正文", region="浙江") == ["2023", "2022"]
    assert titles(archive, "正文", region="330203") == ["2022"]
    assert titles(archive, "正文", region="某新区") == ["2025"]
    assert titles(archive, "正文", section="动态") == ["2024"]
    assert titles(archive, "正文", section="动态", year=2023) == []
    with pytest.raises(UnknownRegionError):
        find(archive, "正文", region="无此地")


def test_the_snippet_shows_the_paragraph_with_most_terms_and_marks_every_hit(tmp_path: Path):
    body = f"碳汇在此。\n\n{'前' * 70}，碳汇与ＧＤＰ核算，{'后' * 70}碳汇。\n"
    files = {"issues/2024-01/issue.toml": "format = 1\nyear = 2024\nnumber = 1\n", "kjqb.toml": BULLETIN}
    archive = make(tmp_path, {**files, "issues/2024-01/a.md": article("碳汇", body)})
    (hit,) = find(archive, "碳汇 gdp").hits
    shown = hit.snippet
    assert [shown.text[span.start : span.end] for span in shown.hits] == ["碳汇", "ＧＤＰ"]
    assert shown.text == "……" + "前" * 19 + "，碳汇与ＧＤＰ核算，" + "后" * 31 + "……"
    assert [(span.start, span.end) for span in hit.title.hits] == [(0, 2)]


def test_the_page_is_the_printed_one_else_the_one_of_the_contents_list(tmp_path: Path):
    long = "字" * 29 + "。"
    files = {"kjqb.toml": BULLETIN}
    for number, printed in ((1, ""), (2, '[printed]\n"b.md" = 31\n')):
        text = f'format = 1\nyear = 2024\nnumber = {number}\narticles = ["b.md", "a.md"]\n{printed}'
        files[f"issues/2024-{number:02}/issue.toml"] = text
        files[f"issues/2024-{number:02}/a.md"] = article("甲", "某词。\n")
        files[f"issues/2024-{number:02}/b.md"] = article("乙", (long * 30 + "\n\n") * 3 + "某词。\n")
    archive = make(tmp_path, files)
    entries = lay_out_issue(archive, find(archive, "某词", year=2024).hits[-1].issue).layout.entries
    computed = {entry.title: entry.page for entry in entries}
    assert computed["甲"] > computed["乙"]
    for _ in range(2):  # laid out, then remembered
        found = {(hit.issue.number, hit.title.text): hit for hit in find(archive, "某词").hits}
        assert found[1, "甲"].page == found[2, "甲"].page == computed["甲"]
        assert (found[1, "乙"].page, found[2, "乙"].page) == (computed["乙"], 31)
    assert found[2, "乙"].locator == "2024(2):31"
    (archive.root / "kjqb.toml").write_text(BULLETIN + "[layout]\nlines = 15\n", "utf-8")
    moved = {entry.title: entry.page for entry in lay_out_issue(archive).layout.entries}
    assert moved["甲"] != computed["甲"]
    assert next(hit for hit in find(archive, "某词").hits if hit.title.text == "甲").page == moved["甲"]
