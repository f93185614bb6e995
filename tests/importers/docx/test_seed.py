"""The real issue as a Word file that LibreOffice has made of it: the same articles as from its text."""

from pathlib import Path

import pytest

from kjqb.errors import ToolMissingError
from kjqb.external import libreoffice
from kjqb.importers.back_issue import read_back_issue
from kjqb.importers.decode import decode
from kjqb.importers.docx.read import read_docx_issue
from kjqb.model.article import Article, block_passages
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Source

from ..test_seed import SEED

pytestmark = pytest.mark.oracle


def content(article: Article) -> object:
    blocks = [(type(block), [passage.text for passage in block_passages(block)]) for block in article.blocks]
    return article.title.text, article.regions, blocks


def test_it_imports_to_the_same_articles(tmp_path: Path):
    if not SEED.exists():
        pytest.skip(f"{SEED} is not there: the real issue was NOT imported")
    try:
        soffice = libreoffice.find()
    except ToolMissingError as error:
        pytest.skip(error.what)
    text = decode((SEED / "2024-01.txt").read_bytes(), "2024-01.txt")
    (tmp_path / "2024-01.txt").write_text(text, "utf-8-sig")
    (made,) = libreoffice.convert(soffice, [tmp_path / "2024-01.txt"], "docx", tmp_path)
    wanted = read_back_issue(Source("2024-01.txt", text), BULLETIN)
    found = read_docx_issue(made.read_bytes(), "2024-01.docx", BULLETIN)
    assert list(map(content, found.issue.articles)) == list(map(content, wanted.issue.articles))
    assert found.printed_pages == wanted.printed_pages
    assert [loss.text for loss in found.losses] == [loss.text for loss in wanted.losses] == ["-"]
