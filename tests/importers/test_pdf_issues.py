"""Whole issues re-made as PDF by LibreOffice: the same articles come back."""

import shutil
from pathlib import Path

import pytest

from kjqb.actions.export import ExportRequest, Format, export
from kjqb.actions.import_issue import ImportRequest, import_issue
from kjqb.actions.incoming import Incoming
from kjqb.external import fonts, libreoffice
from kjqb.importers.back_issue import BackIssue, read_back_issue
from kjqb.importers.decode import decode
from kjqb.importers.pdf.read import read_pdf_lines
from kjqb.layout.target import Target
from kjqb.model.article import Article, block_passages
from kjqb.model.page_setup import BULLETIN
from kjqb.model.source import Source
from tests import workspaces

from .texts import texts

ROOT = Path(__file__).resolve().parents[2]
ISSUES = {
    "seed": ROOT.parent / "shared" / "seed" / "2024-01.txt",
    "own": ROOT / "tests" / "data" / "back_issue" / "2023-06.txt",
}

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]


def remade(text: Path, folder: Path) -> bytes:
    """The PDF of the issue that a text is: imported, exported, printed; blanks as they stand in the text."""
    configuration = workspaces.BULLETIN + '[check.K201]\nstyle = "keep"\n'
    workspace = workspaces.make(folder, {"kjqb.toml": configuration})
    import_issue(workspace, ImportRequest(Incoming.read(str(text))))
    request = ExportRequest(formats=(Format.DOCX,), output=folder / "issue.docx", target=Target.LIBREOFFICE)
    export(workspace, request)
    settings = folder / "fonts.conf"
    settings.write_text(fonts.fontconfig(folder / "cache"), "utf-8")
    environment = {"FONTCONFIG_FILE": str(settings)}
    (made,) = libreoffice.convert(libreoffice.find(), [folder / "issue.docx"], "pdf", folder, environment=environment)
    return made.read_bytes()


def content(article: Article) -> list[object]:
    """Title, kinds and texts of blocks; no blanks, for a PDF does not say whether one stood between Han and Latin."""
    blocks = [(type(block), _bare(passage.text)) for block in article.blocks for passage in block_passages(block)]
    return [_bare(article.title.text), *blocks]


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("name", "folios", "turns"), [("seed", 11, 10), ("own", 10, 5)])
def test_an_issue_comes_back_from_its_pdf(name: str, folios: int, turns: int, tmp_path: Path):
    text = ISSUES[name]
    if not text.exists():
        pytest.skip(f"{text} is not there: the real issue was NOT imported")
    before = read_back_issue(Source(text.name, decode(text.read_bytes(), text.name)), BULLETIN)
    read = read_pdf_lines(remade(text, tmp_path), text.with_suffix(".pdf").name)
    after = read_back_issue(read.source, BULLETIN)
    assert [content(article) for article in after.issue.articles] == [content(each) for each in before.issue.articles]
    assert _colophon(after) == _colophon(before)
    assert after.issue.id == before.issue.id
    assert [loss.what for loss in after.losses] == []
    assert [loss.what for loss in read.losses] == [f"原来版面的页码{folios}处未导入"]
    assert sum(read.joined(after.issue.articles)) == len(read.joins) == turns


def _colophon(back: BackIssue) -> list[str]:
    return list(map(_bare, texts(back.issue.colophon)))
