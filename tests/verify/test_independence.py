"""What LibreOffice says does not hang on what the edition says: a wrong number in it is found."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kjqb.external import fonts, libreoffice, pdf
from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.verify.comparison import Comparison, compare
from kjqb.verify.live_numbers import with_live_numbers
from kjqb.verify.rendered import rendered_pages
from tests.issues import article, bulletin, issue
from tests.verify.saved import DOCUMENT, changed, edition

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]

TITLES = ("甲市建成科技资源共享平台", "乙县推广保护性耕作", "丙县的经验")
ISSUE = issue(*(article(title, "平台面向全市开放仪器设备集中登记" * 50) for title in TITLES))


@pytest.fixture(scope="module")
def layout() -> Layout:
    return lay_out(ISSUE, bulletin(), Target.WORD)


def compared(layout: Layout, data: bytes, folder: Path) -> Comparison:
    configuration = folder / "fonts.conf"
    configuration.write_text(fonts.fontconfig(folder / "cache"), "utf-8")
    file = folder / "edition.docx"
    file.write_bytes(with_live_numbers(data))
    environment = {"FONTCONFIG_FILE": str(configuration)}
    (made,) = libreoffice.convert(libreoffice.find(), [file], "pdf", folder, environment=environment)
    return compare(layout, rendered_pages(pdf.pages(made), covers=1, first=2))


def different(comparison: Comparison) -> list[str]:
    return [entry.title for entry in comparison.entries if not entry.agrees]


def test_numbers_that_the_edition_states_are_counted_anew(layout: Layout, tmp_path: Path):
    stated = edition(ISSUE, layout)
    stale = changed(stated, DOCUMENT, lambda text: re.sub(r"(<w:t[^>]*>)\d(</w:t>)", r"\g<1>9\2", text))
    assert stale != stated
    assert different(compared(layout, stale, tmp_path)) == []


def test_a_number_shifted_in_the_layout_is_found(layout: Layout, tmp_path: Path):
    first, second, third = layout.entries
    shifted = replace(layout, entries=(first, second, replace(third, page=third.page + 1)))
    assert different(compared(shifted, edition(ISSUE, shifted), tmp_path)) == [TITLES[2]]


def test_a_page_that_moves_in_the_edition_is_found(layout: Layout, tmp_path: Path):
    title = '<w:pStyle w:val="Heading1"/>'
    moved = changed(
        edition(ISSUE, layout), DOCUMENT, lambda text: f"{title}<w:pageBreakBefore/>".join(text.rsplit(title, 1))
    )
    found = compared(layout, moved, tmp_path)
    assert different(found) == [TITLES[2]]
    assert found.entries[2].rendered == found.entries[2].printed == layout.entries[2].page + 1
