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
from tests.oracle.agreement import Agreement, Pages, agreement
from tests.oracle.engines import libreoffice_pages, onlyoffice_pages, word_rule_pages
from tests.oracle.generated import Case, case, mixed, plain

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]

SEEDS = range(1, 101)
"""Of the issues that are compared: so many plain ones, and as many with all that an issue can hold."""

FEWER = range(1, 51)
"""For OnlyOffice, which takes longer."""

ROOT = Path(__file__).parents[2]
BACK_ISSUES = (ROOT / "tests" / "data" / "back_issue" / "2023-06.txt", ROOT.parent / "shared" / "seed" / "2024-01.txt")

Engine = Callable[[Sequence[Path], Path], Sequence[Pages]]
Report = Callable[[str], None]
engines = pytest.mark.parametrize(
    ("target", "engine"),
    [(Target.LIBREOFFICE, libreoffice_pages), (Target.WORD, word_rule_pages)],
    ids=["libreoffice", "word-s-rules"],
)


@engines
def test_plain_issues_have_the_computed_pages(target: Target, engine: Engine, tmp_path: Path, report: Report):
    found = compared([plain(seed, target, tmp_path) for seed in SEEDS], engine, tmp_path, report)
    assert found.articles.part == 1
    assert found.starts.part >= (0.998 if target is Target.LIBREOFFICE else 0.99)  # the twin knows no letter-spacing
    assert found.lines.part >= 0.995


@engines
def test_issues_of_all_blocks_have_the_computed_pages(target: Target, engine: Engine, tmp_path: Path, report: Report):
    found = compared([mixed(seed, target, tmp_path) for seed in SEEDS], engine, tmp_path, report)
    articles, starts, lines = (0.999, 0.985, 0.995) if target is Target.LIBREOFFICE else (0.99, 0.975, 0.98)
    assert found.articles.part >= articles
    assert found.starts.part >= starts
    assert found.lines.part >= lines


@pytest.mark.skipif(not importlib.util.find_spec("docbuilder"), reason="OnlyOffice (document-builder) is not installed")
def test_onlyoffice_gives_nearly_every_article_its_computed_page(tmp_path: Path, report: Report):
    cases = [plain(seed, Target.WORD, tmp_path) for seed in FEWER]
    assert compared(cases, onlyoffice_pages, tmp_path, report).articles.part >= 0.99


@engines
def test_the_sample_issues_and_back_issues_have_the_computed_pages(
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
    assert compared(cases, engine, tmp_path, report).articles.part == 1


def compared(cases: Sequence[Case], engine: Engine, folder: Path, report: Report) -> Agreement:
    """The agreement; what differs is reported."""
    found = agreement(cases, engine([case.file for case in cases], folder))
    for difference in found.differences:
        report(difference)
    report(
        f"{engine.__name__}, {len(cases)} issues: {found.articles} article pages, {found.starts} page starts, "
        f"{found.lines} lines"
    )
    return found
