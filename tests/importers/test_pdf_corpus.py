"""PDF files of many shapes, made by LibreOffice: each with all that its import gives beside it."""

from pathlib import Path

import pytest

from kjqb.errors import KjqbError
from kjqb.importers.pdf.read import GarbledPdfError, ScannedPdfError, read_pdf

from .imported import written_out

FOLDER = Path(__file__).resolve().parents[1] / "data" / "pdf"
READ = sorted(path.stem for path in FOLDER.glob("*.expected"))


def test_the_corpus_is_there():
    assert len(READ) >= 8


@pytest.mark.parametrize("name", READ)
def test_a_file_gives_what_is_written_beside_it(name: str):
    file = FOLDER / f"{name}.pdf"
    found = read_pdf(file.read_bytes(), file.name)
    assert written_out(found) == file.with_suffix(".expected").read_text("utf-8")


@pytest.mark.parametrize(("name", "error"), [("scan", ScannedPdfError), ("columns", GarbledPdfError)])
def test_what_would_come_out_wrong_is_refused_with_a_remedy(name: str, error: type[KjqbError]):
    with pytest.raises(error, match="第1页") as caught:
        read_pdf((FOLDER / f"{name}.pdf").read_bytes(), f"{name}.pdf")
    assert "docx" in caught.value.hint or "Word" in caught.value.hint
