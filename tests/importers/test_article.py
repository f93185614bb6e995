"""Texts received from elsewhere: plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.importers.article import TextFormat, read_article
from kjqb.importers.result import ImportedArticle
from kjqb.model.article import Heading, ListItem, Paragraph, Quote, Table, block_passages
from kjqb.workspace.pictures import ReadImage, no_images

from ..images import PNG
from .texts import body, headings, points_at_itself, source, written

PLAIN = """某县推广保护性耕作

一、做法

市县两级农机部门联合开展保护性耕作技术培训，共培训农机手一千二百余
人次，发放技术手册三千册。

二、成效

耕地质量有提高。
"""


def plain(text: str, title: str | None = None) -> ImportedArticle:
    return read_article(source(text, "a.txt"), TextFormat.PLAIN, title=title)


def markdown(text: str, title: str | None = None, images: ReadImage = no_images) -> ImportedArticle:
    return read_article(source(text, "a.md"), TextFormat.MARKDOWN, title=title, images=images)


def lost(imported: ImportedArticle) -> list[tuple[str, str]]:
    return [(loss.text, str(loss.where)) for loss in imported.losses]


def test_a_plain_text_has_title_headings_and_whole_paragraphs():
    found = plain(PLAIN)
    assert found.article.title.text == "某县推广保护性耕作"
    assert headings(found.article) == [(1, "一、做法"), (1, "二、成效")]
    assert body(found.article)[1].startswith("市县两级农机部门")
    assert "余人次" in body(found.article)[1]
    assert (found.joined, found.losses) == (0, ())


def test_page_numbers_of_a_plain_text_are_a_loss():
    found = plain(PLAIN.replace("二、成效", "- 2 -\n\n二、成效"))
    assert lost(found) == [("- 2 -", "a.txt:8:1")]
    assert "- 2 -" not in body(found.article)


def test_a_title_that_is_given_goes_before_the_first_line():
    found = plain(PLAIN, title="新题目")
    assert found.article.title.text == "新题目"
    assert body(found.article)[0] == "某县推广保护性耕作"


@pytest.mark.parametrize(
    "text", ["# 题目\n\n正文在此。\n", "题目\n====\n\n正文在此。\n", "题目\n\n正文在此。\n", "# 题目 #\n正文在此。\n"]
)
def test_the_title_of_markdown_is_not_repeated_in_the_body(text: str):
    found = markdown(text).article
    assert (found.title.text, body(found)) == ("题目", ["正文在此。"])


def test_the_title_is_taken_in_the_order_of_the_design():
    text = '---\ntitle: "前言题目"\n---\n\n# 井号题目\n\n正文在此。\n'
    assert markdown(text, title="选项题目").article.title.text == "选项题目"
    assert markdown(text).article.title.text == "前言题目"
    assert markdown(text.split("---\n\n")[1]).article.title.text == "井号题目"


def test_a_title_that_gives_way_to_another_is_a_loss():
    assert ("井号题目", "a.md:1:3") in lost(markdown("# 井号题目\n\n正文在此。\n", title="选项题目"))
    assert not lost(markdown("# 选项 题目\n\n正文在此。\n", title="选项题目"))


def test_several_headings_of_the_first_level_are_no_title():
    found = markdown("# 甲\n\n正文。\n\n# 乙\n\n## 丙\n", title="题目").article
    assert headings(found) == [(1, "甲"), (1, "乙"), (2, "丙")]


def test_headings_under_a_title_begin_with_the_first_level():
    found = markdown("# 题目\n\n## 一、甲\n\n### （一）乙\n\n#### 1. 丙\n\n##### （1）丁\n\n###### 戊\n").article
    assert [level for level, _ in headings(found)] == [1, 2, 3, 4, 4]


def test_front_matter_that_is_no_title_is_lost_line_by_line():
    found = markdown("---\ntitle: 题目\ndate: 2024-01-02\n---\n正文在此。\n")
    assert lost(found) == [("date: 2024-01-02", "a.md:3:1")]
    assert body(found.article) == ["正文在此。"]


def test_a_rule_at_the_head_is_no_front_matter():
    found = markdown("---\n\n正文在此。\n\n---\n\n还有一段。\n")
    assert body(found.article) == ["正文在此。", "还有一段。"]
    assert [text for text, _ in lost(found)] == ["---", "---"]


def test_lines_of_a_paragraph_are_joined_as_in_plain_text():
    found = markdown("推动成果\r\n转化，supOS\r\nand more。\r\n", title="题目").article
    assert body(found) == ["推动成果转化，supOS and more。"]


@pytest.mark.parametrize("indent", ["　　", "    ", "\t"])
def test_an_indented_paragraph_is_no_code(indent: str):
    assert body(markdown(f"{indent}正文在此。\n", title="题目").article) == ["正文在此。"]


def marked(imported: ImportedArticle) -> list[tuple[str, str]]:
    return [
        (mark.tone.value, passage.text[mark.start : mark.end])
        for passage in imported.article.passages
        for mark in passage.marks
    ]


def test_emphasis_is_kept_and_code_leaves_its_text():
    found = markdown("推动**成果**转化，*加快*推广`supOS`。\n", title="题目")
    assert body(found.article) == ["推动成果转化，加快推广supOS。"]
    assert marked(found) == [("strong", "成果"), ("emphasis", "加快")]
    assert ["1处" in loss.what for loss in found.losses] == [True]


def test_escapes_and_entities_are_the_characters_they_stand_for():
    found = markdown("a\\*b &amp; c&#65;\n", title="题目")
    assert body(found.article) == ["a*b & cA"]
    assert not found.losses


def test_a_footnote_in_a_table_is_lost_and_listed():
    found = markdown("|甲|\n|---|\n|乙[^1]|\n\n[^1]: 注文。\n", title="题目")
    assert not found.article.notes
    assert not marked(found)
    assert lost(found) == [("注文。", "a.md:5:7")]


def test_a_link_leaves_its_text_and_loses_its_address():
    found = markdown('见[通知](http://a.cn/b_(c) "全文")和<http://d.cn>。\n', title="题目")
    assert body(found.article) == ["见通知和http://d.cn。"]
    assert lost(found) == [("http://a.cn/b_(c) 全文", "a.md:1:2")]


@pytest.mark.parametrize("address", ["图/一.png", "http://a.cn/b.png", "/etc/b.png", "../b.png", "C:\\b.png"])
def test_an_image_that_cannot_be_read_leaves_its_description(address: str):
    found = markdown(f"正文。\n\n![流程图]({address})\n", title="题目")
    assert body(found.article) == ["正文。", "流程图"]
    assert lost(found) == [(address, "a.md:3:1")]


def test_an_image_in_a_line_leaves_its_description():
    found = markdown("见![图](a.png)。\n\n![图](a.png)\n", title="题目", images=lambda _: PNG)
    assert body(found.article) == ["见图。", "图"]
    assert [type(block).__name__ for block in found.article.blocks] == ["Paragraph", "Figure"]
    assert lost(found) == [("a.png", "a.md:1:2")]


def test_numbers_of_an_ordered_list_are_text():
    found = markdown("1. 甲事项。\n2. 乙事\n   项。\n\n3) 丙。\n", title="题目")
    assert body(found.article) == ["1. 甲事项。", "2. 乙事项。", "3) 丙。"]
    assert not found.losses


def test_bullets_quotations_and_tables_are_kept_and_code_becomes_paragraphs():
    text = "- 甲\n  - 乙\n\n    丙\n\n> 丁\n\n| 戊 | **己** |\n|:-:|---|\n| a\\|b |\n\n```py\ncode\n```\n"
    found = markdown(text, title="题目")
    assert body(found.article) == ["甲", "乙", "丙", "丁", "戊", "己", "a|b", "", "code"]
    items = [(block.level, block.opens) for block in found.article.blocks if isinstance(block, ListItem)]
    assert items == [(1, True), (2, True), (2, False)]
    kinds = [type(block) for block in found.article.blocks[3:]]
    assert kinds == [Quote, Table, Paragraph]
    assert marked(found) == [("strong", "己")]
    assert [text for text, _ in lost(found) if text] == ["```py", "```"]


def test_blocks_in_blocks_become_what_an_article_can_hold_and_say_so():
    found = markdown("> - 甲\n\n- 乙\n  > 丙\n\n  ## 丁\n\n  戊\n\n- - - - 己\n", title="题目")
    kinds = [
        (type(block).__name__, block.level, block.opens) if isinstance(block, ListItem) else type(block).__name__
        for block in found.article.blocks
    ]
    item = "ListItem"
    assert kinds == ["Quote", (item, 1, True), (item, 1, False), "Heading", (item, 1, True), (item, 2, True)]
    assert [str(loss.where) for loss in found.losses] == ["a.md:1:1", "a.md:4:1", "a.md:10:1"]


def test_cells_beyond_the_header_are_a_loss():
    found = markdown("|甲|\n|-|\n|乙|丙|丁|\n", title="题目")
    assert body(found.article) == ["甲", "乙"]
    assert lost(found) == [("丙|丁|", "a.md:3:4")]


def test_html_is_text_like_any_other():
    found = markdown("<b>甲</b>与<br>乙\n\n<div>丙</div>\n", title="题目")
    assert body(found.article) == ["<b>甲</b>与<br>乙", "<div>丙</div>"]


def test_footnotes_are_kept_and_reference_links_stay_as_typed():
    notes = "[^2]: 注**文**。\n\n    又一段。\n\n[^3]: 多余。\n\n[^2]: 重复。\n"
    text = f"见[通知][1]。[^2][^无]\n\n[1]: http://a.cn\n\n{notes}"
    found = markdown(text, title="题目")
    assert body(found.article) == ["见[通知][1]。[^无]", "[1]: http://a.cn"]
    (note,) = found.article.notes
    assert (note.label, [passage.text for passage in note.passages]) == ("2", ["注文。", "又一段。"])
    assert lost(found) == [("多余。", "a.md:9:7"), ("重复。", "a.md:11:7")]


def test_places_are_those_of_the_file():
    found = markdown("---\r\ntitle: 题目\r\n---\r\n\r\n## 一、甲\r\n\r\n推动**成果**\r\n转化。\r\n").article
    assert all(map(points_at_itself, found.passages))
    assert [str(passage.extent.where) for passage in found.passages][1:] == ["a.md:5:4", "a.md:7:1"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_passages_point_into_the_text_as_it_was_given(end: str):
    text = "---\ntitle: 题目\n---\n\n## 一、甲\n\n推动**成果**\n转化。\n\n1. 乙[丙](http://a.cn/乙)乙。\n".replace(
        "\n", end
    )
    given_source = source(text, "a.md")
    found = read_article(given_source, TextFormat.MARKDOWN).article
    assert all(points_at_itself(passage) for passage in found.passages)
    assert all(passage.source is given_source for passage in found.passages)
    assert list(found.passages)[-1].at(5, 6).span.start == text.index("乙。")


def test_markdown_without_a_title_has_an_empty_one():
    assert markdown("这是一句完整的话。\n\n又一句。\n").article.title.text == ""
    assert markdown("").article.blocks == ()


HAN = st.text("科技情报参考编辑一二三，。、：“”（）", min_size=1, max_size=12)
MARKED = st.lists(
    st.one_of(
        HAN,
        HAN.map(lambda text: f"**{text}**"),
        HAN.map(lambda text: f"`{text}`"),
        HAN.map(lambda text: f"[{text}](http://a.cn)"),
        st.sampled_from(
            ["\n", "\n\n", "## ", "- ", "1. ", "> ", "| ", "```\n", "---\n", "\\", "*", "_", "<", "&", "![", "]("]
        ),
    ),
    max_size=12,
).map("".join)


@given(MARKED)
def test_no_han_of_a_marked_text_is_lost(text: str):
    found = markdown(text)
    kept = written(*(passage.text for passage in found.article.passages), *(loss.text for loss in found.losses))
    missing = written(text) - kept
    assert not [character for character in missing if "\u4e00" <= character <= "\u9fff"]
    assert [
        block.level for block in found.article.blocks if isinstance(block, Heading) and block.level not in range(1, 5)
    ] == []


@given(MARKED)
def test_what_markdown_kept_as_written_stands_where_its_passage_says(text: str):
    for passage in markdown(text).article.passages:
        for piece in passage.pieces:
            kept = passage.text[piece.start : piece.start + piece.length]
            assert not piece.verbatim or kept in {text[piece.offset : piece.offset + piece.extent], " "}


@given(st.text(), st.sampled_from(TextFormat))
def test_any_text_is_read(text: str, markup: TextFormat):
    found = read_article(source(text, "a"), markup)
    kept = [block for block in found.article.blocks if not isinstance(block, Table)]
    assert all(passage.text or passage.marks for block in kept for passage in block_passages(block))
