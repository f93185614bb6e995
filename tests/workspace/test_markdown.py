"""The body of an article: what is text, what is markup, and where each character stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.errors import ExitCode
from kjqb.model.article import Block, Heading
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.workspace.markdown import UnsupportedMarkdownError, read_blocks


def read(text: str, before: str = "") -> tuple[Block, ...]:
    source = Source("甲.md", before + text)
    return read_blocks(source, Span(len(before), len(source.text)))


def texts(text: str) -> list[str]:
    return [block.passage.text for block in read(text)]


def only(text: str, before: str = "") -> Passage:
    (block,) = read(text, before)
    return block.passage


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
        ("|甲|乙|\n|-|-|\n|1|2|", "表格", 1),
        ("- 甲\n- 乙", "列表", 1),
        ("  - 甲", "列表", 3),
        ("> 甲", "引用块", 1),
        ("```\n甲\n```", "代码块", 1),
        ("~~~\n甲", "代码块", 1),
        ("---", "分隔线", 1),
        ("***", "分隔线", 1),
        ("甲*乙*丙", "着重", 2),
        ("甲_乙_", "", 0),
        ("甲 _乙_", "着重", 3),
        ("甲**乙**丙", "加粗", 2),
        ("甲`乙`", "代码标记", 2),
        ("见[甲](https://example.org)", "链接", 2),
        ("见<https://example.org>", "链接", 2),
        ("见![甲](a.png)", "图片", 2),
        ("甲[^1]乙", "脚注", 2),
        ("甲  \n乙", "段内换行", 2),
        ("甲\\\n乙", "段内换行", 2),
        ("# 甲", "这一级标题", 1),
        ("###### 甲", "这一级标题", 1),
        ("##", "没有文字的小标题", 1),
    ],
)
def test_markup_that_cannot_be_set_is_refused_with_its_place(written: str, name: str, column: int):
    if not name:
        assert texts(written) == [written]
        return
    with pytest.raises(UnsupportedMarkdownError, match=name) as caught:
        read(f"第一段。\n\n{written}", before="+++\n+++\n")
    assert str(caught.value.where) == f"甲.md:5:{column}"
    assert caught.value.hint
    assert (caught.value.slug, caught.value.exit_code) == ("markdown-unsupported", ExitCode.BAD_INPUT)


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


@given(MARKUP, st.sampled_from(["", "+++\r\n+++\r\n"]))
def test_every_character_of_the_blocks_comes_from_its_place_in_the_source(text: str, before: str):
    try:
        blocks = read(text, before)
    except UnsupportedMarkdownError:
        return
    for block in blocks:
        at = 0
        for piece in block.passage.pieces:
            assert piece.start == at
            at += piece.length
            assert len(before) <= piece.offset
            if piece.verbatim:
                source = block.passage.source.text[piece.offset : piece.offset + piece.extent]
                assert source == block.passage.text[piece.start : piece.start + piece.length]
        assert at == len(block.passage.text)


@given(MARKUP)
def test_no_visible_character_is_lost_or_made_up(text: str):
    try:
        blocks = read(text)
    except UnsupportedMarkdownError:
        return
    kept = "".join(block.passage.text for block in blocks)
    for character in "甲乙，a1.=:":
        assert kept.count(character) == text.count(character)
