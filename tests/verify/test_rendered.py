"""Titles and contents numbers found on pages that another program made."""

from kjqb.verify.rendered import RenderedPage, Wanted, bare, contents_numbers, rendered_pages, title_pages


def pages(*bodies: tuple[str, ...], cover: tuple[str, ...] = ()) -> tuple[RenderedPage, ...]:
    body = (RenderedPage(number, lines) for number, lines in enumerate(bodies, start=2))
    return (RenderedPage(1, cover, cover=True), *body)


def test_blanks_of_justified_lines_and_forms_of_one_character_do_not_count():
    assert bare("甲 市\u3000建⽂\u200b化（Ａ）") == bare("甲市建文化(A)")


def test_pages_are_numbered_as_their_footers_say():
    made = rendered_pages((("封面",), ("甲", "— 101 —"), ("乙", "— 102 —")), covers=1, first=7)
    assert [(page.number, page.cover, page.lines) for page in made] == [
        (100, True, ("封面",)),
        (101, False, ("甲",)),
        (102, False, ("乙",)),
    ]


def test_pages_without_footers_are_counted_behind_the_cover():
    made = rendered_pages((("封面",), ("目次",), ("甲",), ("乙",)), covers=2, first=3)
    assert [(page.number, page.cover) for page in made] == [(1, True), (2, True), (3, False), (4, False)]


def test_a_title_may_be_broken_over_lines_and_pages():
    found = title_pages(
        [Wanted("甲市建成科技资源共享平台", "")], pages(("正文。", "甲市建成科技"), ("资源共享平台", "文。"))
    )
    assert found == (2,)


def test_a_title_in_running_text_is_passed_over():
    lines = ("关于甲市经验的文章见下页。", "甲市经验", "很多，不能一一列举。")
    assert title_pages([Wanted("甲市经验", "乙文")], pages(lines, ("甲市经验", "乙文开头。"))) == (3,)


def test_the_beginning_of_a_longer_title_is_no_title():
    assert title_pages(
        [Wanted("甲市", ""), Wanted("甲市经验", "")], pages(("甲市经验",), ("甲市",), ("甲市经验",))
    ) == (3, 4)


def test_titles_are_looked_for_in_their_order_and_never_on_the_cover():
    found = title_pages([Wanted("甲", ""), Wanted("乙", "")], pages(("乙",), ("甲",), ("乙",), cover=("甲", "乙")))
    assert found == (3, 4)


def test_a_title_that_is_not_there_has_no_page_and_does_not_disturb_the_next():
    assert title_pages([Wanted("丙", ""), Wanted("乙", "")], pages(("甲",), ("乙",))) == (None, 3)


def test_contents_numbers_stand_behind_leaders_at_a_line_s_end():
    cover = ("2024年第1期", "★规划……………2", "★规划2024年的重点工作以及其他各项任", "务......12", "★2024年........30")
    titles = ("规划", "规划2024年的重点工作以及其他各项任务", "2024年")
    assert contents_numbers(titles, pages(cover=tuple(map(bare, cover)))) == (2, 12, 30)


def test_a_contents_list_without_the_title_has_no_number():
    assert contents_numbers(("丙", "乙"), pages(cover=("★甲...2", "★乙...3"))) == (None, 3)


def test_a_full_entry_has_no_leaders():
    assert contents_numbers(("甲市规划", "乙"), pages(cover=("★甲市规划12", "★乙...13"))) == (12, 13)


def test_what_a_pdf_does_not_say_again_is_not_compared():
    assert bare("“𡃁”和𝑥👍") == bare("“”和")
