"""An article's file as written: it reads back as the same article, and stays plain to read."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.model.article import Article, Block, Heading, Ignore, Licence, Origin, Paragraph
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.workspace.article_file import read_article
from kjqb.workspace.write_article import article_text, escaped


def passage(text: str) -> Passage:
    return Passage.verbatim(Source("来稿", text), Span(0, len(text)))


def article(*blocks: Block, title: str = "题目") -> Article:
    return Article("甲.md", passage(title), blocks)


def again(written: Article) -> Article:
    return read_article(Source(written.file, article_text(written)))


def content(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(block.level if isinstance(block, Heading) else 0, block.passage.text) for block in blocks]


MARKS = "甲乙。a1 \t#*_-+~`>|[](!)<>&;\\=:.^　\u00a0\ufeff\u2028$%@{}\"'/?"
LINE = st.one_of(
    st.text(st.sampled_from(MARKS), min_size=1, max_size=30),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
    st.sampled_from(
        ["---", "***", "- - -", "> 甲", "&amp;", "&#42;", "<a:b>", "<a@b>", "[甲](乙)", "![甲](乙)", "[^1]"]
    ),
    st.sampled_from(
        ["[^1]: 甲", "## 甲 ##", "###", "~~~", "```", "1. 甲", "|a|b|", "\\", "a\\", "\\\\*", "+++", "==="]
    ),
)
BLOCKS = st.lists(
    st.one_of(LINE.map(passage).map(Paragraph), st.builds(Heading, st.integers(1, 4), LINE.map(passage))),
    max_size=6,
)


@given(BLOCKS)
def test_blocks_read_back_as_they_were(blocks: list[Block]):
    assert content(again(article(*blocks)).blocks) == content(tuple(blocks))


@given(BLOCKS)
def test_writing_what_was_read_gives_the_same_file(blocks: list[Block]):
    once = article_text(article(*blocks))
    assert article_text(read_article(Source("甲.md", once))) == once


WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip)
TITLES = WORD.map(str.strip)


@given(
    TITLES,
    st.lists(WORD, max_size=3).map(tuple),
    st.builds(
        Origin,
        name=WORD,
        url=WORD,
        date=st.none() | st.dates(date(1000, 1, 1)),
        file=WORD,
        sha256=WORD,
        licence=st.sampled_from(Licence),
    ),
    st.dictionaries(WORD, WORD, max_size=2),
    st.lists(st.builds(Ignore, code=WORD, reason=WORD, text=WORD), max_size=2).map(tuple),
)
def test_front_matter_reads_back_as_it_was(
    title: str, words: tuple[str, ...], origin: Origin, readings: dict[str, str], ignores: tuple[Ignore, ...]
):
    written = Article(
        file="甲.md",
        title=passage(title),
        blocks=(),
        section="".join(words[:1]),
        regions=words,
        keywords=words,
        authors=words,
        origin=origin,
        readings=readings,
        ignores=ignores,
    )
    read = again(written)
    assert read.title.text == title
    placeless = tuple(replace(ignore, passage=None) for ignore in read.ignores)
    assert replace(read, title=written.title, ignores=placeless) == written


@pytest.mark.parametrize(
    "text",
    [
        "国发[2024]5号文件，见（1）。",
        "1. 概况：-5℃～10℃，a<b。",
        "R&D经费占比2.5%，A&B公司。",
        "见https://example.org/a?b=1&c=2。",
        "！？——……",
        "C#语言，#号",
        "[待核实]",
    ],
)
def test_what_is_no_markup_is_left_alone(text: str):
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2*3", "2\\*3"),
        ("- 甲", "\\- 甲"),
        ("# 甲", "\\# 甲"),
        ("[甲](乙)", "\\[甲](乙)"),
        ("甲[^1]", "甲\\[^1]"),
        ("&amp;", "\\&amp;"),
        ("　　甲", "&#12288;&#12288;甲"),
        ("甲\n乙", "甲&#10;乙"),
    ],
)
def test_what_markdown_would_take_for_markup_is_escaped(text: str, written: str):
    assert escaped(text) == written


def test_a_block_without_text_is_left_out():
    assert content(again(article(Paragraph(passage("")), Paragraph(passage("甲。")))).blocks) == [(0, "甲。")]


def test_the_file_looks_as_an_editor_would_write_it():
    written = Article(
        file="甲.md",
        title=passage("“双千兆”：甲 乙"),
        blocks=(Heading(1, passage("一、概况")), Paragraph(passage("正文。"))),
        regions=("330203",),
        origin=Origin(file="旧刊.txt", sha256="00"),
    )
    assert article_text(written) == (
        '+++\ntitle = "“双千兆”：甲 乙"\nregions = ["330203"]\n\n'
        '[source]\nfile = "旧刊.txt"\nsha256 = "00"\nlicence = "pending"\n+++\n\n'
        "## 一、概况\n\n正文。\n"
    )
