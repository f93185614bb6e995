"""The Word edition of a cumulative index."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from kjqb.model.cumulative_index import By, CumulativeIndex, Division, Entry, IndexPart, Locator
from kjqb.model.issue import IssueId
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup
from kjqb.render.docx.index_edition import index_docx

from .parts import Node, texts, value
from .test_schema import ORDERS

MANY = tuple(Locator(IssueId(2023, number), 12) for number in range(1, 8))
HERE = (Locator(IssueId(2024, 1), 7),)

INDEX = CumulativeIndex(
    title="编排样刊",
    office="样刊编辑部",
    issues=(IssueId(2023, 1), IssueId(2024, 1)),
    articles=9,
    preface=("1. 本索引收录两期。",),
    parts=(
        IndexPart(By.CONTENTS, (Entry("甲题", HERE, group="2024年第1期", authors=("某人",), section="要闻"),)),
        IndexPart(
            By.SUBJECT,
            (
                Entry("AI", group="#", see=("人工智能",)),
                Entry("人工智能", MANY, (Division("2023年", MANY),), group="R", see_also=("大数据",)),
            ),
        ),
        IndexPart(By.SOURCE, ()),
        IndexPart(By.REGION, (Entry("浙江", level=1), Entry("宁波", HERE, level=2), Entry("海曙", HERE, level=3))),
    ),
)


def root(setup: PageSetup = BULLETIN, part: str = "document") -> Node:
    data = index_docx(INDEX, setup, modified=datetime(2024, 1, 1))
    return parse_xml(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{part}.xml"))


def paragraphs() -> Iterator[tuple[str, str]]:
    """The style and the text of every paragraph; a tab is `→`."""
    for each in root().iter(qn("w:p")):
        style = value(each.find(".//w:pStyle", each.nsmap))
        parts = (node.text or "" if node.tag == qn("w:t") else "→" for node in each.iter(qn("w:t"), qn("w:tab")))
        yield style, "".join(parts)


def test_titles_and_groups_are_real_headings() -> None:
    found = list(paragraphs())
    titles = [text for style, text in found if style == "Heading1"]
    assert titles == ["编制说明", "总目次", "主题索引", "作者与来源索引", "地区索引"]
    assert [text for style, text in found if style == "Heading2"] == ["2024年第1期", "数字、字母", "R"]


def test_entries_lead_to_their_locators_and_to_each_other() -> None:
    found = [pair for pair in paragraphs() if pair[0].startswith(("TOC", "Index", "Section"))]
    assert found == [
        ("Section", "要闻"),
        ("TOC1", "甲题　某人→7"),
        ("Index1", "AI　见　人工智能"),
        ("Index1", "人工智能"),
        ("Index2", "2023年　" + "；".join(f"2023({number}):12" for number in range(1, 8))),
        ("Index2", "　参见　大数据"),
        ("Index1", ""),
        ("Index1", "浙江"),
        ("Index2", "宁波→2024(1):7"),
        ("Index3", "海曙→2024(1):7"),
    ]


def test_lists_stand_in_two_columns_and_every_part_begins_a_page() -> None:
    sections = [
        (value(each.find("w:type", each.nsmap)), value(each.find("w:cols", each.nsmap), "num"))
        for each in root().iter(qn("w:sectPr"))
    ]
    across, columns = ("nextPage", "1"), ("continuous", "2")
    assert sections == [across, across, across, columns, across, columns, across, columns]


def test_pages_are_numbered() -> None:
    first = next(root().iter(qn("w:sectPr")))
    assert [value(each, "type") for each in first.iter(qn("w:footerReference"))] == ["default", "even"]


@pytest.mark.parametrize("setup", [BULLETIN, GBT9704])
@pytest.mark.parametrize("part", ["document", "styles", "settings"])
def test_elements_stand_in_the_order_of_the_schema(setup: PageSetup, part: str) -> None:
    for parent in root(setup, part).iter():
        order = ORDERS.get(str(parent.tag).rpartition("}")[2], "").split()
        ranks = [order.index(tag) for tag in (str(child.tag).rpartition("}")[2] for child in parent) if order]
        assert all(before <= after for before, after in pairwise(ranks))


def test_every_style_that_is_used_is_there() -> None:
    there = {value(each, "styleId") for each in root(part="styles").iter(qn("w:style"))}
    assert {style for style, _ in paragraphs()} <= there


def test_all_text_is_there() -> None:
    said = "".join(texts(root()))
    for text in (INDEX.title, INDEX.office, INDEX.span, *INDEX.preface, "累积索引"):
        assert text in said
