"""The pages that kjqb computes are those that other engines make of the same file."""

import importlib.util
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kjqb.layout.target import Target
from tests.oracle.engines import Pages, bare, libreoffice_pages, onlyoffice_pages, word_rule_pages
from tests.oracle.generated import Case, case, title_lines

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed"),
]

SEEDS = range(1, 33)
Engine = Callable[[Sequence[Path], Path], list[Pages]]


def test_libreoffice_sets_every_article_on_its_computed_page(tmp_path: Path, report: Callable[[str], None]):
    assert agreement(Target.LIBREOFFICE, libreoffice_pages, tmp_path, report) == 1


def test_word_s_rules_set_every_article_on_its_computed_page(tmp_path: Path, report: Callable[[str], None]):
    assert agreement(Target.WORD, word_rule_pages, tmp_path, report) == 1


@pytest.mark.skipif(not importlib.util.find_spec("docbuilder"), reason="OnlyOffice (document-builder) is not installed")
def test_onlyoffice_sets_nearly_every_article_on_its_computed_page(tmp_path: Path, report: Callable[[str], None]):
    assert agreement(Target.WORD, onlyoffice_pages, tmp_path, report) >= 0.97


def agreement(target: Target, engine: Engine, folder: Path, report: Callable[[str], None]) -> float:
    """The share of articles whose page is the computed one; what differs, and how the lines agree, is reported."""
    cases = [case(seed, target, folder) for seed in SEEDS]
    rendered = engine([case.file for case in cases], folder)
    articles = right = lines = same = 0
    for one, pages in zip(cases, rendered, strict=True):
        found = rendered_pages(one, pages)
        for entry, page in zip(one.layout.entries, found, strict=True):
            articles += 1
            right += page == entry.page
            if page != entry.page:
                report(f"{one.name}: {entry.title}: computed {entry.page}, rendered {page}")
        ours, theirs = body_lines(one), [line for page in pages for line in page]
        lines, same = lines + len(ours), same + sum(line in set(theirs) for line in ours)
    report(f"{engine.__name__}, {len(cases)} issues: {right}/{articles} article pages, {same}/{lines} lines")
    return right / articles


def rendered_pages(one: Case, pages: Pages) -> list[int | None]:
    """For each article the number of the page, after the cover, on which its title's first line stands."""
    found: list[int | None] = []
    at = 1
    for title in title_lines(one.layout):
        place = next((number for number in range(at, len(pages)) if bare(title) in pages[number]), None)
        found.append(None if place is None else place + 1)
        at = place or at
    return found


def body_lines(one: Case) -> list[str]:
    return [bare(line.text) for page in one.layout.pages if not page.cover for line in page.lines]
