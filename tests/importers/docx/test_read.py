"""A Word file as an article: its title, its tracked changes, its limits."""

import pytest

from kjqb.errors import ExitCode
from kjqb.importers.docx.read import read_docx, read_docx_issue
from kjqb.importers.docx.reading import Revisions
from kjqb.importers.docx.undecided import UndecidedRevisionsError
from kjqb.importers.loose import NotAnIssueError
from kjqb.importers.result import ImportedArticle
from kjqb.model.article import Figure, Heading, Paragraph, Table, block_passages
from kjqb.model.page_setup import BULLETIN
from kjqb.ooxml.limits import Limits
from kjqb.ooxml.opened import UnreadableDocxError, opened
from tests.check.words import package

from .cases import CASES, word_file


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(*paragraphs: str, title: str | None = None) -> ImportedArticle:
    return read_docx(package("".join(paragraphs)), "来稿.docx", title=title)


BODY = paragraph("平台面向全市开放。")


def test_a_title_that_is_given_goes_before_the_first_line_which_stays():
    found = read(paragraph("某市建成平台"), BODY, title="新题").article
    assert found.title.text == "新题"
    assert block_passages(found.blocks[0])[0].text == "某市建成平台"


def test_a_title_that_is_given_is_not_repeated():
    found = read(paragraph("某市 建成平台"), BODY, title="某市建成平台").article
    assert [type(block) for block in found.blocks] == [Paragraph]


def test_a_title_in_its_style_that_is_not_taken_is_a_loss():
    found = read_docx(word_file("ruby"), "来稿.docx", title="新题")
    assert [loss.text for loss in found.losses] == ["某市建成资源共享平台", "yuè"]
    assert len(found.article.blocks) == 1


def test_a_file_with_revisions_is_refused_where_nobody_has_decided():
    with pytest.raises(UndecidedRevisionsError) as caught:
        read_docx(word_file("revisions-accepted"), "来稿.docx", revisions=Revisions.ASK)
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert caught.value.revisions[:2] == ("删去“5项”（张三）", "加入“六项”（张三）")
    assert "--revisions original" in caught.value.hint


def test_a_file_without_revisions_needs_no_decision():
    assert read_docx(word_file("tones"), "来稿.docx", revisions=Revisions.ASK).article.blocks


def test_a_field_that_does_not_end_hides_nothing():
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>'
    found = read(paragraph("某市建成平台"), begin, BODY).article
    assert [passage.text for block in found.blocks for passage in block_passages(block)] == ["平台面向全市开放。"]


def test_a_table_as_wide_as_anyone_says_has_no_more_columns_than_cells():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr>{}</w:tc>'.format(paragraph("甲"))
    found = read(paragraph("某市建成平台"), f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>").article
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert len(table.aligns) == 2


def test_notes_without_text_leave_no_mark():
    mark = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    found = read(paragraph("某市建成平台"), BODY.replace("</w:p>", f"{mark}</w:p>"))
    assert [block.passage.marks for block in found.article.blocks if isinstance(block, Paragraph)] == [()]
    assert [loss.what for loss in found.losses] == ["这里的脚注没有文字，标记未导入"]


def test_a_bold_line_is_no_heading_where_all_is_bold():
    bold = BODY.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    lines = bold.replace("平台面向全市开放。", "建设情况")
    found = read(paragraph("某市建成平台"), lines, bold, bold).article
    assert not any(isinstance(block, Heading) for block in found.blocks)
    assert not any(passage.marks for passage in found.passages)


def test_an_image_is_read_once_however_often_it_is_shown():
    found = read_docx(word_file("images"), "来稿.docx").article
    first, second = (block.picture for block in found.blocks if isinstance(block, Figure))
    assert first is second


def test_an_article_is_no_back_issue():
    with pytest.raises(NotAnIssueError):
        read_docx_issue(word_file("tones"), "来稿.docx", BULLETIN)


@pytest.mark.parametrize("limits", [Limits(parts=3), Limits(part=1_000), Limits(whole=2_000), Limits(tags=50)])
def test_what_is_beyond_the_limits_is_one_clear_error(limits: Limits):
    def read_parts() -> None:
        found = opened(word_file(CASES[0]), "来稿.docx", limits)
        found.root(found.main)
        found.related("styles")

    with pytest.raises(UnreadableDocxError) as caught:
        read_parts()
    assert caught.value.hint
