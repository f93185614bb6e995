"""Saved pages of many shapes and encodings: each with all that its import gives beside it."""

from pathlib import Path

import pytest

from kjqb.importers.html.read import read_html
from kjqb.workspace.pictures import images_of

from .imported import written_out

FOLDER = Path(__file__).resolve().parents[1] / "data" / "web"
PAGES = sorted(path.stem for path in FOLDER.glob("*.html"))


def test_the_corpus_is_there():
    assert len(PAGES) >= 15


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_what_is_written_beside_it(name: str):
    page = FOLDER / f"{name}.html"
    found = read_html(page.read_bytes(), page.name, images=images_of(FOLDER, FOLDER))
    assert written_out(found) == page.with_suffix(".expected").read_text("utf-8")
