"""The body of an article: what is text, what is markup, and where each character stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.errors import ExitCode
from kjqb.model.article import (
    Block,
    CellAlign,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Table,
    block_passages,
)
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.units import Length
from kjqb.workspace.markdown import FootnoteError, UnsupportedMarkdownError, read_body
from kjqb.workspace.pictures import PictureError

from ..images import gif, png


def read(text: str, before: str = "") -> tuple[Block, ...]:
    source = Source("甲.md", before + text)
    return read_body(source, Span(len(before), len(source.text))).blocks


def passages(text: str, before: str = "") -> list[Passage]:
    return [passage for block in read(text, before) for passage in block_passages(block)]


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages(text)]


def only(text: str, before: str = "") -> Passage:
    (passage,) = passages(text, before)
    return passage


def test_paragraphs_are_parted_by_empty_lines():
    assert texts("甲。\n\n乙。\n\n\n丙。") == ["甲。", "乙。", "丙。"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("见GB\n9704", "见GB 9704"),
        ("见\nGB 9704", "见GB 9704"),
        ("state of\nthe art,\nand so on", "state of the art, and so on"),
        ("甲， \n  乙", "甲，乙"),
        ("甲\t\n\t乙", "甲乙"),
        ("甲\r\n乙", "甲乙"),
        ("甲\r乙", "甲乙"),
    ],
)
def test_lines_of_a_paragraph_join_with_a_blank_between_latin_only(written: str, text: str):
    assert texts(written) == [text]


@pytest.mark.parametrize(("marks", "level"), [("##", 1), ("###", 2), ("####", 3), ("#####", 4)])
def test_hash_marks_are_the_four_levels_of_headings(marks: str, level: int):
    (heading,) = read(f"{marks} 一、概况")
    assert isinstance(heading, Heading)
    assert (heading.level, heading.passage.text) == (level, "一、概况")


@pytest.mark.parametrize(
    "text",
    [
        "1. 概况",
        "1) 概况",
        "（1）概况",
        "* 甲",
        "+ 甲",
        "2 * 3 * 4",
        "    缩进四格",
        "\t缩进",
        "甲\n===",
        "<div>甲</div>",
        "<b>甲</b>",
        "a<b，c>d",
        "[甲]: https://example.org",
        "[甲][乙]",
        "国发[2024]5号",
        "https://example.org/a_b_c",
        "#话题",
        "-5℃",
        "——甲",
        "~~甲~~",
        "甲|乙",
        "snake_case_name",
        "a &b; c",
        "\\甲",
        "５＊６",
    ],
)
def test_what_an_office_types_is_text(text: str):
    assert texts(text) == ["".join(line.strip() for line in text.split("\n"))]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2\\*3\\*4", "2*3*4"),
        ("\\- 甲", "- 甲"),
        ("\\# 甲", "# 甲"),
        ("&amp;&#42;&#x4e59;", "&*乙"),
        ("甲&nbsp;乙", "甲\u00a0乙"),
        ("C:\\\\temp", "C:\\temp"),
    ],
)
def test_escapes_and_entities_are_the_characters_they_stand_for(written: str, text: str):
    assert texts(written) == [text]


@pytest.mark.parametrize(
    ("written", "name", "column"),
    [
        ("```\n甲\n```", "代码块", 1),
        ("~~~\n甲", "代码块", 1),
        ("---", "分隔线", 1),
        ("***", "分隔线", 1),
        ("甲`乙`", "代码标记", 2),
        ("见[甲](https://example.org)", "链接", 2),
        ("见<https://example.org>", "链接", 2),
        ("见![甲](a.png)", "图片", 2),
        ("甲  \n乙", "段内换行", 2),
        ("甲\\\n乙", "段内换行", 2),
        ("# 甲", "这一级标题", 1),
        ("###### 甲", "这一级标题", 1),
        ("##", "空的小标题", 1),
        ("![甲](a.png '乙')", "悬浮标题", 1),
        ("![甲](a.png) ![乙](a.png)", "夹在文字里的图片", 1),
        ("|甲|乙|\n|-|-|\n|1|2|3|", "比表头多的单元格", 6),
        ("|甲|\n|-|\n|![乙](a.png)|", "夹在文字里的图片", 2),
        ("-", "空的列表项", 1),
        ("- - 甲", "空的列表项", 1),
        ("- 甲\n  > 乙", "列表里除段落以外的内容", 3),
        ("- 甲\n  - 乙\n    - 丙\n      - 丁", "超过3层的列表", 7),
        ("> ## 甲", "引文里除段落以外的内容", 1),
        ("甲[^1]\n\n[^1]: - 乙", "脚注里除段落以外的内容", 1),
    ],
)
def test_markup_that_cannot_be_set_is_refused_with_its_place(written: str, name: str, column: int):
    with pytest.raises(UnsupportedMarkdownError, match=name) as caught:
        read(f"第一段。\n\n{written}", before="+++\n+++\n")
    where = caught.value.where
    assert where
    assert where.line == 5 + _LATER.get(written, 0)
    assert where.column == column
    assert caught.value.hint
    assert (caught.value.slug, caught.value.exit_code) == ("markdown-unsupported", ExitCode.BAD_INPUT)


_LATER = {
    "|甲|乙|\n|-|-|\n|1|2|3|": 2,
    "|甲|\n|-|\n|![乙](a.png)|": 2,
    "- 甲\n  > 乙": 1,
    "- 甲\n  - 乙\n    - 丙\n      - 丁": 3,
    "甲[^1]\n\n[^1]: - 乙": 2,
}
"""By how many lines the place stands below the first line."""


def test_the_last_block_is_refused_too():
    with pytest.raises(UnsupportedMarkdownError, match="分隔线"):
        read("甲。\n\n---\n")


def test_a_line_of_wide_blanks_is_no_paragraph():
    assert texts("甲。\n\n　　\n\n乙。") == ["甲。", "乙。"]


def test_each_character_is_found_in_its_line_whatever_the_line_ends():
    passage = only("甲\\*乙\r\n丙&amp;丁", before="+++\r\n+++\r\n")
    assert passage.text == "甲*乙丙&丁"
    places = [str(passage.at(index, index + 1).where) for index in range(len(passage.text))]
    assert places == [f"甲.md:{place}" for place in ("3:1", "3:2", "3:4", "4:1", "4:2", "4:7")]
    assert [passage.is_verbatim(index, index + 1) for index in (0, 1, 2, 4, 5)] == [True, False, True, False, True]


def test_the_blank_between_two_lines_stands_at_the_end_of_the_first():
    passage = only("one\ntwo")
    assert str(passage.at(3, 4).where) == "甲.md:1:4"
    assert not passage.is_verbatim(3, 4)


MARKUP = st.text(st.sampled_from("甲乙，a1 \n\r\t#*_-+~`>|[](!)<>&;\\=:.^　\ufeff"), max_size=40)
BLOCKS = st.lists(
    st.sampled_from(
        ["甲", "，", "a", " ", "\n", "\r\n", "\n\n", "- ", "  - ", "> ", "|", "|a|b|\n|-|-|\n", "\\|", "**", "*"]
    )
    | st.sampled_from(["[^1]", "\n\n[^1]: 注\n\n    甲", "![图*1*](a.png)", "&amp;", "## ", "    "]),
    max_size=20,
).map("".join)


@given(MARKUP | BLOCKS, st.sampled_from(["", "+++\r\n+++\r\n"]))
def test_every_character_of_the_blocks_comes_from_its_place_in_the_source(text: str, before: str):
    source = Source("甲.md", before + text)
    try:
        body = read_body(source, Span(len(before), len(source.text)), lambda _: png())
    except (UnsupportedMarkdownError, FootnoteError):
        return
    of_blocks = [passage for block in body.blocks for passage in block_passages(block)]
    for passage in (*of_blocks, *(passage for note in body.notes for passage in note.passages)):
        at = 0
        for piece in passage.pieces:
            assert piece.start == at
            at += piece.length
            assert len(before) <= piece.offset
            if piece.verbatim:
                there = passage.source.text[piece.offset : piece.offset + piece.extent]
                assert there == passage.text[piece.start : piece.start + piece.length]
        assert at == len(passage.text)


@given(MARKUP)
def test_no_visible_character_is_lost_or_made_up(text: str):
    try:
        kept = "".join(texts(text))
    except (UnsupportedMarkdownError, FootnoteError, PictureError):
        return
    for character in "甲乙，a1.=":
        assert kept.count(character) == text.count(character)


def marked(passage: Passage) -> list[tuple[str, str]]:
    return [(mark.tone.value, passage.text[mark.start : mark.end] or mark.label) for mark in passage.marks]


@pytest.mark.parametrize(
    ("written", "text", "marks"),
    [
        ("甲**乙**丙", "甲乙丙", [("strong", "乙")]),
        ("甲*乙*丙", "甲乙丙", [("emphasis", "乙")]),
        ("甲 _乙_ 丙__丁__", "甲 乙 丙__丁__", [("emphasis", "乙")]),
        ("**一是筑平台。**各地", "一是筑平台。各地", [("strong", "一是筑平台。")]),
        ("落实**“双碳”**目标", "落实“双碳”目标", [("strong", "“双碳”")]),
        ("***甲*乙**", "甲乙", [("strong", "甲乙"), ("emphasis", "甲")]),
        ("**one\ntwo**", "one two", [("strong", "one two")]),
        ("2 ** 3，** 甲**", "2 ** 3，** 甲**", []),
        ("x**(a)**y", "x**(a)**y", []),
        ("**甲\\*乙&amp;**", "甲*乙&", [("strong", "甲*乙&")]),
    ],
)
def test_stars_set_apart_what_stands_between_them(written: str, text: str, marks: list[tuple[str, str]]):
    assert (only(written).text, marked(only(written))) == (text, marks)


def test_a_table_has_cells_of_text_with_places_and_alignments():
    written = "|甲|*乙*|丙|\n|:-|:-:|--|\n| a\\|b | | 丁 |\n|戊"
    (table,) = read(written)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["甲", "乙", "丙"],
        ["a|b", "", "丁"],
        ["戊", "", ""],
    ]
    assert table.aligns == (CellAlign.LEFT, CellAlign.CENTRE, None)
    assert marked(table.rows[0][1]) == [("emphasis", "乙")]
    cell = table.rows[1][0]
    assert [str(cell.at(at, at + 1).where) for at in range(3)] == ["甲.md:3:3", "甲.md:3:5", "甲.md:3:6"]
    assert [str(cell.extent.where) for cell in table.rows[1]] == ["甲.md:3:3", "甲.md:3:9", "甲.md:3:12"]


def test_a_quote_is_its_paragraphs():
    quotes = read("> 甲\n乙\n>\n>   丙*丁*\n\n戊")
    assert [type(block) for block in quotes] == [Quote, Quote, Paragraph]
    assert texts("> 甲\n乙\n>\n>   丙*丁*\n\n戊") == ["甲乙", "丙丁", "戊"]
    last = passages("> 甲\r\n>  丙*丁*")[0]
    assert [str(last.at(at, at + 1).where) for at in range(3)] == ["甲.md:1:3", "甲.md:2:4", "甲.md:2:6"]


def test_a_list_has_levels_and_items_of_several_paragraphs():
    items = read("- 甲\n\n  乙\n- 丙\n  - 丁\n    - 戊\n\n  己\n\n庚")
    shapes = [(item.level, item.opens) for item in items if isinstance(item, ListItem)]
    assert shapes == [(1, True), (1, False), (1, True), (2, True), (3, True), (1, False)]
    assert isinstance(items[-1], Paragraph)


def test_an_image_alone_is_a_figure_with_its_caption():
    source = Source("甲.md", "![图1  *概况*[^1]](图%20片/a(1).png)\n\n[^1]: 注。")
    files = {"图 片/a(1).png": png(40, 20, dpi=100)}
    body = read_body(source, Span(0, len(source.text)), files.__getitem__)
    (figure,) = body.blocks
    assert isinstance(figure, Figure)
    assert figure.picture.file == "图 片/a(1).png"
    assert (figure.picture.width, figure.picture.height) == (Length(576), Length(288))
    assert (figure.passage.text, marked(figure.passage)) == ("图1  概况", [("emphasis", "概况"), ("note", "1")])
    assert str(figure.passage.at(4, 5).where) == "甲.md:1:8"


@pytest.mark.parametrize(
    ("blob", "what"),
    [
        (b"", "不是可用的图片"),
        (b"\x89PNG\r\n\x1a\n", "不是可用的图片"),
        (png()[:20], "不是可用的图片"),
        (gif(60_000, 1), "尺寸不合理"),
        (gif(0, 5), "尺寸不合理"),
    ],
)
def test_a_bad_image_is_refused_with_its_place(blob: bytes, what: str):
    source = Source("甲.md", "甲。\n\n  ![图](a.png)\n")
    with pytest.raises(PictureError, match=what) as caught:
        read_body(source, Span(0, len(source.text)), lambda _: blob)
    assert (str(caught.value.where), caught.value.exit_code) == ("甲.md:3:3", ExitCode.BAD_INPUT)
    assert caught.value.hint


def test_footnotes_come_in_the_order_of_their_marks():
    source = Source(
        "甲.md", "[^乙]: 注乙\n续行。\n[^甲]: 注甲。\n\n    第二段。\n\n## 一、概况[^甲]\n\n正文[^乙]，再注[^甲]。\n"
    )
    body = read_body(source, Span(0, len(source.text)))
    assert [(note.label, [passage.text for passage in note.passages]) for note in body.notes] == [
        ("甲", ["注甲。", "第二段。"]),
        ("乙", ["注乙续行。"]),
    ]
    assert [str(passage.extent.where) for note in body.notes for passage in note.passages] == [
        "甲.md:3:7",
        "甲.md:5:5",
        "甲.md:1:7",
    ]
    (last,) = block_passages(body.blocks[-1])
    assert (last.text, marked(last)) == ("正文，再注。", [("note", "乙"), ("note", "甲")])


@pytest.mark.parametrize(
    ("written", "what", "place"),
    [
        ("甲[^1]。", "“1”没有注文", "1:2"),
        ("甲。\n\n[^1]: 乙。", "“1”在正文里没有标记", "3:1"),
        ("甲[^1]。\n\n[^1]: 乙。\n\n[^1]: 丙。", "“1”的注文写了两次", "5:1"),
        ("甲[^1]。\n\n[^1]: 乙[^2]。\n\n[^2]: 丙。", "脚注里又有脚注", "3:8"),
        ("甲[^1]。\n\n[^1]:\n", "“1”没有注文", "3:1"),
        ("|甲|乙|\n|---|---|\n|丙|丁[^1]|\n\n戊。\n\n[^1]: 己。", "表格里有脚注", "3:5"),
    ],
)
def test_a_footnote_that_does_not_go_together_is_refused_with_its_place(written: str, what: str, place: str):
    with pytest.raises(FootnoteError, match=what) as caught:
        read(written)
    assert str(caught.value.where) == f"甲.md:{place}"
    assert caught.value.hint
