"""PDF files: what they are refused for, titles, whole issues, and what holds for any."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjqb.errors import ExitCode, KjqbError
from kjqb.external.pdf import LargePdfError, UnreadablePdfError
from kjqb.importers.pdf.paragraphs import PdfParagraph, measure, paragraphs
from kjqb.importers.pdf.read import MAX_PAGES, ScannedPdfError, read_pdf
from kjqb.importers.pdf.rows import PdfLine, common
from tests.external.test_pdf import at, pdf

from .texts import body

FOLDER = Path(__file__).resolve().parents[1] / "data" / "pdf"
FULL, SHORT = 300.0, 120.0
"""Where a full line and a short one end, in points; lines begin at 20 or, indented, at 40."""


def line(text: str, base: float, *, left: float = 20, right: float = FULL, page: int = 1, size: float = 10) -> PdfLine:
    return PdfLine(text, page, left, right, base, size, first=size)


def texts(*found: PdfLine) -> list[str]:
    full = [line("文", 900 - 10 * rank, page=9) for rank in range(9)]
    area = measure([*found, *full])
    return ["".join(each.text for each in paragraph.lines) for paragraph in paragraphs(found, area)]


def test_a_full_line_goes_on_in_the_next():
    assert texts(line("甲", 700), line("乙", 690, right=SHORT)) == ["甲乙"]


def test_a_line_that_is_not_full_ends_its_paragraph():
    assert texts(line("甲", 700, right=SHORT), line("乙", 690)) == ["甲", "乙"]


def test_an_indent_begins_a_paragraph_though_the_line_before_is_full():
    assert texts(line("甲。", 700), line("乙", 690, left=40)) == ["甲。", "乙"]


def test_a_line_is_full_where_the_next_word_did_not_fit():
    wide = PdfLine("internationalisation", 1, 20, 200, 690, 10, first=95)
    assert texts(line("甲", 700, right=210), wide) == ["甲internationalisation"]


def test_a_full_line_goes_on_over_the_page_turn():
    assert texts(line("甲", 20), line("乙", 700, page=2, right=SHORT)) == ["甲乙"]
    assert PdfParagraph((line("甲", 20), line("乙", 700, page=2))).turns == 1


def test_a_note_at_the_foot_does_not_part_what_goes_over_the_page():
    note = line("1 注", 20, size=7, right=SHORT)
    assert texts(line("甲", 40), note, line("乙", 700, page=2, right=SHORT)) == ["甲乙", "1 注"]


def test_an_entry_of_a_contents_list_ends_its_line():
    assert texts(line("甲……2", 700), line("乙……3", 690)) == ["甲……2", "乙……3"]


def test_another_size_of_type_begins_a_paragraph():
    assert texts(line("甲", 700, size=16), line("乙", 690)) == ["甲", "乙"]


def test_signs_for_radicals_are_put_as_the_characters_that_they_look_like():
    assert common("⼀⽉，一月") == ("一月，一月", 2)


def test_a_title_given_goes_before_the_largest_line():
    file = FOLDER / "blocks.pdf"
    found = read_pdf(file.read_bytes(), file.name, title="别的题目")
    assert (found.article.title.text, body(found.article)[0]) == ("别的题目", "来稿编码与版面")


def test_turned_text_and_what_the_file_does_not_name_are_told(tmp_path: Path):
    turned = "BT /F 16 Tf 0.7 0.7 -0.7 0.7 90 90 Tm (DRAFT) Tj ET\n"
    found = read_pdf(pdf(tmp_path / "a.pdf", at(20, 300, "upright text") + turned).read_bytes(), "a.pdf")
    assert ["DRAFT" in loss.text for loss in found.losses] == [True]
    assert body(found.article) == ["upright text"]


def test_words_painted_apart_have_a_blank_and_cells_a_wide_one(tmp_path: Path):
    content = at(20, 300, "one") + at(52, 300, "two") + at(200, 300, "three")
    assert body(read_pdf(pdf(tmp_path / "a.pdf", content).read_bytes(), "a.pdf").article) == ["one two　three"]


def test_a_file_without_text_is_refused(tmp_path: Path):
    with pytest.raises(ScannedPdfError) as caught:
        read_pdf(pdf(tmp_path / "a.pdf", "").read_bytes(), "a.pdf")
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert "OCR" in caught.value.hint


def test_too_many_pages_are_refused(tmp_path: Path):
    data = pdf(tmp_path / "a.pdf", *["" for _ in range(MAX_PAGES + 1)]).read_bytes()
    with pytest.raises(LargePdfError, match=str(MAX_PAGES)):
        read_pdf(data, "a.pdf")


def test_more_text_than_an_article_has_is_refused(tmp_path: Path):
    shown = "BT /F 10 Tf 20 20 Td " + "(abcdefghijklmnopqrst) Tj " * 40_000 + "ET"
    with pytest.raises(LargePdfError, match="700,000"):
        read_pdf(pdf(tmp_path / "a.pdf", shown).read_bytes(), "a.pdf")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing_but_our_own_errors(data: bytes):
    for whole in (data, b"%PDF-1.4\n" + data):
        with pytest.raises(UnreadablePdfError):
            read_pdf(whole, "a.pdf")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_file_raises_nothing_but_our_own_errors(data: st.DataObject):
    file = data.draw(st.sampled_from(["latin", "notes", "scan"]))
    damaged = bytearray((FOLDER / f"{file}.pdf").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=20)):
        damaged[place] = data.draw(st.integers(0, 255))
    with suppress(KjqbError):
        read_pdf(bytes(damaged[: data.draw(st.integers(0, len(damaged)))]), "a.pdf")
