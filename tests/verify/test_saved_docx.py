"""Pages read off a .docx that Word has saved."""

import pytest

from kjqb.errors import ExitCode
from kjqb.layout.lay_out import lay_out
from kjqb.layout.target import Target
from kjqb.ooxml.opened import UnreadableDocxError
from kjqb.verify.comparison import compare
from kjqb.verify.remarks import remarks_on_docx
from kjqb.verify.saved_docx import NoPagesError, read_saved_docx
from tests.issues import article, bulletin, issue
from tests.verify.saved import APP, DOCUMENT, changed, edition, saved_by_word, stating_pages

ISSUE = issue(
    article("甲市建成科技资源共享平台", *("平台面向全市开放，仪器设备集中登记。" * 20,) * 3),
    article("平台", "#一、平台", "甲市建成科技资源共享平台", "另一篇文章从这里开始。" * 60),
    article("丙县的经验", "结尾。"),
)
LAYOUT = lay_out(ISSUE, bulletin(), Target.WORD)
SAVED = saved_by_word(ISSUE, LAYOUT)


def slugs(data: bytes) -> list[str]:
    return [remark.slug for remark in remarks_on_docx(LAYOUT, read_saved_docx(data, "a.docx"))]


def test_pages_begin_where_word_noted_it():
    saved = read_saved_docx(SAVED, "a.docx")
    assert len(LAYOUT.pages) > 3
    assert [page.number for page in saved.pages] == [page.number for page in LAYOUT.pages]
    found = compare(LAYOUT, saved.pages, whole_lines=False)
    assert found.equal
    assert found.first_page is None
    assert [entry.rendered for entry in found.entries] == [entry.page for entry in LAYOUT.entries]
    assert slugs(SAVED) == []


def test_a_turn_that_word_makes_earlier_moves_the_title_behind_it():
    turn, title = "<w:lastRenderedPageBreak/>", "丙县的经验"

    def one_turn_more(document: str) -> str:
        at = document.rindex("<w:t ", 0, document.rindex(title))
        return document[:at] + turn + document[at:]

    found = compare(LAYOUT, read_saved_docx(changed(SAVED, DOCUMENT, one_turn_more), "a.docx").pages, whole_lines=False)
    assert not found.equal
    assert [entry.title for entry in found.entries if not entry.agrees] == [title]
    assert found.entries[2].rendered == LAYOUT.entries[2].page + 1


def test_a_page_break_that_word_has_not_noted_counts_once():
    forced = '<w:r><w:br w:type="page"/></w:r>'
    plain = changed(SAVED, DOCUMENT, lambda text: text.replace("<w:r><w:rPr>", f"{forced}<w:r><w:rPr>", 1))
    noted = changed(
        plain, DOCUMENT, lambda text: text.replace(f"{forced}<w:r>", f"{forced}<w:r><w:lastRenderedPageBreak/>")
    )
    numbers = [page.number for page in read_saved_docx(plain, "a.docx").pages]
    assert numbers == [page.number for page in read_saved_docx(noted, "a.docx").pages]
    assert numbers[-1] == LAYOUT.pages[-1].number + 1


def test_an_edition_that_word_never_saved_says_nothing_of_pages():
    with pytest.raises(NoPagesError) as caught:
        read_saved_docx(edition(ISSUE, LAYOUT), "a.docx")
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert "kjqb" in caught.value.what
    assert "在Word中打开它" in caught.value.hint
    assert "PDF" in caught.value.hint


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", changed(SAVED, DOCUMENT, lambda text: text[:-9])])
def test_what_is_no_word_file_is_refused(data: bytes):
    with pytest.raises(UnreadableDocxError):
        read_saved_docx(data, "a.docx")


def test_a_page_count_that_does_not_fit_is_remarked():
    assert slugs(stating_pages(SAVED, 1)) == ["page-count"]
    assert slugs(changed(SAVED, APP, lambda text: text.replace("Pages>", "Words>"))) == ["page-count"]


def test_tracked_changes_and_comments_are_remarked():
    deleted = '<w:del w:id="9" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del>'
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    data = changed(SAVED, DOCUMENT, lambda text: text.replace("</w:p>", f"{deleted}{comment}</w:p>", 1))
    assert slugs(data) == ["tracked-changes", "comments"]


@pytest.mark.parametrize(("old", "new"), [("结尾。", "结束。"), ("丙县的经验", "丙县经验"), ("电话：", "邮编：")])
def test_a_text_that_is_not_the_source_s_is_remarked(old: str, new: str):
    data = changed(SAVED, DOCUMENT, lambda text: new.join(text.rsplit(old, 1)))
    (remark,) = remarks_on_docx(LAYOUT, read_saved_docx(data, "a.docx"))
    assert remark.slug == "text-differs"
    assert f"“{old}" in remark.text
