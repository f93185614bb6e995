"""The pages that kjqb computes are those that other engines make of the same file."""

import importlib.util
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kjqb.importers.back_issue import read_back_issue
from kjqb.layout.target import Target
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Source
from kjqb.workspace.workspace import Workspace
from tests.oracle.engines import Pages, bare, libreoffice_pages, onlyoffice_pages, word_rule_pages
from tests.oracle.generated import Case, case, generated, title_lines

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed"),
]

SEEDS = range(1, 33)
ROOT = Path(__file__).parents[2]
BACK_ISSUES = (ROOT / "tests" / "data" / "back_issue" / "2023-06.txt", ROOT.parent / "shared" / "seed" / "2024-01.txt")

Engine = Callable[[Sequence[Path], Path], list[Pages]]
Report = Callable[[str], None]
engines = pytest.mark.parametrize(
    ("target", "engine"),
    [(Target.LIBREOFFICE, libreoffice_pages), (Target.WORD, word_rule_pages)],
    ids=["libreoffice", "word-s-rules"],
)


@engines
def test_every_generated_article_stands_on_its_computed_page(
    target: Target, engine: Engine, tmp_path: Path, report: Report
):
    assert agreement([generated(seed, target, tmp_path) for seed in SEEDS], engine, tmp_path, report) == 1


@pytest.mark.skipif(not importlib.util.find_spec("docbuilder"), reason="OnlyOffice (document-builder) is not installed")
def test_onlyoffice_sets_nearly_every_generated_article_on_its_computed_page(tmp_path: Path, report: Report):
    cases = [generated(seed, Target.WORD, tmp_path) for seed in SEEDS]
    assert agreement(cases, onlyoffice_pages, tmp_path, report) >= 0.97


@engines
def test_every_article_of_the_sample_issues_and_back_issues_stands_on_its_computed_page(
    target: Target, engine: Engine, tmp_path: Path, report: Report
):
    workspace = Workspace.find(ROOT)
    bulletin = workspace.bulletin()
    cases = [case(str(id_), workspace.issue(id_), bulletin, target, tmp_path) for id_ in workspace.issue_ids()]
    for text in BACK_ISSUES:
        if not text.exists():
            report(f"{text.name} is not here and was not compared")
            continue
        issue = read_back_issue(Source(text.name, text.read_text("utf-8")), BULLETIN).issue
        cases.append(case(f"back {text.stem}", issue, bulletin, target, tmp_path))
    assert agreement(cases, engine, tmp_path, report) == 1


def agreement(cases: Sequence[Case], engine: Engine, folder: Path, report: Report) -> float:
    """The share of articles whose page is the computed one; what differs, and how the lines agree, is reported."""
    rendered = engine([case.file for case in cases], folder)
    articles = right = lines = same = 0
    for one, pages in zip(cases, rendered, strict=True):
        for entry, page in zip(one.layout.entries, rendered_pages(one, pages), strict=True):
            articles += 1
            right += page == entry.page
            if page != entry.page:
                report(f"{one.name}: {entry.title}: computed {entry.page}, rendered {page}")
        ours, theirs = body_lines(one), {line for page in pages for line in page}
        lines, same = lines + len(ours), same + sum(line in theirs for line in ours)
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
