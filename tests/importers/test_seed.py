"""The real issue: titles, pages, regions, nine joins, one loss."""

import json
from pathlib import Path
from typing import Any

import pytest

from kjqb.importers.back_issue import BackIssue, read_back_issue
from kjqb.importers.decode import decode
from kjqb.importers.loose import is_issue, read_issue
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Source

from .texts import body, contents_facts, headings, masthead_facts, points_at_itself, texts

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed"


@pytest.fixture(scope="module")
def seed() -> Source:
    if not SEED.exists():
        pytest.skip(f"{SEED} is not there: the real issue was NOT imported")
    return Source("2024-01.txt", decode((SEED / "2024-01.txt").read_bytes(), "2024-01.txt"))


@pytest.fixture(scope="module")
def expected(seed: Source) -> Any:
    return json.loads((SEED / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def issue(seed: Source) -> BackIssue:
    return read_back_issue(seed, BULLETIN)


def test_it_is_known_as_an_issue(seed: Source):
    assert is_issue(seed)


def test_its_masthead_is_read(issue: BackIssue, expected: Any):
    assert masthead_facts(issue) == expected["masthead"]


def test_its_articles_have_their_titles_printed_pages_and_regions(issue: BackIssue, expected: Any):
    assert contents_facts(issue) == expected["toc"]
    assert all(len(article.regions) == 1 for article in issue.issue.articles)


def test_it_has_nine_joins_at_the_nine_cuts(issue: BackIssue, seed: Source, expected: Any):
    cuts = expected["paragraphs_cut_by_a_page_break_at_line"]
    raw = [passage for article in read_issue(seed).articles for passage in article.passages]
    whole = [passage for article in issue.issue.articles for passage in article.passages]
    starts = {passage.extent.where.line for passage in whole}
    gone = [passage.extent.where.line for passage in raw if passage.extent.where.line not in starts]
    assert gone == [cut + 2 for cut in cuts]
    assert issue.joined == (1, 0, 3, 2, 1, 2)


def test_its_paragraph_without_a_full_stop_stays_alone(issue: BackIssue, seed: Source):
    assert texts(issue.issue.articles[0].passages)[1] == seed.line(19)


def test_its_wrapped_line_is_joined_in_the_loose_text_already(seed: Source):
    last = list(read_issue(seed).articles[-1].passages)[-1]
    assert last.text == seed.line(105) + seed.line(106)
    assert points_at_itself(last)


def test_its_headings_and_colophon_are_read(issue: BackIssue, seed: Source):
    assert [seed.line(line) for line in (45, 51, 55, 61)] == [text for _, text in headings(issue.issue.articles[2])]
    assert texts(issue.issue.colophon) == [seed.line(line) for line in (108, 110, 112)]


def test_all_that_is_lost_of_it_is_a_stray_dash(issue: BackIssue):
    assert [(loss.text, str(loss.where)) for loss in issue.losses] == [("-", "2024-01.txt:9:1")]


def test_a_word_that_a_page_turn_had_parted_is_whole(issue: BackIssue):
    assert any("全国创新CEO" in text for text in body(issue.issue.articles[3]))
