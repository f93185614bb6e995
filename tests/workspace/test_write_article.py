"""An article's file as written: it reads back as the same article, and stays plain to read."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kjqb.model.article import (
    Article,
    Block,
    CellAlign,
    Figure,
    Heading,
    Ignore,
    Licence,
    ListItem,
    Note,
    Origin,
    Paragraph,
    Quote,
    Suggested,
    Table,
    block_passages,
)
from kjqb.model.source import Passage, Source
from kjqb.text.marks import Mark, Tone
from kjqb.text.spans import Span
from kjqb.workspace.article_file import read_article
from kjqb.workspace.pictures import picture
from kjqb.workspace.write_article import article_text
from kjqb.workspace.write_inline import block_text

from ..images import PNG


def passage(text: str) -> Passage:
    return Passage.verbatim(Source("来稿", text), Span(0, len(text)))


def article(*blocks: Block, title: str = "题目") -> Article:
    return Article("甲.md", passage(title), blocks)


def again(written: Article) -> Article:
    return read_article(Source(written.file, article_text(written)), lambda _: PNG)


def content(article: Article) -> list[object]:
    """All of an article's body but places."""
    blocks = [(_form(block), [(each.text, each.marks) for each in block_passages(block)]) for block in article.blocks]
    notes = [(note.label, [(each.text, each.marks) for each in note.passages]) for note in article.notes]
    return [*blocks, *notes]


def _form(block: Block) -> tuple[object, ...]:
    match block:
        case Table():
            return Table, block.aligns
        case Figure():
            return Figure, block.picture
        case ListItem():
            return ListItem, block.level, block.opens
        case Heading():
            return Heading, block.level
        case _:
            return (type(block),)


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
PASSAGES = LINE.map(passage)
CELLS = (LINE | st.just("")).map(passage)
LABELS = st.sampled_from(["1", "甲", "a|b", "*", "注-1"])
HAN = st.text(st.sampled_from("甲乙丙，。“”1a"), min_size=1, max_size=5)


@st.composite
def marked(draw: st.DrawFn) -> Passage:
    """A text with stretches set apart, a plain one after each, and footnotes anywhere."""
    parts: list[str] = []
    marks: list[Mark] = []
    for tone in draw(st.lists(st.sampled_from([Tone.STRONG, Tone.EMPHASIS]), max_size=3)):
        before, within = draw(HAN), draw(HAN)
        start = len("".join(parts)) + len(before)
        marks.append(Mark(start, start + len(within), tone))
        parts += (before, within)
    text = "".join([*parts, draw(LINE)])
    places = draw(st.lists(st.integers(0, len(text)), max_size=2))
    notes = [Mark(place, place, Tone.NOTE, draw(LABELS)) for place in sorted(places)]
    return replace(passage(text), marks=tuple(sorted([*marks, *notes], key=lambda mark: (mark.start, -mark.end))))


def without_notes(text: Passage) -> Passage:
    """What a cell may hold."""
    return replace(text, marks=tuple(mark for mark in text.marks if mark.tone is not Tone.NOTE))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    row = st.lists(CELLS | marked().map(without_notes), min_size=columns, max_size=columns).map(tuple)
    aligns = st.lists(st.none() | st.sampled_from(CellAlign), min_size=columns, max_size=columns)
    return Table(tuple(draw(st.lists(row, min_size=1, max_size=3))), tuple(draw(aligns)))


@st.composite
def items(draw: st.DrawFn) -> list[Block]:
    """The paragraphs of a list: the first opens an item, none goes more than a level down."""
    made: list[Block] = []
    level = 0
    for text in draw(st.lists(PASSAGES | marked(), min_size=1, max_size=5)):
        new = draw(st.integers(1, min(3, level + 1)))
        made.append(ListItem(new, text, opens=new > level or draw(st.booleans())))
        level = new
    return made


FILES = st.sampled_from(["images/1.png", "图 片/a(1)%41.png", "a<b>&amp;*_*.png", "[甲].png"])
PICTURES = st.builds(picture, FILES, st.just(PNG))
SINGLE = st.one_of(
    st.builds(Paragraph, PASSAGES | marked()),
    st.builds(Heading, st.integers(1, 4), PASSAGES | marked()),
    st.builds(Quote, PASSAGES | marked()),
    st.builds(Figure, PICTURES, CELLS | marked()),
    tables(),
)
BLOCKS = st.lists(SINGLE.map(lambda block: [block]) | items(), max_size=5).map(
    lambda lists: [block for blocks in lists for block in blocks]
)


def with_notes(blocks: list[Block]) -> Article:
    """An article of the blocks with a text for each of their footnotes."""
    texts = [text for block in blocks for text in block_passages(block)]
    labels = dict.fromkeys(mark.label for text in texts for mark in text.marks if mark.tone is Tone.NOTE)
    notes = tuple(Note(label, (passage("注。"), passage("- 第二段*。"))) for label in labels)
    return replace(article(*blocks), notes=notes)


def without_tones(body: Article) -> list[object]:
    """The content but for what is set apart."""

    def bare(text: Passage) -> tuple[str, list[Mark]]:
        return text.text, [mark for mark in text.marks if mark.tone is Tone.NOTE]

    blocks = [(_form(block), [bare(text) for text in block_passages(block)]) for block in body.blocks]
    return [*blocks, *((note.label, [bare(text) for text in note.passages]) for note in body.notes)]


