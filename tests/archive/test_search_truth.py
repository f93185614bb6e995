"""Searches of a generated archive against a scan of its texts for substrings: none missed, none too many."""

from dataclasses import replace

import pytest

from kjqb.workspace.workspace import Workspace

from .archives import REGIONS, Made, Truth, queries, workspace, write_archive
from .searching import find

ISSUES, ARTICLES, QUERIES = 200, 6, 150


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, list[Made]]:
    root = tmp_path_factory.mktemp("archive")
    made = list(write_archive(root, ISSUES, ARTICLES))
    return workspace(root), made


def test_every_query_finds_what_a_scan_finds(archive: tuple[Workspace, list[Made]]):
    searched, made = archive
    truth = Truth(made)
    sizes = []
    for terms in queries(made, QUERIES):
        found = find(searched, " ".join(terms), limit=3)
        sizes.append(found.total)
        assert found.total == len(truth.holding(terms)), terms
        assert all((str(hit.issue), hit.number) in truth.holding(terms) for hit in found.hits)
    assert min(sizes) == 0
    assert max(sizes) > 1000


def test_the_hits_themselves_are_those_of_the_scan_and_bear_printed_pages(archive: tuple[Workspace, list[Made]]):
    searched, made = archive
    printed = {one.key: one.page for one in made}
    truth = Truth(made)
    for terms in [terms for terms in queries(made, 60, seed=3) if 0 < len(truth.holding(terms)) < 60]:
        found = find(searched, " ".join(terms))
        assert {(str(hit.issue), hit.number) for hit in found.hits} == truth.holding(terms), terms
        assert all(printed[str(hit.issue), hit.number] in {None, hit.page} for hit in found.hits)


@pytest.mark.parametrize("query", [("技术",), ("的",), ("发展", "技")])
def test_filters_keep_what_is_asked_for(archive: tuple[Workspace, list[Made]], query: tuple[str, ...]):
    searched, made = archive
    held = Truth(made).holding(query)
    text = " ".join(query)
    for region in ("330203", "330200", "330000", "150102"):
        under = {one.key for one in made if region == one.region or region in REGIONS[one.region]}
        assert find(searched, text, region=region, limit=1).total == len(held & under)
    for section in ("政策动态", "地方经验"):
        assert find(searched, text, section=section, limit=1).total == len(
            held & {one.key for one in made if one.section == section}
        )
    assert find(searched, text, year=1995, limit=1).total == len(
        held & {one.key for one in made if one.issue.year == 1995}
    )
    in_titles = Truth([replace(one, keywords=(), paragraphs=()) for one in made]).holding(query)
    assert find(searched, text, title_only=True, limit=1).total == len(in_titles)
