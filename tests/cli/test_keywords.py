"""`kjqb keywords`."""

import json
from pathlib import Path

import pytest

from kjqb.errors import ExitCode

from .commands import kjqb

FILE = Path("issues/2024-01/乙县.md")


@pytest.fixture
def quoting(workspace: Path) -> Path:
    """The workspace, its second article with a term in quotation marks."""
    path = workspace / FILE
    path.write_text(path.read_text("utf-8") + "\n农户说“少耕不耕”省了工。\n", "utf-8")
    return workspace


def test_it_suggests_and_writes_nothing(quoting: Path):
    before = (quoting / FILE).read_bytes()
    assert "少耕不耕" in kjqb("keywords").stdout
    found = json.loads(kjqb("keywords", "--article", "2", "--json").stdout)
    assert found["schema"] == "kjqb.keywords/1"
    assert {"word": "少耕不耕", "why": "quoted", "count": 1} in found["articles"][0]["candidates"]
    assert (quoting / FILE).read_bytes() == before


def test_what_is_taken_is_written_in_the_words_of_the_vocabulary(quoting: Path):
    (quoting / "vocabulary.toml").write_text(
        'format = 1\n[[term]]\nname = "保护性耕作"\nused-for = ["少耕不耕"]\n', "utf-8"
    )
    before = (quoting / FILE).read_text("utf-8")
    assert kjqb("keywords", "--article", "2", "--take", "少耕不耕", "--dry-run").exit_code == ExitCode.OK
    assert (quoting / FILE).read_text("utf-8") == before
    for _ in range(2):
        assert kjqb("keywords", "--article", "2", "--take", "少耕不耕").exit_code == ExitCode.OK
        written = (quoting / FILE).read_text("utf-8")
        assert written.replace('keywords = ["保护性耕作"]\n', "") == before
        assert written != before
    assert "保护性耕作" in kjqb("index", "--by", "subject").stdout


def test_a_word_needs_an_article(quoting: Path):
    assert kjqb("keywords", "--take", "耕作").exit_code == ExitCode.USAGE
    assert kjqb("keywords", "--take", "耕作", "--article", "9").exit_code == ExitCode.USAGE
    assert kjqb("keywords", "--take", " ", "--article", "1").exit_code == ExitCode.USAGE