@example([ListItem(1, passage("--"))])  # with its mark before it, a rule
@example([Paragraph(passage("\\ "))])  # before a blank that is written by its number
@given(BLOCKS)
def test_blocks_read_back_as_they_were(blocks: list[Block]):
    written = with_notes(blocks)
    assert without_tones(again(written)) == without_tones(written)


@given(st.lists(marked().map(Paragraph), max_size=3))
def test_what_is_set_apart_reads_back_so(blocks: list[Block]):
    read = again(with_notes(blocks))
    for before, after in zip(blocks, read.blocks, strict=True):
        (one,), (other,) = block_passages(before), block_passages(after)
        assert set(other.marks) in (set(one.marks), {mark for mark in one.marks if mark.tone is Tone.NOTE})


@given(BLOCKS)
def test_writing_what_was_read_gives_the_same_file(blocks: list[Block]):
    once = article_text(with_notes(blocks))
    assert article_text(read_article(Source("甲.md", once), lambda _: PNG)) == once


@pytest.mark.parametrize(
    ("text", "marks", "written"),
    [
        ("一是筑平台。各地", [Mark(0, 6, Tone.STRONG)], "**一是筑平台。**各地"),
        ("甲乙丙", [Mark(0, 3, Tone.EMPHASIS), Mark(1, 2, Tone.STRONG)], "*甲**乙**丙*"),
        ("甲乙", [Mark(1, 1, Tone.NOTE, "1"), Mark(1, 2, Tone.STRONG)], "甲[^1]**乙**"),
        (":甲!", [Mark(0, 0, Tone.NOTE, "1"), Mark(3, 3, Tone.NOTE, "2")], "[^1]\\:甲\\![^2]"),
        ("甲\\乙", [Mark(2, 3, Tone.STRONG)], "甲\\\\**乙**"),
        ("甲 乙", [Mark(0, 2, Tone.STRONG)], "甲 乙"),
        ("甲乙丙", [Mark(0, 2, Tone.STRONG), Mark(1, 3, Tone.EMPHASIS)], "甲乙丙"),
    ],
)
def test_marks_are_written_where_markdown_can_say_them(text: str, marks: list[Mark], written: str):
    assert block_text(replace(passage(text), marks=tuple(marks))) == written


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
    assert block_text(passage(text)) == text


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
    assert block_text(passage(text)) == written


def test_a_block_without_text_is_left_out():
    assert content(again(article(Paragraph(passage("")), Paragraph(passage("甲。"))))) == [
        ((Paragraph,), [("甲。", ())])
    ]


def test_the_file_looks_as_an_editor_would_write_it():
    written = Article(
        file="甲.md",
        title=passage("“双千兆”：甲 乙"),
        blocks=(
            Heading(1, passage("一、概况")),
            Paragraph(replace(passage("正文。"), marks=(Mark(2, 2, Tone.NOTE, "1"),))),
            ListItem(1, passage("甲")),
            ListItem(2, passage("乙")),
            ListItem(2, passage("又"), opens=False),
            ListItem(1, passage("丙")),
            Quote(passage("引。")),
            Table(((passage("甲"), passage("")), (passage("a|b"), passage("1"))), (None, CellAlign.RIGHT)),
            Figure(picture("images/图 1.png", PNG), passage("图1 [甲]")),
        ),
        notes=(Note("1", (passage("注。"), passage("又。"))),),
        page_break_before=True,
        regions=("330203",),
        origin=Origin(file="旧刊.txt", sha256="00"),
    )
    assert article_text(written) == (
        '+++\ntitle = "“双千兆”：甲 乙"\nregions = ["330203"]\npage-break-before = true\n\n'
        '[source]\nfile = "旧刊.txt"\nsha256 = "00"\nlicence = "pending"\n+++\n\n'
        "## 一、概况\n\n正文[^1]。\n\n- 甲\n  - 乙\n\n    又\n- 丙\n\n> 引。\n\n"
        "| 甲 |  |\n| --- | --: |\n| a\\|b | 1 |\n\n![图1 \\[甲\\]](images/图%201.png)\n\n"
        "[^1]: 注。\n\n    又。\n"
    )


@pytest.mark.parametrize("stated", [(), ("150000",), ("330800",)])
def test_what_is_suggested_stays_apart_from_what_an_editor_said(stated: tuple[str, ...]):
    proposed = Suggested(() if stated else ("330800",), ("甲", "乙"))
    written = replace(article(), regions=stated or proposed.regions, keywords=("词",), suggested=proposed)
    assert (again(written).regions, again(written).keywords, again(written).suggested) == (
        written.regions,
        ("词",),
        proposed,
    )


def test_regions_that_an_editor_has_stated_go_before_suggested_ones():
    text = '+++\ntitle = "题"\nregions = ["330800"]\n[suggested]\nregions = ["330000"]\nkeywords = ["甲"]\n+++\n'
    read = read_article(Source("甲.md", text))
    assert (read.regions, read.suggested) == (("330800",), Suggested((), ("甲",)))


def test_nothing_suggested_is_not_written():
    assert "[suggested]" not in article_text(article())
