"""Clean official sentences, each an article of one paragraph: what is flagged in them was looked at one by one."""

from collections import Counter
from pathlib import Path

import pytest

from kjqb.check.finding import Report
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Severity

from . import texts

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "official-clean.txt"


@pytest.fixture(scope="module")
def report() -> Report:
    if not CORPUS.exists():
        pytest.skip(f"{CORPUS} is not there: false alarms were NOT counted")
    lines = CORPUS.read_text("utf-8").splitlines()
    return run(
        [Subject.of_article(texts.article(line, file=str(number))) for number, line in enumerate(lines, start=1)]
    )


def test_the_sentences_were_all_read(report: Report) -> None:
    assert report.checked.files == report.checked.blocks == 964


def test_there_is_no_false_alarm(report: Report) -> None:
    """Half-width marks, full-width digits and odd blanks do stand there, and sentences cut off in a quotation."""
    counted = Counter(finding.code for finding in report.findings if finding.severity is not Severity.INFO)
    del counted["P109"]
    assert counted == {"K207": 1, "P101": 7, "P103": 3, "P105": 9, "P107": 3, "P116": 1, "P124": 2}


def test_there_are_few_hints_and_all_are_right(report: Report) -> None:
    counted = Counter(finding.code for finding in report.findings if finding.severity is Severity.INFO)
    assert counted == {"N310": 1, "P111": 7, "S509": 1}


def test_what_lacks_its_end_is_a_fragment(report: Report) -> None:
    unfinished = [finding for finding in report.findings if finding.code == "P109"]
    assert len(unfinished) < 80
    assert all(not finding.extent.source.text.rstrip().endswith(("。", "！", "？")) for finding in unfinished)
