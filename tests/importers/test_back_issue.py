"""Back issues: the made one with its five scars, and what an import says it could not carry over."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kjqb.errors import ExitCode
from kjqb.importers.back_issue import BackIssue, BadIssueNumberError, read_back_issue
from kjqb.importers.loose import read_issue
from kjqb.model.article import Paragraph
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Source

from .texts import (
    BODY,
    COLOPHON,
    FIRST,
    HEAD,
    ISSUE,
    LIST,
    SECOND,
    body,
    contents_facts,
    headings,
    masthead_facts,
    source,
    texts,
    titles,
)

DATA = Path(__file__).resolve().parents[1] / "data" / "back_issue"


def imported(text: str, name: str = "2024-01.txt") -> BackIssue:
    return read_back_issue(source(text, name), BULLETIN)


def losses(text: str, name: str = "2024-01.txt") -> list[tuple[str, str]]:
    return [(loss.text, str(loss.where)) for loss in imported(text, name).losses]


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", DATA / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scarred() -> Source:
    return Source("2023-06.txt", (DATA / "2023-06.txt").read_text("utf-8"))


@pytest.fixture(scope="module")
def clean() -> Source:
    return Source("clean.txt", (DATA / "clean.txt").read_text("utf-8"))


@pytest.fixture(scope="module")
def expected() -> Any:
    return json.loads((DATA / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def issue(scarred: Source) -> BackIssue:
    return read_back_issue(scarred, BULLETIN)


def test_the_made_files_are_what_make_py_makes(make: ModuleType, scarred: Source, clean: Source):
    assert make.scarred(clean) == scarred.text
    assert make.expected(clean) == (DATA / "expected.json").read_text("utf-8")


def test_the_facts_of_the_real_issue_are_stated_of_the_made_one_too(expected: Any):
    seed = DATA.parents[2].parent / "shared" / "seed" / "expected.json"
    if not seed.exists():
        pytest.skip(f"{seed} is not there: the form of expected.json was NOT compared")
    assert list(expected) == list(json.loads(seed.read_text("utf-8")))


def test_its_masthead_is_read(issue: BackIssue, expected: Any):
    assert masthead_facts(issue) == expected["masthead"]


def test_its_articles_have_their_titles_printed_pages_and_regions(issue: BackIssue, expected: Any):
    assert contents_facts(issue) == expected["toc"]
    assert issue.issue.articles[0].regions == ("150000", "640000")


def test_its_cut_paragraphs_are_whole_again(issue: BackIssue, clean: Source, expected: Any):
    whole = read_issue(clean)
    assert [body(article) for article in issue.issue.articles] == [body(article) for article in whole.articles]
    assert sum(issue.joined) == len(expected["paragraphs_cut_by_a_page_break_at_line"]) >= 5
    assert issue.joined == (1, 1, 0, 1, 1, 1)


def test_a_joined_paragraph_knows_the_lines_that_it_comes_from(issue: BackIssue, expected: Any):
    cuts = expected["paragraphs_cut_by_a_page_break_at_line"]
    starts = {
        block.passage.extent.where.line: block.passage.extent.end.line
        for article in issue.issue.articles
        for block in article.blocks
        if isinstance(block, Paragraph)
    }
    assert [starts[cut] for cut in cuts] == [cut + 2 for cut in cuts]


def test_its_headings_and_its_colophon_are_read(issue: BackIssue):
    assert headings(issue.issue.articles[3]) == [
        (1, "一、层次由高到低"),
        (1, "二、标点各随其形"),
        (1, "三、同级不得变样"),
    ]
    assert texts(issue.issue.colophon) == ["kjqb项目组编辑", "编辑:kjqb项目组", "审核:kjqb项目组"]


def test_nothing_of_it_is_lost(issue: BackIssue):
    assert issue.losses == ()


def test_the_places_of_its_known_faults_are_those_of_the_text(scarred: Source, expected: Any):
    faults = {int(line): what for line, what in expected["defects_at_line"].items() if line.isdecimal()}
    half_width = [line for line, what in faults.items() if "half-width" in what or what == "the same"]
    assert all(set("(,:").intersection(scarred.line(line)) for line in half_width)
    assert all(scarred.line(line) for line in faults)


def test_its_traps_stand_in_it(clean: Source, make: ModuleType):
    assert all(trap in clean.text for trap in make.TRAPS)


def test_a_paragraph_without_a_final_mark_that_ends_in_mid_line_is_not_joined(issue: BackIssue):
    assert body(issue.issue.articles[0])[0].endswith("（以下简称《区划代码》）")


@pytest.mark.parametrize("encoded", ["\r\n", "\n\n\n"])
def test_more_blank_lines_or_other_line_ends_make_no_difference(scarred: Source, issue: BackIssue, encoded: str):
    text = scarred.text.replace("\n\n", "\n\n\n") if encoded == "\n\n\n" else scarred.text.replace("\n", encoded)
    other = imported(text, "2023-06.txt")
    assert texts(other.issue.passages) == texts(issue.issue.passages)
    assert other.joined == issue.joined


def test_the_office_is_named_without_editing_and_the_colophon_as_printed():
    found = imported(ISSUE).issue
    assert found.masthead.office
    assert found.masthead.office.text == "某市科技信息中心"
    assert found.colophon[0].text == "某市科技信息中心编辑"


def test_a_line_that_has_no_place_is_a_loss_with_its_own():
    assert losses(ISSUE.replace("★", "-\n★", 1)) == [("-", "2024-01.txt:7:1")]


def test_the_heading_of_the_contents_list_is_a_loss():
    assert losses(HEAD + "目次\n\n" + LIST + BODY) == [("目次", "2024-01.txt:7:1")]


def test_page_numbers_are_one_loss():
    text = HEAD + LIST + BODY.replace("\n\n某县", "\n\n— 2 —\n\n某县") + "— 3 —\n\n" + COLOPHON
    assert losses(text) == [("— 2 —— 3 —", "2024-01.txt:14:1")]


def test_an_entry_without_an_article_is_a_loss_at_the_entry():
    text = HEAD + LIST + f"{FIRST}\n\n平台面向全市开放。\n\n" + COLOPHON
    [loss] = imported(text).losses
    assert (str(loss.where), SECOND in loss.what, loss.text) == ("2024-01.txt:8:1", True, "")


def test_a_title_that_the_contents_list_has_otherwise_is_told_and_the_texts_is_kept():
    found = imported(ISSUE.replace(f"\n{FIRST}\n", "\n某市建成资源开放共享平台\n"))
    assert titles(found.issue)[0] == "某市建成资源开放共享平台"
    assert [str(loss.where) for loss in found.losses] == ["2024-01.txt:7:3"]


def test_a_page_0_is_no_page_and_told():
    found = imported(ISSUE.replace(".....2", ".....0"))
    assert found.printed_pages == (None, 3)
    assert [str(loss.where) for loss in found.losses] == ["2024-01.txt:7:18"]


def test_an_article_without_an_entry_is_told_and_has_no_page():
    found = imported(HEAD + LIST + "编者按\n\n本期刊发两篇经验。\n\n" + BODY)
    assert found.printed_pages == (None, 2, 3)
    assert [str(loss.where) for loss in found.losses] == ["2024-01.txt:10:1"]


def test_an_issue_without_a_contents_list_is_one_article_and_says_so():
    found = imported(HEAD + BODY + COLOPHON)
    assert titles(found.issue) == [FIRST]
    assert "没有找到目次" in found.losses[0].what


def test_a_masthead_without_title_or_office_is_told():
    assert len(losses("2024年第1期\n\n" + LIST + BODY)) == 2


def test_hidden_characters_of_a_lost_line_are_written_visibly():
    [loss] = imported(ISSUE.replace("★", "\x1b[31m\u202e\n★", 1)).losses
    assert "\x1b" not in loss.what
    assert "\\u202e" in loss.what


@pytest.mark.parametrize(("line", "name"), [("第1期", "a.txt"), ("2024年第0期", "a.txt"), ("2024年第367期", "a.txt")])
def test_an_issue_without_a_possible_number_is_refused(line: str, name: str):
    with pytest.raises(BadIssueNumberError) as caught:
        imported(ISSUE.replace("2024年第1期", line), name)
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert caught.value.where
    assert caught.value.where.line == 3
