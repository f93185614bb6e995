"""Lines of a PDF, from the places of its characters."""

import sys
from pathlib import Path

import pytest

from kjqb.errors import ExitCode, ToolMissingError
from kjqb.external.pdf import UnreadablePdfError, pages


def pdf(path: Path, *contents: str) -> Path:
    """A file of one page for each content stream, whose font /F is Helvetica."""
    kids = " ".join(f"{3 + 2 * rank} 0 R" for rank in range(len(contents)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>"]
    resources = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    for rank, content in enumerate(contents):
        page = f"/Parent 2 0 R/MediaBox[0 0 400 400]/Resources{resources}/Contents {4 + 2 * rank} 0 R"
        objects += [f"<</Type/Page{page}>>", f"<</Length {len(content)}>>stream\n{content}\nendstream"]
    body, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    path.write_text(f"{body}{end}startxref\n{len(body)}\n%%EOF\n")
    return path


def at(x: float, y: float, text: str, size: float = 16) -> str:
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def test_lines_go_from_the_top_down_page_by_page(tmp_path: Path):
    file = pdf(tmp_path / "a.pdf", at(20, 300, "second") + at(20, 330, "first"), at(20, 300, "third"))
    assert pages(file) == (("first", "second"), ("third",))


def test_what_stands_on_one_base_line_is_one_line_without_blanks(tmp_path: Path):
    parts = [at(200, 300, "c d"), at(20, 300, "a"), at(110, 300, "b")]
    assert pages(pdf(tmp_path / "a.pdf", "".join(parts))) == (("abcd",),)


def test_a_raised_number_belongs_to_its_line(tmp_path: Path):
    content = at(20, 300, "noted") + at(70, 305, "1", 9) + at(20, 280, "next")
    assert pages(pdf(tmp_path / "a.pdf", content)) == (("noted1", "next"),)


def test_a_hyphen_at_a_line_s_end_is_one(tmp_path: Path):
    content = at(20, 300, "state-of-the-") + at(20, 280, "art")
    assert pages(pdf(tmp_path / "a.pdf", content)) == (("state-of-the-", "art"),)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"PK\x03\x04 no PDF"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes):
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    with pytest.raises(UnreadablePdfError) as caught:
        pages(file)
    assert caught.value.exit_code is ExitCode.BAD_INPUT


def test_without_the_library_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ToolMissingError) as caught:
        pages(tmp_path / "a.pdf")
    assert 'pip install "kjqb[pdf]"' in caught.value.hint
