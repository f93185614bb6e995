"""Computed pages against rendered ones."""

from dataclasses import replace

from kjqb.layout.lay_out import lay_out
from kjqb.layout.pages import Layout
from kjqb.layout.target import Target
from kjqb.verify.comparison import compare
from kjqb.verify.remarks import remarks_on_pdf
from kjqb.verify.rendered import RenderedPage, rendered_pages
from tests.issues import article, bulletin, issue, table

ISSUE = issue(
    article("甲市建成科技资源共享平台", "".join(map(chr, range(0x4E00, 0x5200)))),
    article("乙县推广保护性耕作", table("乙县推广保护性耕作|面积", "全县|五万亩"), "全县实施保护性耕作五万亩。" * 40),
    article("丙县的经验", "结尾。"),
)
LAYOUT = lay_out(ISSUE, bulletin(), Target.WORD)


def as_printed(layout: Layout) -> tuple[RenderedPage, ...]:
    """The pages as a program prints them that follows the layout."""
    cover = tuple(f"★{entry.title}......{entry.page}" for entry in layout.entries)
    body = [(*(line.text for line in page.lines), f"— {page.number} —") for page in layout.pages if not page.cover]
    return rendered_pages((cover, *body), covers=1, first=2)


def test_pages_that_follow_the_layout_agree():
    found = compare(LAYOUT, as_printed(LAYOUT))
    assert found.equal
    assert found.first_page is None
    assert list(remarks_on_pdf(LAYOUT, as_printed(LAYOUT))) == []


def test_one_number_computed_wrong_is_found():
    first, second, third = LAYOUT.entries
    shifted = replace(LAYOUT, entries=(first, replace(second, page=second.page + 1), third))
    found = compare(shifted, as_printed(LAYOUT))
    assert [entry.title for entry in found.entries if not entry.agrees] == [second.title]
    assert (found.entries[1].computed, found.entries[1].rendered) == (second.page + 1, second.page)


def test_a_contents_list_that_prints_another_number_is_found():
    cover, *body = as_printed(LAYOUT)
    stale = replace(cover, lines=tuple(line.replace(f"...{LAYOUT.entries[2].page}", "...99") for line in cover.lines))
    found = compare(LAYOUT, (stale, *body))
    assert [(entry.title, entry.printed) for entry in found.entries if not entry.agrees] == [("丙县的经验", 99)]


def test_a_character_that_the_fonts_of_the_rendering_lack_is_no_difference():
    cover, *body = as_printed(LAYOUT)
    lacking = [replace(page, lines=tuple(line.replace("一", "") for line in page.lines)) for page in body]
    assert compare(LAYOUT, (cover, *lacking)).first_page is None


def test_lines_that_end_elsewhere_are_told_but_decide_nothing():
    cover, page, *rest = as_printed(LAYOUT)
    moved = replace(
        page, lines=(*page.lines[:5], page.lines[5][:-1], page.lines[5][-1] + page.lines[6], *page.lines[7:])
    )
    found = compare(LAYOUT, (cover, moved, *rest))
    assert found.equal
    assert found.first_page is not None
    assert (found.first_page.page, found.first_page.line[:-1]) == (2, moved.lines[5])


def test_a_printed_file_that_lacks_a_paragraph_is_remarked():
    *rest, last = as_printed(LAYOUT)
    older = replace(last, lines=tuple(line for line in last.lines if line != "结尾。"))
    (remark,) = remarks_on_pdf(LAYOUT, (*rest, older))
    assert "“结尾。”" in remark.text


def test_a_paragraph_that_a_page_s_footnotes_cut_is_there_and_a_changed_one_is_not():
    cover, first, *rest = as_printed(LAYOUT)
    noted = replace(first, lines=(*first.lines, "1见某处。"))
    assert list(remarks_on_pdf(LAYOUT, (cover, noted, *rest))) == []
    changed = replace(first, lines=(first.lines[0], "改" + first.lines[1][1:], *first.lines[2:]))
    assert [remark.slug for remark in remarks_on_pdf(LAYOUT, (cover, changed, *rest))] == ["text-differs"]
