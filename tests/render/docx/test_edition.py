"""What stands in the file of a Word edition."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kjqb.layout.lay_out import lay_out
from kjqb.layout.target import Target
from kjqb.model.bulletin import Bulletin
from kjqb.model.issue import Issue
from kjqb.model.page_setup import BULLETIN, GBT9704
from kjqb.render.docx.edition import docx as edition
from kjqb.text.characters import is_cjk
from tests.issues import article, bulletin, issue

BODY = "本刊用GB/T 15834—2011检查标点，用A4纸、30字×21行的版心编排，页码由程序算出。" * 6
SAMPLE = issue(
    article(
        "标点符号：先看用法 再看位置", "#一、总说", BODY, "##（一）分说", BODY, "###1.细目", BODY, "####（1）条目", BODY
    ),
    article("目次怎样编排", BODY, BODY),
)


def made(one: Issue = SAMPLE, of: Bulletin | None = None, target: Target = Target.WORD) -> bytes:
    return edition(one, lay_out(one, of or bulletin(), target), modified=datetime(2024, 3, 20))


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def style_of(paragraph: Paragraph) -> str:
    assert paragraph.style
    return paragraph.style.name or ""


def xml(data: bytes, part: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(part).decode()


def test_every_run_is_of_one_class_with_all_four_font_slots_alike():
    for paragraph in opened(made()).element.body.iter(qn("w:p")):
        for run in paragraph.iter(qn("w:r")):
            text = "".join(node.text or "" for node in run.iter(qn("w:t")))
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert len({is_cjk(character) for character in text}) <= 1
            if text:
                assert fonts is not None
                slots = {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
                assert len(slots) == 1
                assert (slots == {"Times New Roman"}) is not is_cjk(text[0])


def test_the_text_is_that_of_the_issue():
    paragraphs = [paragraph.text for paragraph in opened(made()).paragraphs]
    for passage in (passage for one in SAMPLE.articles for passage in one.passages):
        assert passage.text in paragraphs
    assert "电话：0000" in paragraphs


def test_the_contents_field_shows_the_computed_pages_and_is_not_dirty():
    data = made()
    document = xml(data)
    layout = lay_out(SAMPLE, bulletin(), Target.WORD)
    entries = [paragraph.text for paragraph in opened(data).paragraphs if style_of(paragraph) == "toc 1"]
    assert entries == [f"{entry.title}\t{entry.page}" for entry in layout.entries]
    assert document.count(' TOC \\o "1-1"') == 1
    assert document.count('fldCharType="begin"') == document.count('fldCharType="end"') == 1 + len(entries)
    assert "dirty" not in document
    assert "updateFields" not in xml(data, "word/settings.xml")


def test_every_entry_points_at_the_bookmark_round_its_title():
    document = xml(made())
    anchors = re.findall(r'w:anchor="(\w+)"', document)
    assert anchors == re.findall(r"PAGEREF (\w+)", document) == re.findall(r'bookmarkStart w:name="(\w+)"', document)
    assert len(set(anchors)) == len(SAMPLE.articles)


def test_what_the_rule_of_the_masthead_adds_is_taken_off_its_title():
    # three lines of 30 pt, less a rule of 1.5 pt and the 4 pt above it
    spacing = opened(made()).styles["Title"].paragraph_format.line_spacing
    assert spacing.pt == 90 - 5.5


def test_titles_and_headings_have_the_styles_that_word_s_navigation_knows():
    styles = [style_of(paragraph) for paragraph in opened(made()).paragraphs]
    assert styles[0] == "Title"
    assert [name for name in styles if name.startswith("Heading")] == [
        "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5", "Heading 1",
    ]  # fmt: skip


def test_the_marker_is_a_numbering_not_a_character():
    data = made()
    assert "★" not in xml(data)
    assert 'w:lvlText w:val="★"' in xml(data, "word/numbering.xml")
    without = made(of=bulletin(marker=""))
    assert "numPr" not in xml(without, "word/styles.xml")


def test_pitch_is_exact_in_every_style_and_word_s_habits_are_off():
    data = made(of=bulletin(setup=GBT9704))
    styles = xml(data, "word/styles.xml")
    rules = re.findall(r'w:line="(\d+)" w:lineRule="(\w+)"', styles)
    assert len(rules) > 10
    assert {rule for _, rule in rules} == {"exact"}
    assert 'w:spacing w:val="-5"' in styles  # the quarter of a point that sets 28 characters in 156 mm
    for tag in ("autoSpaceDE", "autoSpaceDN", "snapToGrid", "widowControl", "overflowPunct"):
        assert f'<w:{tag} w:val="0"/>' in styles
    assert "docGrid" not in xml(data)
    assert "doNotCompress" in xml(data, "word/settings.xml")


def test_the_target_decides_on_hanging_marks():
    assert '<w:overflowPunct w:val="1"/>' in xml(made(target=Target.LIBREOFFICE), "word/styles.xml")


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones_and_not_on_the_cover():
    document = opened(made())
    cover, body = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    assert cover.footer.is_linked_to_previous
    assert cover._sectPr.findall(qn("w:footerReference")) == []
    for footer, side in ((body.footer, "right"), (body.even_page_footer, "left")):
        assert "".join(footer.paragraphs[0].text.split()) == "—1—"
        assert f'<w:jc w:val="{side}"/>' in footer.paragraphs[0]._p.xml


def test_the_paper_and_the_type_area_are_those_of_the_setup():
    for setup in (BULLETIN, GBT9704):
        section = opened(made(of=bulletin(setup=setup))).sections[1]
        margins = [section.left_margin, section.right_margin]
        assert (section.page_width or 0) - sum(filter(None, margins)) == pytest.approx(setup.measure.emu, abs=635)


def test_an_article_that_begins_a_page_says_so():
    pages = made(of=bulletin(setup=replace(BULLETIN, run_on=False)))
    assert xml(pages).count("pageBreakBefore") == len(SAMPLE.articles) - 1


def test_the_package_holds_nothing_that_nobody_asked_for():
    names = zipfile.ZipFile(io.BytesIO(made())).namelist()
    assert names == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "word/numbering.xml",
        "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip


def test_properties_are_those_of_the_issue():
    properties = opened(made()).core_properties
    assert (properties.title, properties.author) == ("编排样刊2024年第3期", "样刊编辑部")
    assert properties.created == properties.modified
    assert str(properties.created)[:10] == "2024-03-20"


def test_the_same_issue_gives_the_same_bytes():
    assert made() == made()


def test_a_colophon_that_does_not_fit_has_a_page_to_itself_and_stays_whole():
    lines = tuple(f"第{number}项：内容" for number in range(1, 15))
    full = issue(article("正文占满版面", *[BODY] * 6), colophon=lines)
    layout = lay_out(full, bulletin(), Target.WORD)
    assert [line.text for line in layout.pages[-1].lines] == list(lines)
    document = xml(made(full))
    assert document.count("<w:pageBreakBefore/>") == 1
    assert document.count("<w:keepNext/><w:pageBreakBefore/>") == 1
    assert document.count("<w:keepNext/>") == len(lines) - 1
