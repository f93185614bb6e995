"""Make the files of this folder with LibreOffice: `python -m tests.data.old_word.make`; the text is ours."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from kjqb.external import libreoffice
from tests.data.pdf.make import CODES, GRID, document, p

HERE = Path(__file__).parent
TEXT = document(p("旧格式的来稿", "Title") + p(CODES) + p("一、版面") + p(GRID))
FORMATS = ("doc", "rtf", "odt", "docx")


def make() -> None:
    """Write all files; Kingsoft's .wps is a Word 97 file under another name."""
    with TemporaryDirectory() as temporary:
        source = Path(temporary, "article.fodt")
        source.write_text(TEXT, "utf-8")
        for kind in FORMATS:
            libreoffice.convert(libreoffice.find(), [source], kind, HERE)
        shutil.copy(HERE / "article.doc", HERE / "article.wps")


if __name__ == "__main__":
    make()
